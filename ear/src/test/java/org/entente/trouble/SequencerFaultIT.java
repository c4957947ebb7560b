package org.entente.trouble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.entente.log.Field;
import org.entente.log.Frontier;
import org.entente.log.Leaf;
import org.entente.log.LogError;
import org.entente.log.Slots;
import org.junit.jupiter.api.Test;

/** Sequencers killed, paused and doubled, disks full, tables changed behind their back. Seeds are said in each failure. */
class SequencerFaultIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void killedAndPausedSequencersLoseNothingAndDoubleNothing() throws Exception {
        long seed = 20_131_001;
        Random dice = new Random(seed);
        try (LogTrial trial = new LogTrial()) {
            Writer writer = new Writer(trial, dice.nextLong());
            Thread writing = Thread.ofPlatform().start(writer);
            List<Process> two = new ArrayList<>(List.of(trial.sequencer(""), trial.sequencer("")));
            for (int round = 0; round < 8; round++) {
                TimeUnit.MILLISECONDS.sleep(300 + dice.nextInt(900));
                int victim = dice.nextInt(2);
                if (dice.nextBoolean()) {
                    LogTrial.signal(two.get(victim), "KILL");
                    two.get(victim).waitFor();
                    two.set(victim, trial.sequencer(""));
                } else {
                    // long enough for the other to take over; then the first wakes up and believes it leads
                    LogTrial.signal(two.get(victim), "STOP");
                    TimeUnit.MILLISECONDS.sleep(3_500);
                    LogTrial.signal(two.get(victim), "CONT");
                }
            }
            writer.stop();
            writing.join();
            trial.within(SOON, "everything is in the log and published, seed " + seed, trial::settled);
            assertEquals(writer.written, whole(trial), "seed " + seed + "\n" + trial.words());
            assertTrue(writer.written.size() > 500, "there was something to lose: " + writer.written.size());
            assertEquals(0, trial.number("SELECT COUNT(*) FROM log_alarm"), trial.words());
        }
    }

    @Test
    void aRestoredBackupIsNotSigned() throws Exception {
        try (LogTrial trial = new LogTrial()) {
            filled(trial, 300);
            for (String table : List.of("log_entry", "log_head", "log_publication")) {
                trial.execute("CREATE TABLE backup_" + table + " AS SELECT * FROM " + table);
            }
            filled(trial, 300);
            trial.killAll();
            for (String table : List.of("log_entry", "log_head", "log_publication")) {
                trial.execute("DELETE FROM " + table);
                trial.execute("INSERT INTO " + table + " SELECT * FROM backup_" + table);
            }
            write(trial, 50, 3);
            haltsWith(trial, "RESTORED_BACKUP");
            // without the note that the log kept for itself the witnesses know
            trial.killAll();
            trial.execute("DELETE FROM log_alarm");
            java.nio.file.Files.delete(trial.folder.resolve("public/signed"));
            haltsWith(trial, "RESTORED_BACKUP");
        }
    }

    @Test
    void whatIsChangedInTheTablesHaltsTheLog() throws Exception {
        Map<String, String> tamperings = new HashMap<>();
        tamperings.put(
                "edited",
                "UPDATE log_entry SET record = CONCAT(LEFT(record, 100), CHAR(7), SUBSTRING(record, 102)) WHERE idx = 40");
        tamperings.put("deleted", "DELETE FROM log_entry WHERE idx = 41");
        tamperings.put(
                "reordered",
                "UPDATE log_entry a JOIN log_entry b ON b.idx = 43 SET a.record = b.record WHERE a.idx = 42");
        tamperings.put("truncated", "DELETE FROM log_entry WHERE idx >= 100");
        tamperings.put(
                "back-dated",
                "UPDATE log_entry SET record = CONCAT(LEFT(record, 22), REPEAT(CHAR(1), 8), SUBSTRING(record, 31)) WHERE idx = 7");
        for (Map.Entry<String, String> tampering : tamperings.entrySet()) {
            try (LogTrial trial = new LogTrial()) {
                filled(trial, 120);
                long published = trial.number("SELECT MAX(size) FROM log_publication");
                trial.killAll();
                trial.execute(tampering.getValue());
                write(trial, 5, 4);
                trial.sequencer("");
                trial.within(
                        SOON,
                        tampering.getKey() + " is noticed",
                        () -> trial.number(
                                        "SELECT COUNT(*) FROM log_alarm WHERE kind IN ('HISTORY_CHANGED', 'RECORD_MISSING')")
                                > 0);
                assertEquals(published, trial.number("SELECT MAX(size) FROM log_publication"), "nothing was signed");
            }
        }
    }

    @Test
    void aFullDiskStopsPublicationUntilThereIsRoomAndLosesNothing() throws Exception {
        try (LogTrial trial = new LogTrial()) {
            Set<UUID> written = new HashSet<>(write(trial, 100, 5));
            // no file may grow beyond 4 kB: as on a disk that is full, writing fails half way
            Process cramped = trial.sequencer("ulimit -f 4;");
            trial.within(SOON, "the disk is full", () -> trial.words().contains("waits for the disk"));
            written.addAll(write(trial, 100, 6));
            assertTrue(cramped.isAlive());
            trial.within(
                    SOON,
                    "records are sequenced all the same",
                    () -> trial.number("SELECT COUNT(*) FROM log_entry") == 200);
            trial.killAll();
            trial.sequencer("");
            trial.within(SOON, "all is published once there is room", trial::settled);
            assertEquals(written, whole(trial));
        }
    }

    @Test
    void clocksSteppedByADayChangeNothing() throws Exception {
        try (LogTrial trial = new LogTrial()) {
            Set<UUID> written = new HashSet<>();
            for (int days : List.of(0, -1, 1, 0)) {
                trial.killAll();
                trial.stepClocks(Duration.ofDays(days));
                trial.sequencer("");
                written.addAll(write(trial, 50, 100 + days));
                trial.within(SOON, "published with clocks " + days + " days off", trial::settled);
                assertTrue(
                        trial.number("SELECT ABS(TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(), published_at) - " + 24 * days
                                        + ") <= 1 FROM log_publication ORDER BY size DESC LIMIT 1")
                                == 1,
                        "the sequencer saw the stepped clock");
            }
            assertEquals(written, whole(trial), trial.words());
            assertEquals(0, trial.number("SELECT COUNT(*) FROM log_alarm"), trial.words());
        }
    }

    private static void haltsWith(LogTrial trial, String kind) throws InterruptedException {
        long published = trial.number("SELECT COUNT(*) FROM log_publication");
        trial.sequencer("");
        trial.within(SOON, kind, () -> trial.number("SELECT COUNT(*) FROM log_alarm WHERE kind = '" + kind + "'") > 0);
        TimeUnit.SECONDS.sleep(2);
        assertEquals(published, trial.number("SELECT COUNT(*) FROM log_publication"), "nothing was signed");
    }

    private static void filled(LogTrial trial, int records) throws SQLException {
        write(trial, records, records);
        trial.sequencer("");
        trial.within(SOON, "the log is filled", trial::settled);
    }

    private static Set<UUID> write(LogTrial trial, int records, long seed) throws SQLException {
        Random dice = new Random(seed);
        Set<UUID> written = new HashSet<>();
        try (Connection c = trial.connection();
                PreparedStatement insert =
                        c.prepareStatement("INSERT INTO audit_outbox (event_id, record, owed) VALUES (?, ?, ?)")) {
            for (int i = 0; i < records; i++) {
                written.add(insert(insert, dice));
            }
        }
        return written;
    }

    private static UUID insert(PreparedStatement insert, Random dice) throws SQLException {
        UUID event = UUID.randomUUID();
        byte[] noise = new byte[Field.COUNT * 32];
        dice.nextBytes(noise);
        insert.setBytes(1, bytes(event));
        insert.setBytes(2, Leaf.made(event, Instant.now(), noise).encoded());
        // one organisation or another, and the joint auditor
        insert.setBytes(
                3,
                ByteBuffer.allocate(18)
                        .put((byte) dice.nextInt(4))
                        .putLong(Field.OBJECT.bit())
                        .put((byte) Slots.JOINT)
                        .putLong(Field.OBJECT.bit())
                        .array());
        insert.executeUpdate();
        return event;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The events of the log, after everything that must hold of it has been looked at. */
    private static Set<UUID> whole(LogTrial trial) throws SQLException, LogError {
        Set<UUID> events = new HashSet<>();
        Map<Integer, Long> sequences = new HashMap<>();
        Frontier frontier = new Frontier();
        try (Connection c = trial.connection();
                Statement s = c.createStatement()) {
            try (ResultSet r =
                    s.executeQuery("SELECT idx, event_id, record, seed, slots FROM log_entry ORDER BY idx")) {
                while (r.next()) {
                    assertEquals(frontier.size(), r.getLong(1), "indices are dense");
                    Leaf leaf = Leaf.decode(r.getBytes(3));
                    assertArrayEquals(bytes(leaf.eventId()), r.getBytes(2));
                    assertTrue(events.add(leaf.eventId()), "twice: " + leaf.eventId());
                    Slots slots = Slots.decode(r.getBytes(4), r.getBytes(5));
                    assertArrayEquals(slots.rootFor(leaf.eventId()), leaf.slots());
                    for (Slots.Given given : slots.given()) {
                        assertEquals(sequences.merge(given.slot(), 1L, Long::sum), given.count(), "numbers are dense");
                    }
                    frontier.append(r.getBytes(3));
                }
            }
            try (ResultSet r = s.executeQuery("SELECT root, size FROM log_head")) {
                r.next();
                assertArrayEquals(frontier.root(), r.getBytes(1));
                assertEquals(frontier.size(), r.getLong(2));
            }
        }
        return events;
    }

    /** Keeps inserting, a few records a commit, and remembers what was committed. */
    private static final class Writer implements Runnable {
        private final LogTrial trial;
        private final Random dice;
        private final Set<UUID> written = new HashSet<>();
        private volatile boolean stopped;

        Writer(LogTrial trial, long seed) {
            this.trial = trial;
            this.dice = new Random(seed);
        }

        void stop() {
            stopped = true;
        }

        @Override
        public void run() {
            try (Connection c = trial.connection();
                    PreparedStatement insert =
                            c.prepareStatement("INSERT INTO audit_outbox (event_id, record, owed) VALUES (?, ?, ?)")) {
                c.setAutoCommit(false);
                while (!stopped) {
                    Set<UUID> some = new HashSet<>();
                    for (int i = dice.nextInt(8); i >= 0; i--) {
                        some.add(insert(insert, dice));
                    }
                    c.commit();
                    written.addAll(some);
                    TimeUnit.MILLISECONDS.sleep(dice.nextInt(8));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
