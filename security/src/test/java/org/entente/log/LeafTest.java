package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.Vectors;
import org.junit.jupiter.api.Test;

/** Records of format 2 with what stands behind them; docs/spec/audit.md has the layout. */
class LeafTest {
    private static final UUID EVENT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    private static Leaf leaf(long seed) {
        byte[] digests = new byte[Field.COUNT * 32];
        new SplittableRandom(seed).nextBytes(digests);
        return Leaf.made(EVENT, Instant.parse("2013-07-01T00:00:30Z"), digests);
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void aRecordIsReadAsItWasWritten() throws LogError {
        Leaf leaf = leaf(1).sequenced(filled(9));
        Leaf decoded = Leaf.decode(leaf.encoded());
        assertEquals(824, leaf.encoded().length);
        assertArrayEquals(leaf.encoded(), decoded.encoded());
        assertEquals(EVENT, decoded.eventId());
        assertEquals(Instant.parse("2013-07-01T00:00:00Z"), Instant.ofEpochSecond(decoded.minute() * 60L));
        assertArrayEquals(filled(9), decoded.slots());
    }

    @Test
    void whatWouldNotHaveBeenWrittenIsNotRead() {
        byte[] sound = leaf(2).encoded();
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThrows(LogError.class, () -> Leaf.decode(cut));
        }
        assertThrows(LogError.class, () -> Leaf.decode(Arrays.copyOf(sound, sound.length + 1)));
        for (int at : new int[] {0, 3, 20}) {
            byte[] changed = sound.clone();
            changed[at] = (byte) 0x80;
            assertThrows(LogError.class, () -> Leaf.decode(changed), "byte " + at);
        }
    }

    @Test
    void damagedRecordsAreReadOrRefusedAndNothingElse() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] sound = leaf(3).encoded();
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

    /** What others must compute too; made once by this code and once by hand (vectors/log.txt). */
    @Test
    void theVectorsOfTheSpecificationHold() throws Exception {
        Slots slots = new Slots(
                filled(1),
                List.of(new Slots.Given(0, 7, 3), new Slots.Given(2, 1, Owed.list(2)), new Slots.Given(15, 42, 7)));
        Opened opened = new Opened(filled(2), new TreeMap<>(Map.of(1, "P02\t3\t0-2,4\n")));
        String said = String.join(
                "\n",
                "field " + hex(Opening.of(Field.PERSON, filled(3), "sow").digestFor(EVENT)),
                "slots " + hex(slots.rootFor(EVENT)),
                "opened " + hex(opened.rootFor(EVENT)),
                "");
        assertEquals(Files.readString(Vectors.FOLDER.resolve("log.txt")), said);
    }

    @Test
    void anOrganisationIsShownItsOwnSlotAndCanCheckIt() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 2_000; i++) {
            TreeMap<Integer, Slots.Given> given = new TreeMap<>();
            TreeMap<Integer, String> lists = new TreeMap<>();
            for (int slot = 0; slot < 16; slot++) {
                if (random.nextInt(3) == 0) {
                    given.put(slot, new Slots.Given(slot, 1 + random.nextLong(1000), random.nextLong()));
                }
                if (slot < 15 && random.nextInt(3) == 0) {
                    lists.put(slot, "P" + i + "\t1\t0-" + slot + "\n");
                }
            }
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            UUID event = new UUID(random.nextLong(), random.nextLong());
            Slots slots = new Slots(seed, List.copyOf(given.values()));
            Slots read = Slots.decode(seed, slots.encoded());
            assertEquals(slots.given(), read.given());
            for (Slots.Given one : given.values()) {
                Slots.Shown shown = read.shown(event, one);
                assertArrayEquals(slots.rootFor(event), shown.rootFor(event));
                Slots.Given other = new Slots.Given(one.slot(), one.count() + 1, one.owed());
                assertTrue(!Arrays.equals(
                        slots.rootFor(event), new Slots.Shown(other, shown.salt(), shown.path()).rootFor(event)));
            }
            Opened opened = new Opened(seed, lists);
            for (int slot : lists.keySet()) {
                Opened.Shown shown = opened.shown(event, slot);
                assertArrayEquals(opened.rootFor(event), shown.rootFor(event));
                assertTrue(!Arrays.equals(
                        opened.rootFor(event),
                        new Opened.Shown(slot, shown.list() + "P99\t1\t0\n", shown.salt(), shown.path())
                                .rootFor(event)));
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
