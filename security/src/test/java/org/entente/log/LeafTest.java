package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final UUID EVENT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    private static Leaf leaf(int fields) {
        List<Leaf.Field> all = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            byte[] digest = new byte[32];
            digest[0] = (byte) i;
            all.add(new Leaf.Field(0xFF00 + i, digest));
        }
        byte[] policy = new byte[32];
        policy[31] = 9;
        return new Leaf(EVENT, 0xFFFE, -3, 255, 0x8001, Long.MAX_VALUE, Leaf.Outcome.ERROR, Leaf.Mode.W, policy, all);
    }

    @Test
    void aRecordIsReadAsItWasWritten() throws LogError {
        for (int fields = 0; fields <= 57; fields++) {
            byte[] encoded = leaf(fields).encoded();
            Leaf decoded = Leaf.decode(encoded);
            assertArrayEquals(encoded, decoded.encoded());
            assertEquals(EVENT, decoded.eventId());
            assertEquals(0xFFFE, decoded.eventType());
            assertEquals(-3, decoded.occurredMs());
            assertEquals(255, decoded.actorOrg());
            assertEquals(0x8001, decoded.subjectOrgs());
            assertEquals(Long.MAX_VALUE, decoded.orgSeq());
            assertEquals(Leaf.Outcome.ERROR, decoded.outcome());
            assertEquals(Leaf.Mode.W, decoded.mode());
            assertEquals(fields, decoded.fields().size());
        }
    }

    @Test
    void whatWouldNotHaveBeenWrittenIsNotRead() {
        byte[] sound = leaf(3).encoded();
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThrows(LogError.class, () -> Leaf.decode(cut));
        }
        refused(sound, 0, 'F');
        refused(sound, 3, '2');
        refused(sound, LeafView.ORG_SEQ, 0x80);
        refused(sound, LeafView.ORG_SEQ + 8, 3);
        refused(sound, LeafView.ORG_SEQ + 9, 2);
        refused(sound, Leaf.HEADER_BYTES - 1, 2);
        assertThrows(LogError.class, () -> Leaf.decode(Arrays.copyOf(sound, sound.length + 1)));
        assertThrows(LogError.class, () -> Leaf.decode(Arrays.copyOf(sound, Leaf.MAX_BYTES + 1)));
    }

    @Test
    void theSequencerChangesNothingButTheRunningNumber() throws LogError {
        byte[] encoded = leaf(2).encoded();
        byte[] sequenced = Leaf.sequenced(encoded, 0x0102030405060708L);
        assertEquals(0x0102030405060708L, Leaf.decode(sequenced).orgSeq());
        ByteBuffer.wrap(sequenced).putLong(LeafView.ORG_SEQ, Long.MAX_VALUE);
        assertArrayEquals(encoded, sequenced);
        assertThrows(IllegalArgumentException.class, () -> Leaf.sequenced(encoded, 0));
        assertThrows(LogError.class, () -> Leaf.sequenced(new byte[3], 1));
    }

    @Test
    void damagedRecordsAreReadOrRefusedAndNothingElse() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] sound = leaf(4).encoded();
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] damaged = Damage.of(sound, random);
            try {
                assertArrayEquals(damaged, Leaf.decode(damaged).encoded(), "seed 11, " + i);
                read++;
            } catch (LogError refused) {
                assertTrue(refused.sentence().length() > 5);
            }
        }
        assertTrue(read > 1000 && read < 90_000, "read " + read);
    }

    private static void refused(byte[] sound, int at, int value) {
        byte[] changed = sound.clone();
        changed[at] = (byte) value;
        assertThrows(LogError.class, () -> Leaf.decode(changed), "byte " + at);
    }
}
