package org.entente.release;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.entente.world.Sql;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/**
 * Sharing arrangements: proposed by the giver, agreed by the receiver, suspended and resumed by the giver, ended by either; each
 * change holds from the very next request on.
 */
@Stateless
public class Arrangements {
    private static final int LONGEST = 400;

    @Inject
    private Gate gate;

    @Inject
    private WorldChanges world;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** All that one's own organisation is party to. */
    @Operation(Action.LIST_ARRANGEMENTS)
    public List<ArrangementView> list() {
        String own = gate.hat().organisation();
        return all("giver = ? OR receiver = ?", own, own);
    }

    /** Proposes one; it is a draft until the receiver agrees. */
    @Operation(Action.CHANGE_ARRANGEMENT)
    public ArrangementView propose(
            String receiver,
            @Nullable String mission,
            String cap,
            @Nullable Instant from,
            @Nullable Instant to,
            String basis,
            @Nullable String conditions) {
        Hat hat = gate.hat();
        var facts = gate.moment().world().policy().world();
        Objections objections = new Objections();
        String known = facts.vocabulary().organisation(receiver);
        if (known == null || known.equals(hat.organisation())) {
            objections.add("receiver", "CAV-04", "'" + receiver + "' is no other organisation.");
        }
        if (mission != null && facts.vocabulary().mission(mission) == null) {
            objections.add("mission", "UNKNOWN_CODE", "There is no mission '" + mission + "'.");
        }
        Level level = facts.vocabulary().levelByCode(cap);
        Scheme own = facts.vocabulary().schemeOf(hat.organisation());
        if (level == null || own == null || !level.scheme().equals(own.code())) {
            objections.add("cap", "CAV-05", "'" + cap + "' is no level of the giver's own scheme.");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            objections.add("to", "CAV-04", "An arrangement ends after it begins.");
        }
        if (basis.isBlank() || basis.length() > LONGEST) {
            objections.add("basis", "CAV-04", "An arrangement has a basis, in at most " + LONGEST + " characters.");
        }
        gate.decideOwn("arrangement", hat.organisation(), null, true);
        objections.throwIfAny("invalid-arrangement", "This cannot be arranged.");
        gate.concerns(java.util.Objects.requireNonNull(known));
        String number = Numbers.draw("ARR");
        WorldChange proposed = new WorldChange.ArrangementProposed(
                number,
                hat.organisation(),
                known,
                mission,
                java.util.Objects.requireNonNull(level).code(),
                basis.strip(),
                conditions,
                hat.id(),
                from,
                to);
        world.apply(proposed);
        gate.notes(proposed.text());
        return find(number);
    }

    /** The receiver's written assurance: it is in force. */
    @Operation(Action.CHANGE_ARRANGEMENT)
    public ArrangementView agree(String number) {
        return change(number, ArrangementStatus.DRAFT, ArrangementStatus.IN_FORCE, false, true, "agreed");
    }

    @Operation(Action.CHANGE_ARRANGEMENT)
    public ArrangementView suspend(String number, String reason) {
        return change(
                number,
                ArrangementStatus.IN_FORCE,
                ArrangementStatus.SUSPENDED,
                true,
                false,
                Releases.reasoned(reason));
    }

    @Operation(Action.CHANGE_ARRANGEMENT)
    public ArrangementView resume(String number, String reason) {
        return change(
                number,
                ArrangementStatus.SUSPENDED,
                ArrangementStatus.IN_FORCE,
                true,
                false,
                Releases.reasoned(reason));
    }

    @Operation(Action.CHANGE_ARRANGEMENT)
    public ArrangementView end(String number, String reason) {
        return change(number, null, ArrangementStatus.ENDED, true, true, Releases.reasoned(reason));
    }

    private ArrangementView change(
            String number,
            @Nullable ArrangementStatus needed,
            ArrangementStatus next,
            boolean giver,
            boolean receiver,
            String why) {
        gate.asked(number);
        Hat hat = gate.hat();
        ArrangementView before = all("number = ?", number).stream().findFirst().orElseThrow(Refused::notFound);
        boolean party =
                hat.organisation().equals(before.giver()) || hat.organisation().equals(before.receiver());
        gate.decideOwn(number, before.giver(), null, party);
        gate.concerns(before.receiver());
        boolean may = (giver && hat.organisation().equals(before.giver()))
                || (receiver && hat.organisation().equals(before.receiver()));
        if (!may) {
            throw Refused.forbidden("not-your-step", "This is for the other side of the arrangement.", "CAV-04");
        }
        if (needed == null ? before.status() == ArrangementStatus.ENDED : before.status() != needed) {
            throw Refused.wrongState("This arrangement is " + before.status() + ".", "CAV-04");
        }
        WorldChange moved = new WorldChange.ArrangementMoved(
                number,
                next.name(),
                why.length() > LONGEST ? why.substring(0, LONGEST) : why,
                next == ArrangementStatus.IN_FORCE ? hat.id() : null);
        world.apply(moved);
        gate.notes(before.status() + " " + moved.text());
        return find(number);
    }

    private ArrangementView find(String number) {
        return all("number = ?", number).getFirst();
    }

    private List<ArrangementView> all(String where, @Nullable Object... values) {
        return Sql.on(
                database,
                c -> rows(c, "SELECT * FROM arrangement WHERE " + where + " ORDER BY id", Arrangements::view, values));
    }

    private static ArrangementView view(ResultSet r) throws SQLException {
        return new ArrangementView(
                r.getString("number"),
                r.getString("giver"),
                r.getString("receiver"),
                r.getString("mission"),
                r.getString("cap"),
                Sql.instant(r, "valid_from"),
                Sql.instant(r, "valid_to"),
                ArrangementStatus.valueOf(r.getString("status")),
                r.getString("basis"),
                r.getString("conditions"),
                r.getString("changed_why"));
    }
}
