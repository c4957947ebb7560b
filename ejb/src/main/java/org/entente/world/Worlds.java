package org.entente.world;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out the present moment, reading the world again only when its version has moved. */
@ApplicationScoped
public class Worlds {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    private final AtomicReference<@Nullable KnownWorld> latest = new AtomicReference<>();

    /** The newest world and the platform's time; {@link Unreachable} if the database does not answer. */
    public Moment moment() {
        try (Connection connection = database.getConnection();
                PreparedStatement head =
                        connection.prepareStatement("SELECT world, changes, clock_offset FROM head WHERE id = 1");
                ResultSet row = head.executeQuery()) {
            row.next();
            long version = row.getLong(1);
            long changes = row.getLong(2);
            Instant now = Instant.now().plus(Duration.ofMillis(row.getLong(3))).truncatedTo(ChronoUnit.MILLIS);
            return new Moment(at(version, connection), now, changes);
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    /** Sets the platform's clock, which then runs on from there. For exercises only; the caller has been admitted. */
    public void setClock(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE head SET clock_offset = ? WHERE id = 1")) {
            update.setLong(1, Duration.between(Instant.now(), now).toMillis());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    private KnownWorld at(long version, Connection connection) throws SQLException {
        KnownWorld known = latest.get();
        if (known != null && known.version() == version) {
            return known;
        }
        KnownWorld read = WorldTables.read(connection, version);
        latest.set(read);
        return read;
    }
}
