package org.entente.running;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a mission has written in years: one product under many numbers, each with the hash that its words have. */
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
        byte[] begin = parts(out -> part(out, "entente-product"));
        byte[] end = parts(out -> {
            out.writeInt(1);
            for (String said : List.of("SITREP", banner, "", TITLE)) {
                part(out, said);
            }
            out.writeInt(1);
            for (String said : List.of(portionMark, TEXT, "B2", "", "")) {
                part(out, said);
            }
        });
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            String hash =
                    "UNHEX(SHA2(CONCAT(?, UNHEX(LPAD(HEX(LENGTH(q.number)), 8, '0')), CAST(q.number AS BINARY), ?), 256))";
            try (PreparedStatement same = c.prepareStatement("SELECT v.content_hash = " + hash
                    + " FROM product q JOIN product_version v ON v.product_id = q.id WHERE q.number = ?")) {
                same.setBytes(1, begin);
                same.setBytes(2, end);
                same.setString(3, first);
                var row = same.executeQuery();
                row.next();
                if (!row.getBoolean(1)) {
                    throw new IllegalStateException("the hash of " + first + " is not what its definition gives");
                }
            }
            String copies = " LIKE '" + prefix + "-%'";
            s.executeUpdate("INSERT INTO product (number, " + columns(s, "product", "", "number") + ") SELECT CONCAT('"
                    + prefix + "-', LPAD(seq, 5, '0')), " + columns(s, "product", "p.", "number")
                    + " FROM product p, seq_1_to_" + times + " WHERE p.number = '" + first + "'");
            try (PreparedStatement versions =
                    c.prepareStatement("INSERT INTO product_version (product_id, content_hash, "
                            + columns(s, "product_version", "", "product_id", "content_hash") + ") SELECT q.id, " + hash
                            + ", "
                            + columns(s, "product_version", "v.", "product_id", "content_hash")
                            + " FROM product_version v"
                            + " JOIN product p ON p.id = v.product_id, product q WHERE p.number = ? AND q.number"
                            + copies)) {
                versions.setBytes(1, begin);
                versions.setBytes(2, end);
                versions.setString(3, first);
                versions.executeUpdate();
            }
            for (String table : List.of("product_portion", "content")) {
                s.executeUpdate("INSERT INTO " + table + " (version_id, " + columns(s, table, "", "version_id")
                        + ") SELECT w.id, " + columns(s, table, "o.", "version_id") + " FROM " + table + " o"
                        + " JOIN product_version v ON v.id = o.version_id JOIN product p ON p.id = v.product_id,"
                        + " product_version w JOIN product q ON q.id = w.product_id WHERE p.number = '" + first
                        + "' AND q.number" + copies);
            }
            s.executeUpdate("UPDATE head SET changes = changes + 1 WHERE id = 1");
            s.executeUpdate("INSERT INTO product_change (seq, product_id) SELECT h.changes, q.id FROM head h, product q"
                    + " WHERE h.id = 1 AND q.number" + copies);
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

    private interface Parts {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] parts(Parts parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            parts.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
