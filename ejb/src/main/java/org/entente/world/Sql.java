package org.entente.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.entente.identity.Interval;
import org.jspecify.annotations.Nullable;

/** Plain SQL in one line a statement; instants are stored as UTC wall time. */
public final class Sql {
    private Sql() {}

    /** Turns one row into a value. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done on one connection of the pool. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work in the caller's transaction; {@link Unreachable} if the database does not answer. */
    public static <T> T on(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    public static <T> List<T> rows(Connection c, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = bound(c, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (result.next()) {
                all.add(row.read(result));
            }
            return all;
        }
    }

    public static int execute(Connection c, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = bound(c, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    static Interval interval(ResultSet row, String from, String to) throws SQLException {
        return new Interval(instant(row, from), instant(row, to));
    }

    private static PreparedStatement bound(Connection c, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = c.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Instant at) {
                statement.setObject(i + 1, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }
}
