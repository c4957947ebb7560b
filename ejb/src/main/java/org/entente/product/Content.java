package org.entente.product;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.audit.Ticket;
import org.entente.world.Unreachable;

/**
 * The only class that reads the words of products, on a connection that nothing else holds, and only against a ticket: proof
 * that the reading is recorded already. The text index reads without one, and so does the
 * check of a sanitised version: they keep no words and show none.
 */
@ApplicationScoped
class Content {
    static final int TITLE = 0;

    @Resource(lookup = "java:app/jdbc/content")
    private DataSource words;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Title and portions of one version, by ordinal. */
    Map<Integer, String> open(Ticket ticket, long version) {
        return read(List.of(version), "").getOrDefault(version, Map.of());
    }

    /** Titles only, by version. */
    Map<Long, String> titles(Ticket ticket, Collection<Long> versions) {
        Map<Long, String> titles = new HashMap<>();
        read(versions, " AND ordinal = " + TITLE).forEach((version, text) -> titles.put(version, text.get(TITLE)));
        return titles;
    }

    /** For the comparison of a sanitised version with what was taken out; nothing of it is shown to anybody. */
    Map<Integer, String> forCheck(long version) {
        return read(List.of(version), "").getOrDefault(version, Map.of());
    }

    Map<Long, Map<Integer, String>> forIndex(Collection<Long> versions) {
        return read(versions, "");
    }

    private Map<Long, Map<Integer, String>> read(Collection<Long> versions, String restriction) {
        Map<Long, Map<Integer, String>> found = new HashMap<>();
        if (versions.isEmpty()) {
            return found;
        }
        String marks = versions.stream().map(v -> "?").collect(Collectors.joining(", "));
        String sql = "SELECT version_id, ordinal, text FROM content WHERE version_id IN (" + marks + ")" + restriction;
        try (Connection connection = words.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int i = 1;
            for (long version : versions) {
                select.setLong(i++, version);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong(1), v -> new HashMap<>()).put(row.getInt(2), row.getString(3));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    /** Writes in the caller's transaction; this user can write here and not read. */
    void write(long version, String title, List<String> texts) {
        String sql = "INSERT INTO content (version_id, ordinal, text) VALUES (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int ordinal = TITLE; ordinal <= texts.size(); ordinal++) {
                insert.setLong(1, version);
                insert.setInt(2, ordinal);
                insert.setString(3, ordinal == TITLE ? title : texts.get(ordinal - 1));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }
}
