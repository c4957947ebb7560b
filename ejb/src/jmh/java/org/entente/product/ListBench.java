package org.entente.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.entente.access.AccessPolicy;
import org.entente.access.Arrangement;
import org.entente.access.Organisation;
import org.entente.access.World;
import org.entente.gate.Sight;
import org.entente.identity.Assignment;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.entente.world.KnownWorlds;
import org.entente.world.Moment;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The newest 50 of the list, for hats that see 85 % to 0.001 % of it, against the unfiltered page by index in the same
 * database and the same run. Arguments: the folder of a platform that runs, how many products, and the
 * {@code mariadb} client of its server.
 */
public final class ListBench {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final int ROUNDS = 400;
    private static final String UNFILTERED =
            "SELECT p.id, p.number, p.class_id, p.published, v.id, v.title_marking FROM product p FORCE INDEX (newest)"
                    + " JOIN product_version v ON v.product_id = p.id AND v.version_no = p.version_no"
                    + " WHERE p.state = 'PUBLISHED' ORDER BY p.published DESC, p.number LIMIT 51";

    private ListBench() {}

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        int products = Integer.parseInt(args[1]);
        Properties ports = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("ports.properties"))) {
            ports.load(reader);
        }
        grant(Path.of(args[2]), folder);
        MariaDbDataSource database = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + ports.getProperty("database")
                + "/entente_bench?rewriteBatchedStatements=true");
        database.setUser("entente_owner");
        database.setPassword(Files.readString(folder.resolve("secrets/entente_owner.password"))
                .strip());
        try (Connection c = database.getConnection()) {
            schema(c);
            fill(c, products);
            measure(c, products);
            try (Statement s = c.createStatement()) {
                s.execute("DROP DATABASE entente_bench");
            }
        }
    }

    private static void measure(Connection c, int products) throws SQLException {
        Shelf shelf = new Shelf();
        shelf.database = new OneConnection(c);
        Listing listing = new Listing(shelf, new TextIndex() {
            @Override
            synchronized void place(List<Shelf.Place> places) {
                // words are another benchmark
            }
        });
        AccessPolicy policy = AccessPolicy.of(world());
        Moment moment = new Moment(KnownWorlds.of(policy), NOW, 1);
        long begun = System.nanoTime();
        listing.on(moment, l -> 0);
        System.out.printf("%,d products: index loaded in %.2f s%n", products, (System.nanoTime() - begun) / 1e9);
        Map<String, long[]> times = new LinkedHashMap<>();
        Map<String, Hat> hats = hats();
        for (int round = 0; round < ROUNDS; round++) {
            time(times, "unfiltered page by index", round, () -> unfiltered(c));
            for (Map.Entry<String, Hat> hat : hats.entrySet()) {
                Sight sight = new Sight(hat.getValue(), policy, NOW, 1);
                time(times, "newest 50, sees " + hat.getKey(), round, () -> page(c, listing, moment, sight, shelf));
                time(times, "count, sees " + hat.getKey(), round, () -> {
                    Window window = Window.of(Filter.NONE, NOW, null);
                    return listing.<Long>on(moment, l -> l.count(sight, Filter.NONE, window, null)) >= 0;
                });
            }
        }
        long limit = median(times.get("unfiltered page by index"));
        times.forEach((what, all) -> System.out.printf(
                "%-40s p50 %8.1f us   %.2fx%n", what, median(all) / 1e3, (double) median(all) / limit));
        hats.forEach((share, hat) -> {
            Sight sight = new Sight(hat, policy, NOW, 1);
            long count = listing.on(moment, l -> l.count(sight, Filter.NONE, Window.of(Filter.NONE, NOW, null), null));
            System.out.printf("sees %-14s %,d of %,d%n", share, count, products);
        });
    }

    /** The whole of a list request's work but titles: freshness probe, index, rows by key, each decided again. */
    private static boolean page(Connection c, Listing listing, Moment moment, Sight sight, Shelf shelf)
            throws SQLException {
        try (PreparedStatement head = c.prepareStatement("SELECT world, changes, clock_offset FROM head WHERE id = 1");
                ResultSet row = head.executeQuery()) {
            row.next();
        }
        Window window = Window.of(Filter.NONE, NOW, null);
        List<Row> rows = listing.on(moment, l -> l.page(sight, Filter.NONE, window, 51, null));
        for (Shelf.Line line : shelf.lines(rows.stream().map(Row::productId).toList())) {
            ClassFacts facts = listing.facts(line.classId());
            if (facts == null
                    || sight.decide(
                                            facts.shared(
                                                    line.number(), line.published(), line.releases(), sight.policy()),
                                            true)
                                    .outcome()
                                    .compareTo(org.entente.access.Outcome.HIDDEN)
                            <= 0) {
                throw new IllegalStateException("the index proposed a hidden row");
            }
        }
        return true;
    }

    private static boolean unfiltered(Connection c) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(UNFILTERED);
                ResultSet row = select.executeQuery()) {
            int rows = 0;
            while (row.next()) {
                rows += row.getString(2).length() > 0 && row.getObject(4, LocalDateTime.class) != null ? 1 : 0;
            }
            return rows == 51;
        }
    }

    private interface Timed {
        boolean run() throws SQLException;
    }

    private static void time(Map<String, long[]> times, String what, int round, Timed work) throws SQLException {
        long begun = System.nanoTime();
        if (!work.run()) {
            throw new IllegalStateException(what);
        }
        times.computeIfAbsent(what, w -> new long[ROUNDS])[round] = System.nanoTime() - begun;
    }

    /** Of the second half: the first warms up. */
    private static long median(long[] all) {
        long[] late = Arrays.copyOfRange(all, ROUNDS / 2, ROUNDS);
        Arrays.sort(late);
        return late[late.length / 2];
    }

    /** The root account answers on the socket only, to the client that comes with the server. */
    private static void grant(Path client, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        client.toString(),
                        "--skip-ssl",
                        "--socket=" + folder.resolve("mariadb/data/mariadb.sock"),
                        "-uroot",
                        "-p"
                                + Files.readString(folder.resolve("secrets/root.password"))
                                        .strip(),
                        "-e",
                        "DROP DATABASE IF EXISTS entente_bench; CREATE DATABASE entente_bench;"
                                + " GRANT ALL ON entente_bench.* TO 'entente_owner'@'127.0.0.1'")
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("no database for the benchmark");
        }
    }

    private static void schema(Connection c) throws SQLException, IOException {
        try (Statement s = c.createStatement()) {
            String migration = Files.readString(Path.of("src/main/resources/db/migration/V1__foundation.sql"));
            for (String statement : migration.replaceAll("(?m)--.*$", "").split(";")) {
                if (!statement.isBlank() && !statement.strip().startsWith("GRANT")) {
                    s.execute(statement);
                }
            }
            s.execute("INSERT INTO organisation VALUES ('AU', 'PRINCIPAL', 0)");
            s.execute("CREATE INDEX newest ON product (state, published DESC, number)");
        }
    }

    /** Shares of the rows, each spread over many markings that differ in their expiry and handling. */
    private static void fill(Connection c, int products) throws SQLException {
        Random random = new Random(1);
        List<String> markings = new ArrayList<>();
        try (PreparedStatement insert = c.prepareStatement(
                "INSERT INTO access_class (id, digest, originator, type, mission, marking, portions) VALUES (?, ?, 'AU', 'SITREP', NULL, ?, '')")) {
            for (String rel : List.of(
                    "",
                    "//REL TO AU, UN",
                    "//REL TO AU, ECOWAS, UN",
                    "//REL TO AU, EU",
                    "//REL TO AU, FRA",
                    "//REL TO AU, MLI")) {
                for (int i = 0; i < 400; i++) {
                    String marking = "AU CONFIDENTIAL" + rel + "//EXPIRES 20" + (40 + i / 28)
                            + String.format("%02d", 1 + i % 12) + String.format("%02d", 1 + i % 28);
                    markings.add(marking);
                    insert.setInt(1, markings.size());
                    insert.setBytes(
                            2,
                            new ClassFacts(
                                            "AU",
                                            "SITREP",
                                            null,
                                            marking,
                                            List.of(),
                                            org.entente.access.Ground.MARKING,
                                            null)
                                    .digest());
                    insert.setString(3, marking);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        c.setAutoCommit(false);
        try (PreparedStatement product = c.prepareStatement(
                        "INSERT INTO product (id, number, type, originator, state, author, author_hat, version_no, class_id, filed_at, published, lock_version)"
                                + " VALUES (?, ?, 'SITREP', 'AU', 'PUBLISHED', 'sow', 'AN-AU', 1, ?, ?, ?, 0)");
                PreparedStatement version = c.prepareStatement(
                        "INSERT INTO product_version (id, product_id, version_no, marking, content_hash, created_at, created_by) VALUES (?, ?, 1, '', ?, ?, 'sow')")) {
            for (int id = 1; id <= products; id++) {
                boolean old = id <= products / 10;
                int share = random.nextInt(100_000);
                int group = id == products / 2
                        ? 5
                        : old && share < 1_000 ? 4 : share < 1_000 ? 3 : share < 11_000 ? 2 : share < 85_000 ? 1 : 0;
                LocalDateTime at = LocalDateTime.ofInstant(
                        NOW.minus(Duration.ofMinutes(10L * (products - id + 1))), ZoneOffset.UTC);
                int marking = 1 + group * 400 + (int) (400 * Math.pow(random.nextDouble(), 3));
                product.setLong(1, id);
                product.setString(2, "AU-" + String.format("%08d", id));
                product.setInt(3, marking);
                product.setObject(4, at);
                product.setObject(5, at);
                product.addBatch();
                version.setLong(1, id);
                version.setLong(2, id);
                version.setBytes(3, new byte[32]);
                version.setObject(4, at);
                version.addBatch();
                if (id % 10_000 == 0 || id == products) {
                    product.executeBatch();
                    version.executeBatch();
                    c.commit();
                }
            }
        }
        c.setAutoCommit(true);
        try (Statement s = c.createStatement()) {
            s.execute("UPDATE head SET changes = 1");
            s.execute("ANALYZE TABLE product, product_version");
        }
    }

    private static World world() {
        List<String> receivers = List.of("UN", "ECOWAS", "EU", "FRA", "MLI");
        List<Organisation> organisations =
                new ArrayList<>(List.of(new Organisation("AU", Organisation.Kind.PRINCIPAL)));
        receivers.forEach(r -> organisations.add(new Organisation(r, Organisation.Kind.PRINCIPAL)));
        return new World(
                List.of(new Scheme(
                        "AU",
                        "AU",
                        false,
                        List.of(
                                new Level("AU-U", "AU UNCLASSIFIED", false, "AU", 0),
                                new Level("AU-C", "AU CONFIDENTIAL", true, "AU", 1)))),
                List.of(new Equivalence("AU-C", 2, Equivalence.Status.AGREED, Interval.ALWAYS)),
                organisations,
                List.of(),
                List.of(new org.entente.access.Mission("AFISMA", null)),
                receivers.stream()
                        .map(r -> new Arrangement("AU", r, null, "AU-C", Interval.ALWAYS))
                        .toList(),
                List.of(),
                Set.of(),
                Set.of("sow"));
    }

    private static Map<String, Hat> hats() {
        Map<String, Hat> hats = new LinkedHashMap<>();
        Map.of("UN", "85 %").forEach((o, share) -> hats.put(share, hat(o)));
        hats.put("10 %", hat("ECOWAS"));
        hats.put("1 %", hat("EU"));
        hats.put("0.1 %, all old", hat("FRA"));
        hats.put("one product", hat("MLI"));
        return hats;
    }

    private static Hat hat(String organisation) {
        return new Hat(
                "H-" + organisation,
                "sow",
                organisation,
                Set.of(),
                Set.of(),
                List.of(new Assignment("AFISMA", Interval.ALWAYS)),
                null,
                null,
                List.of(new Clearance("AU-C", Interval.ALWAYS)),
                List.of());
    }
}
