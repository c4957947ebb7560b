package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The value behind one field of a record, with the 32 random bytes that keep its digest from being guessed. */
public record Opening(Field field, byte[] salt, byte[] value) {
    private static final byte[] DOMAIN = "entente-field/2".getBytes(StandardCharsets.US_ASCII);

    public Opening {
        if (salt.length != Leaf.HASH) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
    }

    public static Opening of(Field field, byte[] salt, String value) {
        return new Opening(field, salt, value.getBytes(UTF_8));
    }

    /** The digest of it that the record of this event carries. */
    public byte[] digestFor(UUID event) {
        MessageDigest sha = begun(DOMAIN, event);
        sha.update(ByteBuffer.allocate(2).putShort((short) field.number()).array());
        sha.update(salt);
        sha.update(ByteBuffer.allocate(4).putInt(value.length).array());
        return sha.digest(value);
    }

    /** A hash over something of an event, begun with what it is and with the event's id. */
    static MessageDigest begun(byte[] domain, UUID event) {
        MessageDigest sha = TreeHash.sha256();
        sha.update(domain);
        sha.update(ByteBuffer.allocate(16)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .array());
        return sha;
    }
}
