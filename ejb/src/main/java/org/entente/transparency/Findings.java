package org.entente.transparency;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.entente.access.Organisation;
import org.entente.audit.EventId;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** What the platform does by itself for its record; each leaves a record in turn. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Findings {
    static final String OPENING = "OPENING_DIFFERS";
    static final String AUTHORITY = "AUTHORITY_DIFFERS";
    static final String CLOCK = "CLOCK_SKEW";

    @Inject
    private Gate gate;

    @Inject
    private Event<Found> told;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Something is wrong with the record; {@code event} is the one whose opening differs. */
    public record Found(String event) {}

    /** An opening that is not what its record was sealed over: told once to all auditors, shown from then on (AUD-02). */
    @Operation(Action.FIND_DIFFERENCE)
    public void differs(UUID event, String what) {
        gate.asked(event.toString());
        gate.notes(what);
        List<Integer> concerned = Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT subject_orgs FROM audit_opening WHERE event_id = ?",
                        r -> r.getInt(1),
                        EventId.bytes(event)));
        if (concerned.isEmpty()) {
            everybody();
        } else {
            concerns(concerned.getFirst());
        }
        keep(OPENING, EventId.bytes(event), event + ": " + what);
        told.fire(new Found(event.toString()));
    }

    /** Authority in the tables that no act gave; nobody goes by it (AUD-02, AUD-03). */
    @Operation(Action.FIND_DIFFERENCE)
    public void forged(String what) {
        gate.asked("world");
        gate.notes(what);
        everybody();
        keep(
                AUTHORITY,
                null,
                "a row of persons, hats, missions or arrangements that no act made; the auditors' records say which");
        told.fire(new Found("world"));
    }

    /** A clock that goes wrong by more than two seconds (AUD-14). */
    @Operation(Action.FIND_CLOCK_SKEW)
    public void skewed(String what) {
        gate.asked("clock");
        gate.notes(what);
        everybody();
        keep(CLOCK, null, what);
    }

    /** Concerns every organisation, so that none may be shown less than up to the last hour without a gap in its numbers. */
    @Operation(Action.MARK_HOUR)
    public void hour() {
        gate.asked("hour");
        everybody();
    }

    /** Concerns nobody: among such records it shows less when something happened. */
    @Operation(Action.COVER)
    public void cover() {
        gate.asked("cover");
    }

    private void concerns(int organisations) {
        gate.moment().world().policy().world().organisations().stream()
                .map(Organisation::code)
                .filter(code -> (organisations & (1 << gate.moment().world().logBit(code))) != 0)
                .forEach(gate::concerns);
    }

    private void everybody() {
        gate.moment().world().policy().world().organisations().stream()
                .filter(o -> o.kind() == Organisation.Kind.PRINCIPAL)
                .forEach(o -> gate.concerns(o.code()));
    }

    private void keep(String kind, byte @Nullable [] event, String detail) {
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT IGNORE INTO log_finding (at, kind, event_id, detail) VALUES (?, ?, ?, ?)",
                        Instant.now(),
                        kind,
                        event,
                        detail.length() <= 400 ? detail : detail.substring(0, 400)));
    }
}
