package org.entente.gate;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.entente.audit.EventId;
import org.entente.world.ActRow;
import org.entente.world.Forgeries;
import org.entente.world.PlatformKey;
import org.entente.world.Sql;
import org.entente.world.WorldMade;
import org.jspecify.annotations.Nullable;

/**
 * Binds what an act writes of whoever signs or may do what to the act's record, and refuses to go by a row that is not as the last act
 * left it: who has the tables alone can neither sign nor give anybody a right (AUD-03).
 */
@ApplicationScoped
public class ActRows {
    private static final String DOMAIN = "entente-act-row/1";

    @Inject
    private Caller caller;

    @Inject
    private PlatformKey key;

    @Inject
    private Forgeries forgeries;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** @param after the event that wrote it before the one that is under way */
    private record Said(String key, byte[] digest, byte @Nullable [] after) {}

    /** Binds the rows that the act which is under way has just written, in its transaction; what has not changed needs no line. */
    public void made(ActRow kind, String where, @Nullable Object... values) {
        byte[] event = EventId.bytes(caller.visit().eventId);
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(values));
        parameters.addFirst(event);
        Sql.on(database, c -> {
            List<Said> written = rows(
                    c,
                    "SELECT " + kind.key() + ", " + kind.digest()
                            + " now, m.digest, (SELECT a.event_id FROM act_row a WHERE a.id ="
                            + " (SELECT MAX(x.id) FROM act_row x WHERE x.kind = '" + kind.kind() + "' AND x.row_key = "
                            + kind.key() + " AND x.event_id <> ?)) FROM " + newest(kind, where),
                    r -> Arrays.equals(r.getBytes("now"), r.getBytes("digest"))
                            ? new Said("", new byte[0], null)
                            : new Said(r.getString(1), r.getBytes(2), r.getBytes(4)),
                    parameters.toArray());
            keep(c, kind.kind(), written.stream().filter(s -> !s.key.isEmpty()).toList());
            return written.size();
        });
    }

    /** The rows with the newest line of each, if there is any. */
    static String newest(ActRow kind, String where) {
        return kind.table() + " t LEFT JOIN act_row m ON m.id = (SELECT MAX(x.id) FROM act_row x WHERE x.kind = '"
                + kind.kind() + "' AND x.row_key = " + kind.key() + ") WHERE " + kind.which() + " AND " + where;
    }

    void world(@Observes WorldMade made) {
        made(WorldMade.ROW, "t.version = ?", made.version());
    }

    /** Whether any act wrote this one. */
    public boolean bound(ActRow kind, String of) {
        return !Sql.on(
                        database,
                        c -> rows(
                                c,
                                "SELECT 1 FROM act_row WHERE kind = ? AND row_key = ? LIMIT 1",
                                r -> r.getInt(1),
                                kind.kind(),
                                of))
                .isEmpty();
    }

    /** Those of the rows that are not as an act left them; told to the auditors. */
    public List<String> forged(ActRow kind, String where, @Nullable Object... values) {
        List<String> forged = differing(kind, where, values);
        forged.forEach(k -> forgeries.met("no act made " + kind.kind() + " " + k + " as it stands"));
        return forged;
    }

    private List<String> differing(ActRow kind, String where, @Nullable Object... values) {
        return Sql.on(
                        database,
                        c -> rows(
                                c,
                                "SELECT " + kind.key() + " k, " + kind.digest()
                                        + " now, m.event_id, m.digest, m.after, m.seal, EXISTS (SELECT 1 FROM"
                                        + " act_row y WHERE y.kind = m.kind AND y.row_key = m.row_key AND y.after = m.event_id"
                                        + " AND y.event_id <> m.event_id) overwritten FROM "
                                        + newest(kind, where),
                                r -> {
                                    byte[] event = r.getBytes("event_id");
                                    boolean holds = event != null
                                            && !r.getBoolean("overwritten")
                                            && Arrays.equals(r.getBytes("now"), r.getBytes("digest"))
                                            && key.sealed(
                                                    r.getBytes("seal"),
                                                    parts(
                                                            event,
                                                            kind.kind(),
                                                            r.getString("k"),
                                                            r.getBytes("digest"),
                                                            r.getBytes("after")));
                                    return holds ? "" : r.getString("k");
                                },
                                values))
                .stream()
                .filter(k -> !k.isEmpty())
                .toList();
    }

    /** For a change: refuses to go on with what is not as an act left it, and binds it as the act under way leaves it at its end. */
    public void held(ActRow kind, Runnable written, String where, @Nullable Object... values) {
        Visit visit = caller.visit();
        if (visit.action.changes()
                && visit.held.putIfAbsent(name(kind, values), bound(kind, written, where, values)) == null) {
            check(kind, where, values);
        }
    }

    /** Binds what the act under way begins, as it leaves it at its end. */
    public void begun(ActRow kind, Runnable written, String where, @Nullable Object... values) {
        made(kind, where, values);
        caller.visit().held.put(name(kind, values), bound(kind, written, where, values));
    }

    private static String name(ActRow kind, @Nullable Object... values) {
        return kind.kind() + " " + Arrays.toString(values);
    }

    /** @param written sees to it that all that is to be bound is in the tables */
    private Runnable bound(ActRow kind, Runnable written, String where, @Nullable Object... values) {
        return () -> {
            written.run();
            made(kind, where, values);
        };
    }

    /** Binds what was held, once the act has done all it does. */
    void bindHeld(Visit visit) {
        visit.held.values().forEach(Runnable::run);
    }

    /** Refuses to go on with rows that are not as an act left them. */
    public void check(ActRow kind, String where, @Nullable Object... values) {
        List<String> forged = forged(kind, where, values);
        if (!forged.isEmpty()) {
            throw StoredDiffers.row(kind.kind() + " " + forged.getFirst());
        }
    }

    private void keep(Connection c, String kind, List<Said> written) throws SQLException {
        Visit visit = caller.visit();
        byte[] event = EventId.bytes(visit.eventId);
        try (PreparedStatement insert = c.prepareStatement(
                "INSERT INTO act_row (event_id, kind, row_key, digest, after, seal) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Said one : written) {
                visit.made.add(kind, one.key, one.digest, one.after == null ? null : EventId.of(one.after));
                insert.setBytes(1, event);
                insert.setString(2, kind);
                insert.setString(3, one.key);
                insert.setBytes(4, one.digest);
                insert.setBytes(5, one.after);
                insert.setBytes(6, key.seal(parts(event, kind, one.key, one.digest, one.after)));
                insert.addBatch();
            }
            if (!written.isEmpty()) {
                insert.executeBatch();
            }
        }
    }

    static byte[][] parts(byte[] event, String kind, String of, byte[] digest, byte @Nullable [] after) {
        return new byte[][] {
            (DOMAIN + "\n" + kind + "\n" + of + "\n").getBytes(StandardCharsets.UTF_8),
            event,
            digest,
            after == null ? new byte[0] : after
        };
    }
}
