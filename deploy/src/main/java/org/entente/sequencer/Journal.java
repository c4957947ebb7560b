package org.entente.sequencer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.log.LogError;

/** The log's tables, on one connection. */
final class Journal implements AutoCloseable {
    static final int MOST_AT_ONCE = 1024;

    private final Connection connection;

    Journal(String url, String user, String password) throws SQLException {
        // the records of a batch go in one packet
        String options = url.contains("useBulkStmts") ? "" : (url.contains("?") ? "&" : "?") + "useBulkStmts=true";
        connection = DriverManager.getConnection(url + options, user, password);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    private record Waiting(byte[] event, byte[] record, byte[] owed) {}

    /** What shows that the sequencer of an epoch lives. */
    record Pulse(long epoch, long beat) {}

    Pulse pulse() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT epoch, beat FROM log_head WHERE id = 1");
                ResultSet row = query.executeQuery()) {
            row.next();
            Pulse pulse = new Pulse(row.getLong(1), row.getLong(2));
            connection.commit();
            return pulse;
        }
    }

    /** Takes the lead from the sequencer of that epoch; {@link Fenced} if another was faster. */
    Head takeOver(long epoch) throws SQLException, LogError, Fenced {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE log_head SET epoch = epoch + 1, beat = beat + 1 WHERE id = 1 AND epoch = ?")) {
            update.setLong(1, epoch);
            if (update.executeUpdate() != 1) {
                connection.rollback();
                throw new Fenced();
            }
            connection.commit();
        }
        return head(epoch + 1);
    }

    /** The head as it is stored; {@link Fenced} if it is no longer of that epoch. */
    Head head(long epoch) throws SQLException, LogError, Fenced {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT frontier, sequences, epoch FROM log_head WHERE id = 1");
                ResultSet row = query.executeQuery()) {
            row.next();
            Head head = Head.read(row.getBytes(1), row.getBytes(2), row.getLong(3));
            connection.commit();
            if (head.epoch() != epoch) {
                throw new Fenced();
            }
            return head;
        }
    }

    /** Shows that this sequencer lives, and how much waits. */
    void beat(Head head) throws SQLException, Fenced {
        try (PreparedStatement update = connection.prepareStatement("UPDATE log_head SET beat = beat + 1,"
                + " waiting = (SELECT COUNT(*) FROM audit_outbox) WHERE id = 1 AND epoch = ?")) {
            update.setLong(1, head.epoch());
            if (update.executeUpdate() != 1) {
                connection.rollback();
                throw new Fenced();
            }
            connection.commit();
        }
    }

    /**
     * Moves what waits from the outbox into the log, all of it or, when anything fails, nothing. An order of arrival is not
     * asked for: a lower number may commit later, so what is taken is deleted and nothing else is remembered.
     */
    Moved move(Head head) throws SQLException, LogError, Fenced {
        try {
            List<Waiting> waiting = waiting();
            if (waiting.isEmpty()) {
                connection.commit();
                return new Moved(head, 0);
            }
            Head next = head.copy();
            insert(next, waiting);
            delete(waiting);
            advance(head, next);
            connection.commit();
            return new Moved(next, waiting.size());
        } catch (SQLException | LogError | Fenced | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Where the log ends now, and how many records came in. */
    record Moved(Head head, int records) {}

    private List<Waiting> waiting() throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT event_id, record, owed FROM audit_outbox LIMIT " + MOST_AT_ONCE);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                waiting.add(new Waiting(row.getBytes(1), row.getBytes(2), row.getBytes(3)));
            }
        }
        return waiting;
    }

    private void insert(Head next, List<Waiting> waiting) throws SQLException, LogError {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO log_entry (idx, event_id, record, seed, slots) VALUES (?, ?, ?, ?, ?)")) {
            for (Waiting one : waiting) {
                insert.setLong(1, next.size());
                Head.Placed placed = next.append(one.record, one.owed);
                insert.setBytes(2, one.event);
                insert.setBytes(3, placed.record());
                insert.setBytes(4, placed.slots().seed());
                insert.setBytes(5, placed.slots().encoded());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void delete(List<Waiting> waiting) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM audit_outbox WHERE event_id IN (?" + ", ?".repeat(waiting.size() - 1) + ")")) {
            for (int i = 0; i < waiting.size(); i++) {
                delete.setBytes(i + 1, waiting.get(i).event);
            }
            delete.executeUpdate();
        }
    }

    /** The fence: nothing of this stays unless the log still ends where this sequencer left it, in its own epoch. */
    private void advance(Head head, Head next) throws SQLException, Fenced {
        try (PreparedStatement update = connection.prepareStatement("UPDATE log_head SET size = ?, root = ?,"
                + " frontier = ?, sequences = ?, beat = beat + 1 WHERE id = 1 AND epoch = ? AND size = ?")) {
            update.setLong(1, next.size());
            update.setBytes(2, next.frontier().root());
            update.setBytes(3, next.frontier().encoded());
            update.setBytes(4, next.storedSequences());
            update.setLong(5, head.epoch());
            update.setLong(6, head.size());
            if (update.executeUpdate() != 1) {
                throw new Fenced();
            }
        }
    }

    /** The records from one place to another, in order. */
    List<byte[]> records(long from, long to) throws SQLException {
        List<byte[]> records = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT idx, record FROM log_entry WHERE idx >= ? AND idx < ? ORDER BY idx")) {
            query.setLong(1, from);
            query.setLong(2, to);
            try (ResultSet row = query.executeQuery()) {
                for (long expected = from; row.next(); expected++) {
                    if (row.getLong(1) != expected) {
                        break;
                    }
                    records.add(row.getBytes(2));
                }
            }
        }
        connection.commit();
        return records;
    }

    /** Keeps a note for ever; not if another sequencer has taken over meanwhile. */
    void publish(Head head, String note, int cosignatures) throws SQLException, Fenced {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO log_publication (size, note,"
                        + " cosignatures, published_at) SELECT ?, ?, ?, UTC_TIMESTAMP(3) FROM log_head WHERE id = 1 AND epoch = ?")) {
            insert.setLong(1, head.size());
            insert.setString(2, note);
            insert.setInt(3, cosignatures);
            insert.setLong(4, head.epoch());
            int kept = insert.executeUpdate();
            connection.commit();
            if (kept != 1) {
                throw new Fenced();
            }
        }
    }

    /** What a witness said last; {@code trouble} is null if it cosigned. */
    void heard(String witness, long size, @org.jspecify.annotations.Nullable String trouble) throws SQLException {
        String answered = trouble == null ? "UTC_TIMESTAMP(3)" : "answered_at";
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO log_witness (name, size, answered_at,"
                + " trouble) VALUES (?, ?, " + (trouble == null ? "UTC_TIMESTAMP(3)" : "NULL")
                + ", ?) ON DUPLICATE KEY UPDATE size = GREATEST(size, VALUES(size)), answered_at = " + answered
                + ", trouble = VALUES(trouble)")) {
            upsert.setString(1, witness);
            upsert.setLong(2, size);
            upsert.setString(3, trouble == null ? null : shortened(trouble, 400));
            upsert.executeUpdate();
            connection.commit();
        }
    }

    void alarm(String kind, String detail) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO log_alarm (at, kind, detail) VALUES (UTC_TIMESTAMP(3), ?, ?)")) {
            insert.setString(1, kind);
            insert.setString(2, shortened(detail, 1000));
            insert.executeUpdate();
            connection.commit();
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
