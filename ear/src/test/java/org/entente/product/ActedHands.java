package org.entente.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Seals what a story handed over by hand as an act would have, with the secret that only the platform's host has. */
public final class ActedHands {
    private ActedHands() {}

    public static void seal(Connection c, Path folder) throws SQLException {
        try {
            Handings.seal(c, Files.readAllBytes(folder.resolve("secrets/application.secret")), "TRUE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
