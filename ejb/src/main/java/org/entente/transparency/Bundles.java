package org.entente.transparency;

import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Role;
import org.entente.log.Checkpoint;
import org.entente.log.LogError;
import org.entente.log.SignedNote;
import org.entente.log.Slots;
import org.entente.log.TilePath;
import org.entente.world.ActRow;
import org.entente.world.Sql;
import org.entente.world.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor takes home to check without the network and without trust in the operator: notes, tiles, records, and the
 * openings that this auditor may see. In the form that {@code docs/spec/log.md} lays down.
 */
@Stateless
public class Bundles {
    /** Records in one bundle; a larger log is taken in parts. */
    public static final long MOST = 250_000;

    private static final int NOTES = 200;

    @Inject
    private Gate gate;

    @Inject
    private LogFolder files;

    @Inject
    private Instance<ActRow.Kept> kept;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /**
     * Writes the bundle of the records from one index to another, rounded to whole tiles, into a file of its own, which the caller deletes.
     *
     * @param to null for the end of what was published
     */
    @Operation(Action.TAKE_BUNDLE)
    public Path take(long from, @Nullable Long to) {
        byte[] note = files.checkpoint();
        if (note == null) {
            throw Refused.notFound();
        }
        try {
            long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
            long end = to == null ? size : to;
            if (from < 0 || from > end || end > size || end - from > MOST) {
                throw Refused.malformed(
                        "range",
                        "from",
                        "AUD-02",
                        "A bundle has the records from one index to another, at most " + MOST + " of the " + size
                                + " that are published.");
            }
            // the joint auditor's numbers are those of all events
            int slot = gate.hat().has(Role.JOINT_AUDITOR)
                    ? Slots.JOINT
                    : gate.moment().world().logBit(gate.hat().organisation());
            // records lie in tiles of 256, and a tile is checked whole
            long first = from - from % TilePath.WIDTH;
            long last = Math.min(size, (end + TilePath.WIDTH - 1) / TilePath.WIDTH * TilePath.WIDTH);
            gate.notes("bundle " + from + "-" + end + " of " + size);
            Path file = Files.createTempFile("entente-bundle", ".zip");
            try (BundleFile bundle = new BundleFile(file)) {
                Sql.on(database, c -> {
                    write(bundle, new BundleRows(c, slot, kinds(), first, last), size, note, first, last);
                    return end;
                });
            }
            return file;
        } catch (LogError e) {
            throw new IllegalStateException("the newest note cannot be read", e);
        } catch (IOException e) {
            throw new Unreachable(e);
        }
    }

    private void write(BundleFile bundle, BundleRows rows, long size, byte[] note, long from, long end)
            throws SQLException {
        try {
            bundle.put("policy.txt", files.policy());
            bundle.put("range.json", "{\"from\": " + from + ", \"to\": " + end + "}\n");
            bundle.put("notes/" + size + ".txt", note);
            for (Kept kept : notes(rows, size)) {
                bundle.put("notes/" + kept.size + ".txt", kept.note);
            }
            bundle.tiles(files, size, from, end);
            rows.writeTo(bundle);
        } catch (IOException e) {
            throw new Unreachable(e);
        }
    }

    private List<ActRow> kinds() {
        return kept.stream().flatMap(k -> k.actRows().stream()).toList();
    }

    private record Kept(long size, String note) {}

    /** The newest of those that were published before. */
    private static List<Kept> notes(BundleRows rows, long size) throws SQLException {
        return rows(
                rows.connection(),
                "SELECT size, MAX(id) newest, (SELECT n.note FROM log_publication n WHERE n.id = MAX(p.id)) note"
                        + " FROM log_publication p WHERE size < ? GROUP BY size ORDER BY size DESC LIMIT " + NOTES,
                r -> new Kept(r.getLong("size"), r.getString("note")),
                size);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
