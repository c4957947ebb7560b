package org.entente.release;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.access.Arrangement;
import org.entente.gate.ActRows;
import org.entente.identity.Interval;
import org.entente.marking.Control;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Arrangements as they are kept: also those that are not, or no longer, in force. */
@ApplicationScoped
class ArrangementShelf implements ActRow.Kept {
    /** What came with the world's file and is in force is part of the world alone. */
    private static final ActRow ARRANGEMENT = ActRow.of(
                    "arrangement",
                    "arrangement",
                    "t.number",
                    "t.giver",
                    "t.receiver",
                    "t.mission",
                    "t.cap",
                    "t.without_controls",
                    "t.approver",
                    "t.valid_from",
                    "t.valid_to",
                    "t.status",
                    "t.proposed_by",
                    "t.proposer",
                    "t.agreed_by",
                    "t.written_reference",
                    "t.written_on")
            .only("NOT (t.from_file AND t.status = 'IN_FORCE' AND t.proposed_by IS NULL)");

    @Inject
    private ActRows rows;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /**
     * One of them.
     *
     * @param proposedBy hat of whoever put it forward here; null for what came with the world's file
     * @param proposer the person who wore it
     */
    record Kept(
            ArrangementView view,
            @Nullable String proposedBy,
            @Nullable String proposer) {
        /** As the decision knows it. */
        Arrangement terms() {
            return new Arrangement(
                    view.giver(),
                    view.receiver(),
                    view.mission(),
                    view.cap(),
                    controls(view.without()),
                    new Interval(view.from(), view.to()));
        }
    }

    @Override
    public List<ActRow> actRows() {
        return List.of(ARRANGEMENT);
    }

    /** What an act has just written of it. */
    void made(String number) {
        rows.made(ARRANGEMENT, "t.number = ?", number);
    }

    List<Kept> of(String party) {
        return all("giver = ? OR receiver = ?", party, party);
    }

    @Nullable
    Kept find(String number) {
        return all("number = ?", number).stream().findFirst().orElse(null);
    }

    /** One that is there, held until the operation is over, and as the last act left it. */
    Kept lock(String number) {
        Kept kept = Sql.on(
                        database,
                        c -> rows(
                                c,
                                "SELECT * FROM arrangement WHERE number = ? FOR UPDATE",
                                ArrangementShelf::kept,
                                number))
                .getFirst();
        rows.check(ARRANGEMENT, "t.number = ?", number);
        return kept;
    }

    /** Those in force by which a giver lets releases go only under somebody's own signature. */
    List<Kept> signedUnder(String giver) {
        rows.check(ARRANGEMENT, "t.giver = ?", giver);
        return all("giver = ? AND status = 'IN_FORCE' AND approver IS NOT NULL", giver);
    }

    static Set<Control> controls(List<String> names) {
        Set<Control> controls = EnumSet.noneOf(Control.class);
        names.forEach(name -> controls.add(Control.valueOf(name)));
        return controls;
    }

    private List<Kept> all(String where, @Nullable Object... values) {
        return Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT * FROM arrangement WHERE " + where + " ORDER BY id",
                        ArrangementShelf::kept,
                        values));
    }

    private static Kept kept(ResultSet r) throws SQLException {
        String without = r.getString("without_controls");
        LocalDate on = r.getObject("written_on", LocalDate.class);
        String reference = r.getString("written_reference");
        return new Kept(
                new ArrangementView(
                        r.getString("number"),
                        r.getString("giver"),
                        r.getString("receiver"),
                        r.getString("mission"),
                        r.getString("cap"),
                        without.isEmpty() ? List.of() : List.of(without.split("/", -1)),
                        r.getString("approver"),
                        Sql.instant(r, "valid_from"),
                        Sql.instant(r, "valid_to"),
                        ArrangementStatus.valueOf(r.getString("status")),
                        r.getString("basis"),
                        r.getString("conditions"),
                        on == null || reference == null
                                ? null
                                : new WrittenAgreement(reference, on, r.getString("scan")),
                        r.getString("changed_why"),
                        digest(r),
                        null),
                r.getString("proposed_by"),
                r.getString("proposer"));
    }

    /** Over all that is agreed, each term with its length, so that no two arrangements have one digest. */
    private static String digest(ResultSet r) throws SQLException {
        List<String> terms = List.of(
                "number",
                "giver",
                "receiver",
                "mission",
                "cap",
                "without_controls",
                "approver",
                "valid_from",
                "valid_to",
                "basis",
                "conditions",
                "written_reference",
                "written_on",
                "scan");
        Stream.Builder<String> all = Stream.builder();
        for (String term : terms) {
            String value = r.getString(term);
            all.add(value == null ? term + " -" : term + " " + value.length() + ":" + value);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.build()
                                    .collect(Collectors.joining("\n"))
                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
