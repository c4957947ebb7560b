package org.entente.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.entente.log.Field;
import org.entente.log.Leaf;
import org.entente.log.Made;
import org.entente.log.Owed;
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
            2,
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
            null,
            new Made(),
            new Opens());

    @Test
    void aRecordHasTheFixedOrderAndLength() {
        ByteBuffer record = ByteBuffer.wrap(Entry.of(EVENT).record());
        byte[] magic = new byte[4];
        record.get(magic);
        assertEquals("ENT2", new String(magic, StandardCharsets.US_ASCII));
        assertEquals(0x0011223344556677L, record.getLong());
        assertEquals(0x8899aabbccddeeffL, record.getLong());
        assertTrue(Math.abs(Instant.now().getEpochSecond() / 60 - record.getInt()) <= 1);
        byte[] slots = new byte[32];
        record.get(slots);
        assertArrayEquals(new byte[32], slots, "which the sequencer fills in");
        assertEquals(24 * 32, record.remaining());
    }

    @Test
    void everyDigestIsThatOfItsSaltedValueAndAbsentOnesLookLikeAnyOther() throws NoSuchAlgorithmException {
        Entry entry = Entry.of(EVENT);
        ByteBuffer record = ByteBuffer.wrap(entry.record());
        record.position(56);
        Map<Field, String> values = EVENT.values();
        for (Field field : Field.values()) {
            byte[] digest = new byte[32];
            record.get(digest);
            String value = values.get(field);
            if (value != null) {
                byte[] salt = Arrays.copyOfRange(entry.salts(), Entry.at(field), Entry.at(field) + 32);
                assertArrayEquals(digest(field.number(), salt, value), digest);
            }
        }
        assertEquals(32 * 24, entry.salts().length);
    }

    /** AUD-04, CAV-10: what the reader's organisation is owed of something hidden is what it is owed of nothing there. */
    @Test
    void cav10_aHiddenProductIsOwedLikeAnAbsentOne() {
        long own = owed(0);
        for (Field tells : List.of(
                Field.ORIGINATOR,
                Field.OBJECT_VERSION,
                Field.MARKING,
                Field.DECISION,
                Field.REASONS,
                Field.OBJECT_GROUND)) {
            assertFalse(Owed.has(own, tells), tells.name());
        }
        assertTrue(Owed.has(own, Field.PERSON) && Owed.has(own, Field.OBJECT) && Owed.has(own, Field.OUTCOME));
        long originators = owed(2);
        assertTrue(Owed.has(originators, Field.MARKING) && Owed.has(originators, Field.REASONS));
        for (Field names : List.of(Field.PERSON, Field.HAT, Field.ADDRESS, Field.HAT_GROUND, Field.DETAIL)) {
            assertFalse(Owed.has(originators, names), names.name());
        }
        assertEquals(Set.of(0, 2, 15), Owing.of(EVENT, EVENT.values(), Set.of()).keySet());
    }

    private static long owed(int slot) {
        return Objects.requireNonNull(Owing.of(EVENT, EVENT.values(), Set.of()).get(slot));
    }

    @Test
    void aud05_aListOfWhatWasOpenedIsForItsOwnerAndTheReader() {
        Map<Integer, Long> owed = Owing.of(EVENT, EVENT.values(), Set.of(2, 3));
        assertEquals(Owed.list(2) | Owed.list(3), Objects.requireNonNull(owed.get(0)) & (Owed.list(2) | Owed.list(3)));
        assertEquals(Owed.list(2), Objects.requireNonNull(owed.get(2)) & (Owed.list(2) | Owed.list(3)));
        Opens opens = new Opens();
        for (int ordinal : new int[] {4, 0, 1, 2}) {
            opens.add(2, "P02", 3, ordinal);
        }
        opens.add(2, "P01", 1, 0);
        assertEquals("P01\t1\t0\nP02\t3\t0-2,4\n", opens.lists().get(2));
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
        ByteBuffer all = ByteBuffer.allocate(15 + 16 + 2 + 32 + 4 + utf8.length);
        all.put("entente-field/2".getBytes(StandardCharsets.US_ASCII));
        all.putLong(0x0011223344556677L).putLong(0x8899aabbccddeeffL).putShort((short) field);
        all.put(salt).putInt(utf8.length).put(utf8);
        return MessageDigest.getInstance("SHA-256").digest(all.array());
    }
}
