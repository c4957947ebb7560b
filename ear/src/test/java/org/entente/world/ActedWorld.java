package org.entente.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Seals what a story wrote into the world's tables as an act would have, with the secret that only the platform's host has. */
public final class ActedWorld {
    private ActedWorld() {}

    public static void seal(Connection c, Path folder) throws SQLException {
        long version = Sql.rows(c, "SELECT world FROM head WHERE id = 1", r -> r.getLong(1))
                .getFirst();
        try {
            KnownWorld world = WorldTables.read(c, version);
            byte[] seal = WorldSeal.of(world, Files.readAllBytes(folder.resolve("secrets/application.secret")));
            Sql.execute(
                    c,
                    "UPDATE world_version SET hash = ?, document = ?, people = ?, seal = ? WHERE version = ?",
                    world.hash(),
                    world.policy().world().text(),
                    world.people(),
                    seal,
                    version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
