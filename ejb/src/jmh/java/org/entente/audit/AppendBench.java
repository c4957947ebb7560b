package org.entente.audit;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.entente.log.Leaf;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Durable records a second at 1, 8 and 64 callers: through the appender that the platform uses, with a commit for each, and, as
 * the limit, by one writer that always has a full batch. In one run on the database of a platform that runs, in the schema for
 * trials. Arguments: the platform's folder, seconds for each measurement.
 */
public final class AppendBench {
    private static final int BATCH = 1024;

    private AppendBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Properties ports = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("ports.properties"))) {
            ports.load(reader);
        }
        MariaDbDataSource database = new MariaDbDataSource(
                "jdbc:mariadb://127.0.0.1:" + ports.getProperty("database") + "/entente_trial?useBulkStmts=true");
        database.setUser("entente_owner");
        database.setPassword(Files.readString(folder.resolve("secrets/entente_owner.password"))
                .strip());
        tables(folder, ports);
        DataSource pool = new Pool(database, 66).asDataSource();
        Appender appender = new Appender();
        appender.database = pool;
        appender.threads = (ManagedThreadFactory) Proxy.newProxyInstance(
                AppendBench.class.getClassLoader(),
                new Class<?>[] {ManagedThreadFactory.class},
                (self, method, its) -> new Thread((Runnable) its[0]));
        appender.grounds = new GroundStore();
        appender.grounds.database = pool;
        appender.start();
        for (int round = 0; round < 3; round++) {
            double limit = full(pool, seconds);
            System.out.printf("round %d: limit, full batches of %d by one writer: %,.0f/s%n", round, BATCH, limit);
            for (int callers : List.of(1, 8, 64)) {
                double single = measure(callers, seconds, () -> single(pool));
                double group = measure(callers, seconds, () -> appender.append(event()));
                System.out.printf(
                        "  %2d callers: single commits %,8.0f/s, appender %,8.0f/s = %.2fx single, %.2fx limit%n",
                        callers, single, group, group / single, group / limit);
            }
        }
        appender.stop();
        System.exit(0);
    }

    private interface Work {
        void once() throws Exception;
    }

    private static double measure(int callers, int seconds, Work work) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        CountDownLatch ended = new CountDownLatch(callers);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int i = 0; i < callers; i++) {
            Thread.ofPlatform().start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        work.once();
                        done.incrementAndGet();
                    }
                } catch (Exception e) {
                    e.printStackTrace();
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        return done.get() / (double) seconds;
    }

    private static double full(DataSource pool, int seconds) throws SQLException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long written = 0;
        try (Connection c = pool.getConnection()) {
            c.setAutoCommit(false);
            while (System.nanoTime() < end) {
                List<Entry> entries = new ArrayList<>(BATCH);
                for (int i = 0; i < BATCH; i++) {
                    entries.add(Entry.of(event()));
                }
                Entry.write(c, entries);
                c.commit();
                written += BATCH;
            }
            c.setAutoCommit(true);
        }
        return written / (double) seconds;
    }

    private static void single(DataSource pool) throws SQLException {
        try (Connection c = pool.getConnection()) {
            c.setAutoCommit(false);
            Entry.write(c, List.of(Entry.of(event())));
            c.commit();
            c.setAutoCommit(true);
        }
    }

    private static Event event() {
        return new Event(
                UUID.randomUUID(),
                "READ_PRODUCT",
                12,
                Instant.now(),
                "UN",
                0,
                3,
                1,
                Leaf.Outcome.PERMIT,
                Leaf.Mode.D,
                new byte[32],
                "solberg",
                "LO-UN",
                "LIAISON_OFFICER",
                "MINUSMA",
                "0123456789abcdef0123456789abcdef",
                "127.0.0.1",
                "UN-0123ABCD",
                "1",
                "AU",
                "AU CONFIDENTIAL//REL TO AU, UN",
                "PERMIT",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                new Opens());
    }

    private static void tables(Path folder, Properties ports) throws SQLException, IOException {
        MariaDbDataSource owner =
                new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + ports.getProperty("database") + "/");
        owner.setUser("entente_owner");
        owner.setPassword(Files.readString(folder.resolve("secrets/entente_owner.password"))
                .strip());
        try (Connection c = owner.getConnection();
                Statement s = c.createStatement()) {
            s.execute("CREATE OR REPLACE DATABASE entente_trial");
            for (String table : Arrays.asList("audit_outbox", "audit_opening", "audit_opened", "decision_ground")) {
                s.execute("CREATE TABLE entente_trial." + table + " LIKE entente." + table);
            }
        }
    }

    /** As few lines as a pool can have: a connection is there for each caller. */
    private record Pool(BlockingQueue<Connection> free) {
        Pool(DataSource database, int size) throws SQLException {
            this(new ArrayBlockingQueue<>(size));
            for (int i = 0; i < size; i++) {
                free.add(database.getConnection());
            }
        }

        DataSource asDataSource() {
            return (DataSource) Proxy.newProxyInstance(
                    AppendBench.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, its) -> {
                        Connection real = free.take();
                        return Proxy.newProxyInstance(
                                AppendBench.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (connection, called, with) -> {
                                    if (called.getName().equals("close")) {
                                        free.add(real);
                                        return null;
                                    }
                                    return called.invoke(real, with);
                                });
                    });
        }
    }
}
