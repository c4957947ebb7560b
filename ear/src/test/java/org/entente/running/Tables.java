package org.entente.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.product.ActedHands;
import org.entente.release.ActedReleases;
import org.entente.world.ActedWorld;
import org.jspecify.annotations.Nullable;

/** The platform's tables, looked at from outside: what is really stored, whatever the answer said. */
public final class Tables {
    private static final List<String> KEPT = List.of(
            "product",
            "product_version",
            "product_portion",
            "content",
            "acknowledgement",
            "product_copy",
            "idempotency",
            "import_row",
            "product_change",
            "hat_suspension");

    /** All records, be they in the log already or on their way into it. */
    public static final String RECORDS =
            "(SELECT event_id, record FROM audit_outbox UNION ALL SELECT event_id, record FROM log_entry)";

    private Tables() {}

    public static Connection as(String user) throws SQLException {
        Platform platform = Platform.running();
        try {
            String password = Files.readString(platform.folder().resolve("secrets/" + user + ".password"))
                    .strip();
            return DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:" + platform.port("database") + "/entente", user, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows lie in every table that operations on products write to. */
    public static Map<String, Long> stored() {
        Map<String, Long> counts = new LinkedHashMap<>();
        KEPT.forEach(table -> counts.put(table, number("SELECT COUNT(*) FROM " + table)));
        counts.put("states", number("SELECT COALESCE(SUM(CRC32(CONCAT(id, state, version_no))), 0) FROM product"));
        return counts;
    }

    /** A sum over every table but those that every request writes to, refused or not, and what timers do by themselves. */
    public static Map<String, Long> sums() {
        Map<String, Long> sums = new LinkedHashMap<>();
        try (Connection connection = as("entente_owner");
                var names = connection.createStatement();
                ResultSet tables = names.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                        + " AND table_name NOT REGEXP '^(audit|decision_ground|log|notice)' ORDER BY 1")) {
            while (tables.next()) {
                try (var sum = connection.createStatement();
                        ResultSet row = sum.executeQuery("CHECKSUM TABLE `" + tables.getString(1) + "`")) {
                    row.next();
                    sums.put(tables.getString(1), row.getLong(2));
                }
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long number(String sql, Object... parameters) {
        try (Connection connection = as("entente_owner");
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what a story needs of its surroundings and no operation offers. */
    public static int change(String sql, Object... parameters) {
        try (Connection connection = as("entente_owner");
                PreparedStatement change = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                change.setObject(i + 1, parameters[i]);
            }
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one text that a query finds. */
    public static String text(String sql) {
        try (Connection connection = as("entente_owner");
                var select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An instant in July or August at which everything that tests have published and handed over lies behind, so that nothing appears by itself. */
    public static String quiet() {
        try (Connection connection = as("entente_owner");
                var select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "SELECT DATE_FORMAT(DATE_ADD(MAX(at), INTERVAL 2 SECOND), '%Y-%m-%dT%H:%i:%sZ') FROM (SELECT published at"
                                + " FROM product UNION ALL SELECT GREATEST(valid_from, COALESCE(visible_at, valid_from))"
                                + " FROM dissemination) appeared WHERE at < '2013-08-31'")) {
            row.next();
            return Scenario.SETTLED.compareTo(row.getString(1)) > 0 ? Scenario.SETTLED : row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets an organisation's administrator have changed their mind, which the platform itself does not offer yet. */
    public static void restoreHat(String hat) {
        try (Connection connection = as("entente_owner")) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM hat_suspension WHERE hat = ?");
                    var statement = connection.createStatement()) {
                delete.setString(1, hat);
                delete.executeUpdate();
                moved(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a hat on another head, as if a file had said so. */
    public static void worn(String hat, String person) {
        try (Connection connection = as("entente_owner")) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement("UPDATE hat SET person = ? WHERE id = ?");
                    var statement = connection.createStatement()) {
                update.setString(1, person);
                update.setString(2, hat);
                update.executeUpdate();
                moved(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets a hat serve in a mission as well, as if a file had said so. */
    public static void assigned(String hat, String mission, String from) {
        try (Connection connection = as("entente_owner")) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO hat_span (hat, kind, subject, valid_from) VALUES (?, 'ASSIGNMENT', ?, ?)");
                    var statement = connection.createStatement()) {
                insert.setString(1, hat);
                insert.setString(2, mission);
                insert.setString(3, from);
                insert.executeUpdate();
                moved(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets a hat serve as a State's that is a member of its organisation until then, as if a file had said so; null: as nobody's. */
    public static void serving(String hat, @Nullable String state, String until) {
        try (Connection connection = as("entente_owner")) {
            connection.setAutoCommit(false);
            try (PreparedStatement serves = connection.prepareStatement("UPDATE hat SET state = ? WHERE id = ?");
                    PreparedStatement member = connection.prepareStatement("UPDATE membership SET valid_to = ?");
                    var statement = connection.createStatement()) {
                serves.setString(1, state);
                serves.setString(2, hat);
                serves.executeUpdate();
                member.setString(1, until);
                member.executeUpdate();
                moved(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets an organisation be of that kind, as if a file had said so. */
    public static void kind(String organisation, String kind) {
        try (Connection connection = as("entente_owner")) {
            connection.setAutoCommit(false);
            try (PreparedStatement update =
                            connection.prepareStatement("UPDATE organisation SET kind = ? WHERE code = ?");
                    var statement = connection.createStatement()) {
                update.setString(1, kind);
                update.setString(2, organisation);
                update.executeUpdate();
                moved(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if no force had ever been flagged: clocks of stories are set back, and what was barred for a while would be so again. */
    public static void unbarred() {
        try (Connection connection = as("entente_owner");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("DELETE FROM bar");
            moved(statement);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The world has another version now, sealed as if an act had made it, so that everybody goes by it. */
    private static void moved(Statement statement) throws SQLException {
        statement.executeUpdate("UPDATE head SET world = world + 1 WHERE id = 1");
        statement.executeUpdate("INSERT INTO world_version (version, hash, source, loaded_at, document)"
                + " SELECT h.world, w.hash, w.source, UTC_TIMESTAMP(3), w.document FROM head h"
                + " JOIN world_version w ON w.version = h.world - 1 WHERE h.id = 1");
        ActedWorld.seal(statement.getConnection(), Platform.running().folder());
    }

    /** Gives the exercise's own products back to those who had them, for the stories after one that took them away. */
    public static void restoreExercise() {
        String theirs = " IN ('" + String.join("', '", Scenario.products()) + "')";
        String early = " r.product" + theirs + " AND p.handed_at = r.requested_at";
        try (Connection connection = as("entente_owner");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String change : List.of(
                    "DELETE s FROM release_signature s JOIN release_request r ON r.id = s.release_id"
                            + " JOIN release_recipient p ON p.release_id = r.id WHERE s.ordinal > 1 AND" + early,
                    "UPDATE register_entry e JOIN release_request r ON r.number = e.release_no"
                            + " JOIN release_recipient p ON p.release_id = r.id"
                            + " SET e.disposed_at = NULL, e.certificate = NULL WHERE" + early,
                    "UPDATE release_request r JOIN release_recipient p ON p.release_id = r.id SET r.ended_why = NULL,"
                            + " r.moved_at = r.requested_at, r.stage = IF(EXISTS (SELECT 1 FROM release_recipient q"
                            + " WHERE q.release_id = r.id AND q.acknowledged_at IS NULL), 'DISSEMINATED', 'ACKNOWLEDGED')"
                            + " WHERE r.stage = 'WITHDRAWN' AND" + early,
                    "UPDATE release_recipient p JOIN release_request r ON r.id = p.release_id"
                            + " SET p.ended_at = NULL, p.ended_why = NULL, p.disposed_at = NULL WHERE" + early,
                    "UPDATE dissemination d JOIN product p ON p.id = d.product_id SET d.valid_to = NULL"
                            + " WHERE d.valid_from = p.published AND p.number" + theirs,
                    "UPDATE head SET changes = changes + 1 WHERE id = 1",
                    "INSERT INTO product_change (seq, product_id) SELECT h.changes, p.id FROM head h, product p"
                            + " WHERE h.id = 1 AND p.number" + theirs)) {
                statement.executeUpdate(change);
            }
            ActedHands.seal(connection, Platform.running().folder());
            ActedReleases.bind(connection, Platform.running().folder());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
