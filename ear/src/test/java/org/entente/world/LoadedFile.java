package org.entente.world;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.entente.access.WorldFile;
import org.entente.running.Tables;

/** What the tables would be if that file were loaded; nothing of it stays. */
public final class LoadedFile {
    private final WorldFile.Loaded file;

    private LoadedFile(WorldFile.Loaded file) {
        this.file = file;
    }

    public static LoadedFile of(String world) {
        if (WorldFile.read(new StringReader(world)) instanceof WorldFile.Loaded loaded) {
            return new LoadedFile(loaded);
        }
        throw new IllegalArgumentException("this is no world");
    }

    /** The one number that a query finds then. */
    public long count(String sql, Object... values) throws SQLException {
        try (Connection c = Tables.as("entente_owner")) {
            c.setAutoCommit(false);
            try {
                WorldInTables.replace(c, file.world(), file.hats(), List.of());
                return Sql.rows(c, sql, r -> r.getLong(1), values).stream()
                        .findFirst()
                        .orElse(0L);
            } finally {
                c.rollback();
            }
        }
    }
}
