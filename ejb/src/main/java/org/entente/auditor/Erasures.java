package org.entente.auditor;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.audit.Eraser;
import org.entente.audit.EventId;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.identity.Hat;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Takes what tells of a person out of the openings of one's own people's events, where the law asks for it. The erasure is an
 * event; the record, its place and the log's proofs stay as they were.
 */
@Stateless
public class Erasures {
    private static final int LONGEST = 4_000;

    @Inject
    private Gate gate;

    @Inject
    private Event<Eraser.Ordered> ordered;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Operation(Action.ERASE_OPENING)
    public void erase(String event, List<String> fields, @Nullable String reason) {
        gate.asked(event);
        Hat hat = gate.hat();
        byte[] id = EventId.bytes(event);
        List<String> actors = Sql.on(
                database,
                c -> rows(c, "SELECT actor_org FROM audit_opening WHERE event_id = ?", r -> r.getString(1), id));
        boolean own = !actors.isEmpty() && actors.getFirst().equals(hat.organisation());
        gate.decideOwn(event, hat.organisation(), null, own);
        check(fields, reason);
        byte[] by = EventId.bytes(gate.eventId());
        Sql.on(database, c -> {
            for (String field : fields) {
                execute(
                        c,
                        "INSERT IGNORE INTO opening_erasure (event_id, field, by_event, ordered_at, by_hat, reason)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        id,
                        Objects.requireNonNull(Eraser.FIELDS.get(field)),
                        by,
                        gate.moment().now(),
                        hat.id(),
                        reason);
            }
            return fields.size();
        });
        gate.notes("erased " + String.join(" ", fields) + " of " + event);
        ordered.fire(new Eraser.Ordered());
    }

    private static void check(List<String> fields, @Nullable String reason) {
        Objections objections = new Objections();
        if (fields.isEmpty()) {
            objections.add("fields", "AUD-13", "Name the fields: " + Eraser.FIELDS.keySet() + ".");
        }
        fields.stream()
                .filter(field -> !Eraser.FIELDS.containsKey(field))
                .forEach(field -> objections.add(
                        "fields",
                        "AUD-13",
                        "'" + field + "' cannot be erased; what can is " + Eraser.FIELDS.keySet() + "."));
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            objections.add("reason", "AUD-13", "Say on what ground, in 1 to " + LONGEST + " characters.");
        }
        objections.throwIfAny("objections", "Nothing is erased.");
    }
}
