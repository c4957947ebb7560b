package org.entente.world;

import static org.entente.world.Sql.execute;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Changes facts of the world one at a time, in the caller's transaction; they hold from the very next request on. */
@ApplicationScoped
public class WorldChanges implements ActRow.Kept {
    @Override
    public List<ActRow> actRows() {
        return List.of(WorldMade.ROW);
    }

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    @Inject
    private WorldSeal seals;

    @Inject
    private Event<WorldMade> made;

    /** Makes these changes together, and with them the next version of the world. */
    public void apply(List<? extends WorldChange> changes) {
        Sql.on(database, c -> {
            // what somebody else wrote there must not be sealed with it
            seals.check(c, WorldTables.read(c, version(c)));
            for (WorldChange change : changes) {
                WorldWriter.write(c, change);
            }
            return next(c);
        });
    }

    public void apply(WorldChange change) {
        apply(List.of(change));
    }

    /**
     * Which version of the world it is, and stays until the end of the caller's transaction: for whoever judges by a version that
     * they read before, and must not build on another.
     */
    public long held() {
        return Sql.on(database, WorldChanges::version);
    }

    /** Held until the end of the caller's transaction, so that one change comes after the other. */
    private static long version(Connection c) throws SQLException {
        return rows(c, "SELECT world FROM head WHERE id = 1 FOR UPDATE", r -> r.getLong(1))
                .getFirst();
    }

    private int next(Connection c) throws SQLException {
        execute(c, "UPDATE head SET world = world + 1 WHERE id = 1");
        long version = version(c);
        KnownWorld known = WorldTables.read(c, version);
        int written = execute(
                c,
                "INSERT INTO world_version (version, hash, source, loaded_at, document, people, seal)"
                        + " SELECT ?, ?, source, UTC_TIMESTAMP(3), ?, ?, ? FROM world_version WHERE version = ?",
                version,
                known.hash(),
                known.policy().world().text(),
                known.people(),
                seals.of(known),
                version - 1);
        if (written != 1) {
            throw new IllegalStateException("version " + (version - 1) + " of the world is not on record");
        }
        made.fire(new WorldMade(version));
        return written;
    }
}
