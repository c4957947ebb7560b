package org.entente.release;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.entente.gate.ActedRows;
import org.entente.world.ActRow;

/** Binds releases that a story wrote by hand as an act would have. */
public final class ActedReleases {
    private ActedReleases() {}

    public static void bind(Connection c, Path folder) throws SQLException {
        for (ActRow kind : new ReleaseShelf().actRows()) {
            ActedRows.bind(c, folder, kind);
        }
    }
}
