package org.entente.product;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.entente.gate.ActedRows;
import org.entente.world.ActedWorld;

/** Seals what a story handed over by hand as an act would have, with the secret that only the platform's host has. */
public final class ActedHands {
    private ActedHands() {}

    public static void seal(Connection c, Path folder) throws SQLException {
        Handings.seal(c, ActedWorld.key(folder), "TRUE");
        ActedRows.bind(c, folder, Handings.ROW);
        ActedRows.bind(c, folder, Version.ROW);
    }
}
