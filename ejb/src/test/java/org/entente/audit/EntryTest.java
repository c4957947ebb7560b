package org.entente.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.entente.log.Leaf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The record's format, byte by byte, read by hand. */
class EntryTest {
    private static final Event EVENT = new Event(
            UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
            "READ_PRODUCT",
            12,
            Instant.ofEpochMilli(0x0102030405L),
            "UN",
            0,
            0b101,
            Leaf.Outcome.DENY,
            Leaf.Mode.D,
            new byte[32],
            "solberg",
            "LO-UN",
            "LIAISON_OFFICER",
            "MINUSMA",
            null,
            "127.0.0.1",
            "P02",
            null,
            "AU",
            "AU SECRET//ORCON/SOURCE",
            "HIDDEN",
            List.of("NOT_RELEASABLE", "SOURCE"),
            null,
            null,
            "{}",
            null);

    @Test
    void aRecordHasTheFixedOrderAndAtMostTwoKilobytes() {
        ByteBuffer record = ByteBuffer.wrap(Entry.of(EVENT).record());
        byte[] magic = new byte[4];
        record.get(magic);
        assertEquals("ENT1", new String(magic, StandardCharsets.US_ASCII));
        assertEquals(0x0011223344556677L, record.getLong());
        assertEquals(0x8899aabbccddeeffL, record.getLong());
        assertEquals(12, record.getShort());
        assertEquals(0x0102030405L, record.getLong());
        assertEquals(0, record.get());
        assertEquals(0b101, record.getShort());
        assertEquals(0, record.getLong());
        assertEquals(1, record.get());
        assertEquals(0, record.get());
        record.position(record.position() + 32);
        assertEquals(EVENT.values().length, record.getShort());
        assertEquals(34 * EVENT.values().length, record.remaining());
    }

    @Test
    void everyDigestIsThatOfItsSaltedValueAndAbsentOnesLookLikeAnyOther() throws NoSuchAlgorithmException {
        Entry entry = Entry.of(EVENT);
        ByteBuffer record = ByteBuffer.wrap(entry.record());
        record.position(record.capacity() - 34 * EVENT.values().length);
        @Nullable String[] values = EVENT.values();
        for (int i = 0; i < values.length; i++) {
            assertEquals(i + 1, record.getShort());
            byte[] digest = new byte[32];
            record.get(digest);
            String value = values[i];
            if (value != null) {
                byte[] salt = Arrays.copyOfRange(entry.salts(), 32 * i, 32 * i + 32);
                assertArrayEquals(digest(i + 1, salt, value), digest);
            }
        }
        assertEquals(32 * values.length, entry.salts().length);
    }

    @Test
    void theRecordHoldsNoNameAndNoText() {
        String bytes = new String(Entry.of(EVENT).record(), StandardCharsets.ISO_8859_1);
        for (String word : List.of("solberg", "P02", "SECRET", "LO-UN", "127.0.0.1")) {
            assertFalse(bytes.contains(word), word);
        }
    }

    private static byte[] digest(int field, byte[] salt, String value) throws NoSuchAlgorithmException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(13 + 16 + 2 + 32 + 4 + utf8.length);
        all.put("entente-field".getBytes(StandardCharsets.US_ASCII));
        all.putLong(0x0011223344556677L).putLong(0x8899aabbccddeeffL).putShort((short) field);
        all.put(salt).putInt(utf8.length).put(utf8);
        return MessageDigest.getInstance("SHA-256").digest(all.array());
    }
}
