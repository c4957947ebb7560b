package org.entente.story;

import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.releases;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.release.ActedReleases;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk and a list with as many releases as they ever show, each judged on its own product. */
class DeskPaceIT {
    private static final int MOST = 500;
    private static final int ROUNDS = 20;
    /** Warm it takes a tenth of this; a busy machine is given its time. */
    private static final long PATIENCE_MS = 1_500;

    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void cleared() throws SQLException {
        run(
                "DELETE s FROM release_signature s JOIN release_request r ON r.id = s.release_id WHERE r.number LIKE 'PACE-%'",
                "DELETE p FROM release_recipient p JOIN release_request r ON r.id = p.release_id WHERE r.number LIKE 'PACE-%'",
                "DELETE FROM release_request WHERE number LIKE 'PACE-%'",
                "DELETE o FROM product_portion o JOIN product_version v ON v.id = o.version_id"
                        + " JOIN product p ON p.id = v.product_id WHERE p.number LIKE 'PACE-%'",
                "DELETE v FROM product_version v JOIN product p ON p.id = v.product_id WHERE p.number LIKE 'PACE-%'",
                "DELETE FROM product WHERE number LIKE 'PACE-%'");
    }

    @Test
    void aDeskOfFiveHundredReleasesIsThereAtOnce() throws SQLException {
        String product =
                filed(analyst, filing("INTREP", "EXERCISE - pace", portion("(UN-C//REL TO UN, AU)", "EXERCISE. x")));
        submitted(analyst, product);
        confirmed(officer, product);
        multiply(product, releases(officer, product).getFirst().getString("number"));
        List<Long> desks = new ArrayList<>();
        List<Long> lists = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            desks.add(time("/desk"));
            lists.add(time("/releases"));
        }
        long desk = warmMedian(desks);
        long list = warmMedian(lists);
        System.out.println("PACE desk " + desk + " ms, list " + list + " ms for " + MOST + " releases");
        assertTrue(desk < PATIENCE_MS, "the desk took " + desk + " ms");
        assertTrue(list < PATIENCE_MS, "the list took " + list + " ms");
    }

    private static long time(String path) {
        long begun = System.nanoTime();
        int there = expect(200, authority("UN").get(path)).array().size();
        assertTrue(there >= MOST, path + " shows " + there);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static long warmMedian(List<Long> times) {
        List<Long> warm =
                times.subList(times.size() / 2, times.size()).stream().sorted().toList();
        return warm.get(warm.size() / 2);
    }

    /** The same product and release under many numbers. */
    private static void multiply(String product, String release) throws SQLException {
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            s.executeUpdate("INSERT INTO product (number, " + columns(s, "product", "number")
                    + ") SELECT CONCAT('PACE-', seq), "
                    + columns(s, "product", "number") + " FROM product p, seq_1_to_" + MOST + " WHERE p.number = '"
                    + product + "'");
            s.executeUpdate("INSERT INTO product_version (product_id, " + columns(s, "product_version", "product_id")
                    + ") SELECT q.id, " + columns(s, "product_version", "product_id", "v.") + " FROM product_version v"
                    + " JOIN product p ON p.id = v.product_id, product q WHERE p.number = '" + product
                    + "' AND q.number LIKE 'PACE-%'");
            s.executeUpdate("INSERT INTO product_portion (version_id, " + columns(s, "product_portion", "version_id")
                    + ") SELECT w.id, " + columns(s, "product_portion", "version_id", "o.") + " FROM product_portion o"
                    + " JOIN product_version v ON v.id = o.version_id JOIN product p ON p.id = v.product_id,"
                    + " product_version w JOIN product q ON q.id = w.product_id WHERE p.number = '" + product
                    + "' AND q.number LIKE 'PACE-%'");
            s.executeUpdate("INSERT INTO release_request (number, product, "
                    + columns(s, "release_request", "number", "product") + ") SELECT CONCAT('PACE-', seq),"
                    + " CONCAT('PACE-', seq), " + columns(s, "release_request", "number", "product")
                    + " FROM release_request r, seq_1_to_" + MOST + " WHERE r.number = '" + release + "'");
            for (String part : List.of("release_recipient", "release_signature")) {
                s.executeUpdate("INSERT INTO " + part + " (release_id, " + columns(s, part, "release_id")
                        + ") SELECT q.id, " + columns(s, part, "release_id", "p.") + " FROM " + part
                        + " p JOIN release_request r ON r.id = p.release_id, release_request q WHERE r.number = '"
                        + release + "' AND q.number LIKE 'PACE-%'");
            }
            s.executeUpdate(
                    "UPDATE release_request SET stage = 'REVIEW_DUE', kind = 'FLASH' WHERE number LIKE 'PACE-%'");
            ActedReleases.bind(c, Platform.running().folder());
        }
    }

    private static String columns(Statement s, String table, String... but) throws SQLException {
        String prefix = but.length > 1 && but[but.length - 1].endsWith(".") ? but[but.length - 1] : "";
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

    private static void run(String... statements) throws SQLException {
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            for (String statement : statements) {
                s.executeUpdate(statement);
            }
        }
    }
}
