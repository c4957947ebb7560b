package org.entente.gate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.entente.audit.EventId;
import org.entente.world.ActRow;
import org.entente.world.ActedWorld;
import org.entente.world.PlatformKey;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/** Binds what a story wrote into the tables as if an act had, one that is in no log, with the secret that only the platform's host has. */
public final class ActedRows {
    private ActedRows() {}

    private record Row(String key, byte[] digest, byte @Nullable [] before) {}

    /** All rows of that kind which are not as they were bound last. */
    public static void bind(Connection c, Path folder, ActRow kind) throws SQLException {
        PlatformKey key = ActedWorld.key(folder);
        byte[] event = EventId.bytes(UUID.randomUUID());
        List<Row> rows = Sql.rows(
                c,
                "SELECT " + kind.key() + ", " + kind.digest() + ", m.event_id FROM " + ActRows.newest(kind, "TRUE")
                        + " AND (m.digest IS NULL OR m.digest <> " + kind.digest() + ")",
                r -> new Row(r.getString(1), r.getBytes(2), r.getBytes(3)));
        try (PreparedStatement insert = c.prepareStatement(
                "INSERT INTO act_row (event_id, kind, row_key, digest, after, seal) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                insert.setBytes(1, event);
                insert.setString(2, kind.kind());
                insert.setString(3, row.key);
                insert.setBytes(4, row.digest);
                insert.setBytes(5, row.before);
                insert.setBytes(6, key.seal(ActRows.parts(event, kind.kind(), row.key, row.digest, row.before)));
                insert.addBatch();
            }
            if (!rows.isEmpty()) {
                insert.executeBatch();
            }
        }
    }
}
