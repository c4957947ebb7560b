package org.entente.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.log.EventTypes;
import org.entente.log.Field;
import org.entente.log.LeafView;
import org.entente.log.LogError;
import org.entente.log.Opening;
import org.entente.log.Owed;
import org.entente.log.Slots;
import org.jspecify.annotations.Nullable;

/**
 * One event as the tables have it: the values behind the record, and the record. The values are what they were only as long as they
 * fit its digests, so whoever shows them asks {@link #differing} first.
 *
 * @param owed by slot; as the sequencer numbered it once it did
 * @param record as the log has it, with its slots; null while it is not sequenced yet
 * @param erased the fields that a purge erased
 */
public record OpeningRow(
        UUID event,
        Map<Field, String> values,
        byte[] salts,
        Map<Integer, Long> owed,
        byte @Nullable [] record,
        @Nullable Slots slots,
        Set<Field> erased) {
    /** The rows of {@link #read}, to be gone on with by a condition on {@code o}, the openings, or {@code e}, their places. */
    public static final String SELECT = "SELECT o.*, e.idx, e.record, e.seed, e.slots,"
            + " (SELECT GROUP_CONCAT(x.field) FROM opening_erasure x JOIN audit_opening b ON b.event_id = x.by_event"
            + " AND b.action = 'APPROVE_PURGE' AND b.outcome = 'PERMIT' WHERE x.event_id = o.event_id) erased"
            + " FROM audit_opening o LEFT JOIN log_entry e ON e.event_id = o.event_id";

    private static final Set<Field> ELSEWHERE =
            EnumSet.of(Field.OPENED, Field.ACTION, Field.OCCURRED, Field.ACTOR, Field.POLICY);

    /** Reads a row of {@link #SELECT}. */
    public static OpeningRow read(ResultSet r) throws SQLException {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (!ELSEWHERE.contains(field)) {
                put(values, field, r.getString(field.column()));
            }
        }
        String actor = r.getString("actor_org");
        put(values, Field.ACTION, number(r.getString("action")));
        put(
                values,
                Field.OCCURRED,
                Long.toString(r.getObject("occurred_at", LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli()));
        put(values, Field.ACTOR, actor.isEmpty() ? Event.NOBODY : actor);
        put(values, Field.POLICY, HexFormat.of().formatHex(r.getBytes("policy_hash")));
        byte[] record = r.getBytes("record");
        Slots slots = record == null ? null : Slots.decode(r.getBytes("seed"), r.getBytes("slots"));
        return new OpeningRow(
                EventId.of(r.getBytes("event_id")),
                values,
                r.getBytes("salts"),
                slots == null ? owed(r.getBytes("owed")) : owed(slots),
                record,
                slots,
                erased(r.getString("erased")));
    }

    private static Map<Integer, Long> owed(byte[] encoded) {
        Map<Integer, Long> owed = new TreeMap<>();
        for (ByteBuffer in = ByteBuffer.wrap(encoded); in.hasRemaining(); ) {
            int slot = in.get();
            owed.put(slot, in.getLong());
        }
        return owed;
    }

    private static Map<Integer, Long> owed(Slots slots) {
        return slots.given().stream().collect(Collectors.toMap(Slots.Given::slot, Slots.Given::owed));
    }

    private static Set<Field> erased(@Nullable String fields) throws SQLException {
        Set<Field> erased = EnumSet.noneOf(Field.class);
        if (fields != null) {
            for (String number : fields.split(",", -1)) {
                try {
                    erased.add(Field.of(Integer.parseInt(number)));
                } catch (LogError none) {
                    throw new SQLException(none);
                }
            }
        }
        return erased;
    }

    public @Nullable String value(Field field) {
        return values.get(field);
    }

    public byte[] salt(Field field) {
        return Arrays.copyOfRange(salts, Entry.at(field), Entry.at(field) + Entry.SALT);
    }

    /** The value, if the organisation of that slot is owed it. */
    public @Nullable String value(Field field, int slot) {
        return Owed.has(owed(slot), field) ? values.get(field) : null;
    }

    /** What the organisation of that slot is owed; 0 where the event does not concern it. */
    public long owed(int slot) {
        return owed.getOrDefault(slot, 0L);
    }

    /**
     * The fields whose values are not those of the record: changed, taken away without an erasure, or owed and not there. All of
     * them where the record is no record or its slots are others; none as long as it is not sequenced.
     */
    public Set<Field> differing() {
        Set<Field> differing = EnumSet.noneOf(Field.class);
        byte[] bytes = record;
        Slots given = slots;
        if (bytes == null || given == null) {
            return differing;
        }
        LeafView view = new LeafView();
        try {
            view.read(bytes, 0, bytes.length);
        } catch (LogError broken) {
            return EnumSet.allOf(Field.class);
        }
        if (!view.eventId().equals(event) || !Arrays.equals(given.rootFor(event), view.slots())) {
            return EnumSet.allOf(Field.class);
        }
        long joint = owed(Slots.JOINT);
        for (Field field : Field.values()) {
            String value = values.get(field);
            boolean differs = value == null
                    ? Owed.has(joint, field) && !erased.contains(field)
                    : !Arrays.equals(Opening.of(field, salt(field), value).digestFor(event), view.digest(field));
            if (differs) {
                differing.add(field);
            }
        }
        return differing;
    }

    private static void put(Map<Field, String> values, Field field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** The number that the record has for an action; of what is none, none, which then differs. */
    private static @Nullable String number(String action) {
        return EventTypes.isKnown(action) ? Integer.toString(EventTypes.number(action)) : null;
    }
}
