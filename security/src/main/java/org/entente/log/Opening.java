package org.entente.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The value behind one field of a record, with the 32 random bytes that keep its digest from being guessed. */
public record Opening(int fieldId, byte[] salt, byte[] value) {
    private static final byte[] DOMAIN = "entente-field".getBytes(StandardCharsets.US_ASCII);

    public Opening {
        if (salt.length != 32) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
    }

    /** The field as the record of this event carries it. */
    public Leaf.Field sealedFor(UUID eventId) {
        MessageDigest sha = TreeHash.sha256();
        sha.update(DOMAIN);
        sha.update(ByteBuffer.allocate(16 + 2)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .putShort((short) fieldId)
                .array());
        sha.update(salt);
        sha.update(ByteBuffer.allocate(4).putInt(value.length).array());
        return new Leaf.Field(fieldId, sha.digest(value));
    }
}
