package org.entente.world;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Changes facts of the world one at a time, in the caller's transaction; they hold from the very next request on. */
@ApplicationScoped
public class WorldChanges {
    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** Does the statement and makes the next version of the world, with the hash that records will name (AUD-06). */
    public void apply(String sql, @Nullable Object... parameters) {
        Sql.on(database, c -> {
            execute(c, sql, parameters);
            execute(c, "UPDATE head SET world = world + 1 WHERE id = 1");
            long version = rows(c, "SELECT world FROM head WHERE id = 1", r -> r.getLong(1))
                    .getFirst();
            KnownWorld known = WorldTables.read(c, version);
            return execute(
                    c,
                    "INSERT INTO world_version (version, hash, source, loaded_at, document)"
                            + " SELECT ?, ?, source, UTC_TIMESTAMP(3), ? FROM world_version WHERE version = ?",
                    version,
                    known.hash(),
                    known.policy().world().text(),
                    version - 1);
        });
    }

    /** A giver's consent that its information inside one product may go to a receiver (CAV-13). */
    public void consent(String giver, String receiver, String product, Instant from, @Nullable Instant to) {
        apply(
                "INSERT INTO consent (giver, receiver, product, valid_from, valid_to, from_file)"
                        + " VALUES (?, ?, ?, ?, ?, FALSE)",
                giver,
                receiver,
                product,
                from,
                to);
    }
}
