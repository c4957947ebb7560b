package org.entente.world;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.entente.gate.ActedRows;

/** Seals what a story wrote into the world's tables as an act would have, with the secret that only the platform's host has. */
public final class ActedWorld {
    private ActedWorld() {}

    public static void seal(Connection c, Path folder) throws SQLException {
        long version = Sql.rows(c, "SELECT world FROM head WHERE id = 1", r -> r.getLong(1))
                .getFirst();
        KnownWorld world = WorldTables.read(c, version);
        Sql.execute(
                c,
                "UPDATE world_version SET hash = ?, document = ?, people = ?, seal = ? WHERE version = ?",
                world.hash(),
                world.policy().world().text(),
                world.people(),
                WorldSeal.of(world, key(folder)),
                version);
        ActedRows.bind(c, folder, WorldMade.ROW);
    }

    /** The key of the stack that runs in this folder. */
    public static PlatformKey key(Path folder) {
        return PlatformKey.in(folder.resolve("secrets/application.secret"));
    }
}
