package org.entente.running;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.product.ActedHands;

/** What a mission has written in years: one product under many numbers, each with what its words are bound to. */
public final class Mass {
    private static final String TITLE = "EXERCISE - one of many";
    private static final String TEXT = "EXERCISE. One of many reports of a mission";

    private Mass() {}

    /** Two missions, the AU's that ends and the UN's that follows; answers their relation. */
    public static String missions(String from, String to) {
        Missions.founded(from, "AU", "RA-AU", null);
        Missions.founded(to, "UN", "RA-UN", null);
        return Missions.related("RA-AU", from, to, null);
    }

    /** A product of the AU under this mark, and so many more of it with the numbers {@code PREFIX-00001} and on. */
    public static String products(String mission, String prefix, String portionMark, String banner, int times) {
        User analyst = User.in("AN-AU");
        String first = Papers.filed(
                analyst, filing("SITREP", TITLE, portion(portionMark, TEXT)).add("mission", mission));
        Papers.submitted(analyst, first);
        Papers.confirmed(User.in("CO-AU"), first);
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            try (var same = s.executeQuery("SELECT v.commitments = " + COMMITMENTS + " FROM product_version v"
                    + " JOIN product p ON p.id = v.product_id WHERE p.number = '" + first + "'")) {
                same.next();
                if (!same.getBoolean(1)) {
                    throw new IllegalStateException("what " + first + " is bound to is not what its definition gives");
                }
            }
            String copies = " LIKE '" + prefix + "-%'";
            s.executeUpdate("INSERT INTO product (number, " + columns(s, "product", "", "number") + ") SELECT CONCAT('"
                    + prefix + "-', LPAD(seq, 5, '0')), " + columns(s, "product", "p.", "number")
                    + " FROM product p, seq_1_to_" + times + " WHERE p.number = '" + first + "'");
            s.executeUpdate("INSERT INTO product_version (product_id, "
                    + columns(s, "product_version", "", "product_id")
                    + ") SELECT q.id, " + columns(s, "product_version", "v.", "product_id") + " FROM product_version v"
                    + " JOIN product p ON p.id = v.product_id, product q WHERE p.number = '" + first + "' AND q.number"
                    + copies);
            for (String table : List.of("product_portion", "content")) {
                s.executeUpdate("INSERT INTO " + table + " (version_id, " + columns(s, table, "", "version_id")
                        + ") SELECT w.id, " + columns(s, table, "o.", "version_id") + " FROM " + table + " o"
                        + " JOIN product_version v ON v.id = o.version_id JOIN product p ON p.id = v.product_id,"
                        + " product_version w JOIN product q ON q.id = w.product_id WHERE p.number = '" + first
                        + "' AND q.number" + copies);
            }
            s.executeUpdate("UPDATE product_version v JOIN product p ON p.id = v.product_id SET v.commitments = "
                    + COMMITMENTS + " WHERE p.number" + copies);
            s.executeUpdate("UPDATE product_version v JOIN product p ON p.id = v.product_id SET v.content_hash = "
                    + hash("entente-content/1", counted("1") + ", v.commitments") + " WHERE p.number" + copies);
            s.executeUpdate("UPDATE head SET changes = changes + 1 WHERE id = 1");
            s.executeUpdate("INSERT INTO product_change (seq, product_id) SELECT h.changes, q.id FROM head h, product q"
                    + " WHERE h.id = 1 AND q.number" + copies);
            ActedHands.seal(c, Platform.running().folder());
            c.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return first;
    }

    /** A plan that both sides have signed the inventory of, accelerated, for there are no benchmarks. */
    public static Handover frozen(String relation, String toa) {
        Handover plan = Handover.drafted(relation, "AU", "UN", toa, "HO-AU", "HO-UN");
        accelerated(plan);
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        return plan;
    }

    public static void accelerated(Handover plan) {
        expect(
                200,
                User.in("RA-AU")
                        .post(
                                plan.path("/acceleration"),
                                Json.createObjectBuilder()
                                        .add("waived", Json.createArrayBuilder().add(2))
                                        .add("reason", "EXERCISE: a trial of size")));
    }

    private static String columns(Statement s, String table, String prefix, String... but) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var rows =
                s.executeQuery("SELECT column_name FROM information_schema.columns WHERE table_schema = 'entente'"
                        + " AND table_name = '" + table + "' AND extra NOT LIKE '%auto_increment%'")) {
            while (rows.next()) {
                names.add(Objects.requireNonNull(rows.getString(1)));
            }
        }
        return names.stream()
                .filter(n -> !List.of(but).contains(n))
                .map(n -> prefix + n)
                .collect(Collectors.joining(", "));
    }

    /** What a version of one portion is bound to, by its definition, as an expression over p (product) and v (version). */
    private static final String COMMITMENTS = "CONCAT("
            + committed(0, said("''") + ", " + said("''") + ", " + said("c.text") + ", " + said("''"))
            + ", "
            + committed(
                    1,
                    said("o.marking") + ", " + said("CONCAT(o.reliability, o.credibility)") + ", " + said("c.text")
                            + ", " + said("o.citations"))
            + ", (SELECT "
            + hash(
                    "entente-frame/1",
                    "c.salt, " + said("p.type") + ", " + said("v.marking") + ", " + counted("1") + ", "
                            + said("o.sources"))
            + " FROM content c, product_portion o WHERE c.version_id = v.id AND c.ordinal = -1 AND o.version_id = v.id))";

    private static String committed(int ordinal, String fields) {
        return "(SELECT " + hash("entente-portion/1", counted("c.ordinal") + ", c.salt, " + fields)
                + " FROM content c, product_portion o WHERE c.version_id = v.id AND c.ordinal = " + ordinal
                + " AND o.version_id = v.id)";
    }

    private static String hash(String label, String fields) {
        return "UNHEX(SHA2(CONCAT(" + said("'" + label + "'") + ", " + said("p.number") + ", " + counted("v.version_no")
                + ", " + fields + "), 256))";
    }

    private static String said(String words) {
        return counted("LENGTH(" + words + ")") + ", CAST(" + words + " AS BINARY)";
    }

    private static String counted(String number) {
        return "UNHEX(LPAD(HEX(" + number + "), 8, '0'))";
    }
}
