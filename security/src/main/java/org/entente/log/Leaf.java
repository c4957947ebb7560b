package org.entente.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One record of the audit log, format 2: 824 bytes, the same for every event, big-endian. Besides its id and the minute nothing in
 * it can be read: the rest are salted digests.
 *
 * @param minute when it was made, in minutes since 1970 UTC by the real clock; tells no more than the log's growth does
 * @param slots root over what the organisations are owed of it ({@link Slots}); zero until the sequencer gives it its numbers
 * @param digests of the fields in the order of their numbers, {@link Field#COUNT} times 32 bytes
 */
public record Leaf(UUID eventId, int minute, byte[] slots, byte[] digests) {
    private static final byte[] MAGIC = "ENT2".getBytes(StandardCharsets.US_ASCII);
    static final int HASH = 32;

    public static final int BYTES = 4 + 16 + 4 + HASH + Field.COUNT * HASH;

    /** How the operation ended. */
    public enum Outcome {
        PERMIT,
        DENY,
        ERROR
    }

    /** What had to be durable before the answer left: D the record itself, W its cosigned checkpoint. */
    public enum Mode {
        D,
        W
    }

    public Leaf {
        if (minute < 0 || slots.length != HASH || digests.length != Field.COUNT * HASH) {
            throw new IllegalArgumentException("a record has a minute, a root and " + Field.COUNT + " digests");
        }
    }

    /** A record that has no place yet. */
    public static Leaf made(UUID eventId, Instant at, byte[] digests) {
        return new Leaf(eventId, Math.toIntExact(at.getEpochSecond() / 60), new byte[HASH], digests);
    }

    /** Reads a record; whatever {@link #encoded} would not have written is refused. */
    public static Leaf decode(byte[] record) throws LogError {
        LeafView view = new LeafView();
        view.read(record, 0, record.length);
        return new Leaf(view.eventId(), view.minute(), view.slots(), view.digests());
    }

    /** The same record with the root over its slots, which only the sequencer can make. */
    public Leaf sequenced(byte[] root) {
        return new Leaf(eventId, minute, root, digests);
    }

    public byte[] encoded() {
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .putInt(minute)
                .put(slots)
                .put(digests)
                .array();
    }
}
