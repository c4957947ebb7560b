package org.entente.audit;

import java.nio.ByteBuffer;
import java.util.UUID;

/** An event's number as people write it and as the tables keep it. */
public final class EventId {
    private EventId() {}

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }

    /** Sixteen bytes that are nobody's number where the text is no number. */
    public static byte[] bytes(String text) {
        try {
            return bytes(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
