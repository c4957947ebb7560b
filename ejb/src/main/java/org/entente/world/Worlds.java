package org.entente.world;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out the present moment, reading the world again only when its version has moved. */
@ApplicationScoped
public class Worlds {
    private static final System.Logger LOG = System.getLogger(Worlds.class.getName());

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private WorldSeal seals;

    private final AtomicReference<@Nullable KnownWorld> latest = new AtomicReference<>();

    /** The newest world and the platform's time; {@link Unreachable} if the database does not answer. */
    public Moment moment() {
        try (Connection connection = database.getConnection();
                PreparedStatement head = connection.prepareStatement("SELECT world, changes, clock_offset,"
                        + " (SELECT MAX(version) FROM world_version) FROM head WHERE id = 1");
                ResultSet row = head.executeQuery()) {
            row.next();
            long version = row.getLong(1);
            long changes = row.getLong(2);
            Instant now = Instant.now().plus(Duration.ofMillis(row.getLong(3))).truncatedTo(ChronoUnit.MILLIS);
            return new Moment(at(version, Math.max(version, row.getLong(4)), connection), now, changes);
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

    /** What is wrong with the world in the tables; empty if an act made it. */
    public List<String> differences() {
        try (Connection connection = database.getConnection()) {
            long version = Sql.rows(connection, "SELECT world FROM head WHERE id = 1", r -> r.getLong(1))
                    .getFirst();
            seals.check(connection, WorldTables.read(connection, version));
            return List.of();
        } catch (WorldDiffers wrong) {
            return wrong.differences();
        } catch (SQLException e) {
            throw new Unreachable(e);
        }
    }

    /** @param newest that any act made: who turns the world back to an older one gets nobody to go by that */
    private KnownWorld at(long version, long newest, Connection connection) throws SQLException {
        KnownWorld known = latest.get();
        if (known != null && known.version() == newest) {
            return known;
        }
        if (newest > version) {
            throw WorldSeal.turnedBack(version);
        }
        KnownWorld read = WorldTables.read(connection, version);
        try {
            seals.check(connection, read);
        } catch (WorldDiffers wrong) {
            if (known == null) {
                throw wrong;
            }
            // everybody goes on by what the last act made; the watchman tells
            LOG.log(System.Logger.Level.ERROR, wrong.getMessage());
            return known;
        }
        latest.set(read);
        return read;
    }
}
