package org.entente.transparency;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.entente.audit.EventId;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.log.Checkpoint;
import org.entente.log.LogError;
import org.entente.log.RecordProof;
import org.entente.log.SignedNote;
import org.entente.log.Tiles;
import org.entente.world.Sql;
import org.entente.world.Unreachable;

/** The log that the organisations cosign, read by whom it concerns. */
@Stateless
public class LogRecords {
    private static final int ALARMS = 20;

    @Inject
    private Gate gate;

    @Inject
    private LogFolder files;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /** The newest note that a quorum cosigned (C2SP tlog-checkpoint). */
    @Operation(Action.SEE_LOG)
    public byte[] checkpoint() {
        gate.notes("checkpoint");
        byte[] note = files.checkpoint();
        if (note == null) {
            throw Refused.notFound();
        }
        return note;
    }

    /** A tile of hashes or a bundle of records (C2SP tlog-tiles); they hold digests and no names. */
    @Operation(Action.SEE_LOG)
    public byte[] tile(String path) {
        byte[] tile = files.tile(path);
        if (tile == null) {
            throw Refused.notFound();
        }
        gate.notes(path);
        return tile;
    }

    @Operation(Action.SEE_LOG)
    public LogHealth health() {
        gate.notes("health");
        // the log knows the server's clock alone, whatever an exercise does with the platform's
        return Sql.on(database, c -> health(c, Instant.now()));
    }

    private static LogHealth health(Connection c, Instant now) throws SQLException {
        record Note(long size, int cosignatures, Instant at) {}
        List<Note> newest = rows(
                c,
                "SELECT size, cosignatures, published_at FROM log_publication ORDER BY id DESC LIMIT 1",
                r -> new Note(r.getLong(1), r.getInt(2), Objects.requireNonNull(instant(r, "published_at"))));
        List<LogHealth.Witness> witnesses = rows(
                c,
                "SELECT name, size, answered_at, trouble FROM log_witness ORDER BY name",
                r -> new LogHealth.Witness(r.getString(1), r.getLong(2), instant(r, "answered_at"), r.getString(4)));
        List<LogHealth.Alarm> alarms = rows(
                c,
                "(SELECT at, kind, detail FROM log_alarm ORDER BY id DESC LIMIT " + ALARMS
                        + ") UNION ALL (SELECT at, kind, detail FROM log_finding ORDER BY id DESC LIMIT " + ALARMS
                        + ") ORDER BY at DESC LIMIT " + ALARMS,
                r -> new LogHealth.Alarm(Objects.requireNonNull(instant(r, "at")), r.getString(2), r.getString(3)));
        long differing = rows(
                        c, "SELECT COUNT(*) FROM log_finding WHERE kind <> '" + Findings.CLOCK + "'", r -> r.getLong(1))
                .getFirst();
        boolean none = newest.isEmpty();
        long published = none ? 0 : newest.getFirst().size;
        Instant at = none ? null : newest.getFirst().at;
        return rows(
                        c,
                        "SELECT size, waiting FROM log_head WHERE id = 1",
                        r -> new LogHealth(
                                LogHealth.Condition.of(r.getLong(1), published, at, differing, witnesses, now),
                                r.getLong(1),
                                r.getLong(2),
                                published,
                                none ? 0 : newest.getFirst().cosignatures,
                                at,
                                at == null ? null : Duration.between(at, now).toSeconds(),
                                differing,
                                witnesses,
                                alarms))
                .getFirst();
    }

    private record Place(long index, byte[] record) {}

    /**
     * Shows that an event is in the log: its record, the hashes up to the root, the cosigned note (C2SP tlog-proof). For the
     * organisations that the event concerns; for others there is nothing.
     */
    @Operation(Action.PROVE_EVENT)
    public byte[] proof(String event) {
        gate.asked(event);
        Hat hat = gate.hat();
        int bit = 1 << gate.moment().world().logBit(hat.organisation());
        List<Place> places = Sql.on(
                database,
                c -> rows(
                        c,
                        "SELECT e.idx, e.record FROM audit_opening o LEFT JOIN log_entry e ON e.event_id = o.event_id"
                                + " WHERE o.event_id = ? AND (? OR (o.subject_orgs & ?) <> 0)",
                        r -> new Place(r.getBytes(2) == null ? Long.MAX_VALUE : r.getLong(1), r.getBytes(2)),
                        EventId.bytes(event),
                        hat.has(Role.JOINT_AUDITOR),
                        bit));
        if (places.isEmpty()) {
            throw Refused.notFound();
        }
        return proof(places.getFirst());
    }

    private byte[] proof(Place place) {
        byte[] checkpoint = files.checkpoint();
        try {
            SignedNote note = checkpoint == null ? null : SignedNote.parse(checkpoint);
            long size = note == null ? 0 : Checkpoint.parse(note.text()).size();
            if (note == null || place.index >= size) {
                throw Refused.wrongState(
                        "The event is recorded and not cosigned yet; ask again in a few seconds.", "AUD-02");
            }
            return new RecordProof(
                            place.record, Tiles.durable(files.root()).tree(size).inclusion(place.index), note)
                    .encoded();
        } catch (IOException e) {
            throw new Unreachable(e);
        } catch (LogError e) {
            throw new IllegalStateException("the log's own files do not prove its record", e);
        }
    }
}
