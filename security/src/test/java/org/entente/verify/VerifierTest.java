package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.log.Checkpoint;
import org.entente.log.EntryBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final int MINUTE = 20;
    private static final int SLOTS = 24;

    @TempDir
    Path folder;

    private final GeneratedBundle.World world;

    VerifierTest() throws IOException {
        world = GeneratedBundle.World.read("seven-levels.json");
    }

    @Test
    void twoHundredSoundBundlesRaiseNoAlarm() throws Exception {
        SplittableRandom random = new SplittableRandom(200);
        int decisions = 0;
        for (int seed = 0; seed < 200; seed++) {
            Path bundle = folder.resolve("sound" + seed);
            int size = seed == 0 ? 0 : 1 + random.nextInt(seed % 20 == 0 ? 1500 : 150);
            GeneratedBundle made = new GeneratedBundle(seed, size, world);
            made.write(bundle);
            int retained = random.nextInt(size + 1);
            Verdict verdict = Verifier.verify(
                    seed % 5 == 0 ? zipped(bundle) : bundle,
                    null,
                    random.nextBoolean() ? null : GeneratedBundle.note(made.records, retained, 0, 2, 3));
            assertTrue(verdict.sound(), "seed " + seed + ": " + verdict.lines());
            assertTrue(verdict.lines().contains("openings: " + made.openings.size()));
            decisions += made.decisions.size();
        }
        assertTrue(decisions > 100);
    }

    @Test
    void theVerdictIsTheSameForEveryAuditor() throws Exception {
        new GeneratedBundle(5, 700, world).write(folder.resolve("b"));
        Verdict once = Verifier.verify(folder.resolve("b"), null, null);
        assertEquals(once, Verifier.verify(zipped(folder.resolve("b")), null, null));
        assertEquals("verdict: sound", once.lines().getFirst());
        assertTrue(once.lines().get(1).contains("which the bundle brought along"));
        Verdict own =
                Verifier.verify(folder.resolve("b"), GeneratedBundle.policy().getBytes(UTF_8), null);
        assertTrue(own.lines().get(1).contains("your own"));
    }

    /** Four hundred changes of records in their bundles; the first record that is not what it was is named. */
    @Test
    void aRecordThatIsChangedLostMovedOrAddedIsNamed() throws Exception {
        Path bundle = folder.resolve("b");
        GeneratedBundle made = new GeneratedBundle(6, 700, world);
        made.write(bundle);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            int number = random.nextInt(3);
            int width = number == 2 ? 700 - 512 : 256;
            Path file = bundle.resolve("tile/entries/00" + number + (width == 256 ? "" : ".p/" + width));
            byte[] sound = Files.readAllBytes(file);
            List<byte[]> records = new ArrayList<>(made.records.subList(number * 256, number * 256 + width));
            int at = random.nextInt(width);
            int first = at;
            byte[] changed = records.get(at).clone();
            switch (i % 8) {
                case 0 -> {
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                    records.set(at, changed);
                }
                case 1 -> records.remove(at);
                case 2 -> {
                    int other = (at + 1 + random.nextInt(width - 1)) % width;
                    java.util.Collections.swap(records, at, other);
                    first = Math.min(at, other);
                }
                case 3 -> {
                    changed[5] ^= 1;
                    records.add(at, changed);
                }
                case 4 -> {
                    ByteBuffer.wrap(changed).putInt(MINUTE, 1_600_000);
                    records.set(at, changed);
                }
                case 5 -> {
                    records.subList(at, width).clear();
                }
                case 6 -> records.add(records.getLast());
                default -> {
                    ByteBuffer.wrap(changed).putLong(SLOTS, 99_999);
                    records.set(at, changed);
                }
            }
            if (i % 8 == 6) {
                first = width;
            }
            byte[] tampered = bundled(records);
            if (i % 16 == 9) {
                int cut = random.nextInt(sound.length);
                tampered = Arrays.copyOf(sound, cut);
                EntryBundle whole = EntryBundle.parse(sound, width);
                first = 0;
                while (whole.ends()[first] <= cut) {
                    first++;
                }
            }
            Files.write(file, tampered);
            Verdict verdict = Verifier.verify(bundle, null, null);
            String expected = "first difference: record " + (number * 256 + first) + ":";
            assertTrue(verdict.lines().get(1).startsWith(expected), "seed 1, " + i + ", " + expected + verdict.lines());
            assertFalse(verdict.sound());
            Files.write(file, sound);
        }
        assertTrue(Verifier.verify(bundle, null, null).sound());
    }

    /** Three hundred turned bits in any file that is signed or hashed, and as many shorter ones. */
    @Test
    void aTurnedBitIsFoundWhereverItIs() throws Exception {
        Path bundle = folder.resolve("b");
        new GeneratedBundle(7, 600, world).write(bundle);
        List<Path> files;
        try (Stream<Path> all = Files.walk(bundle)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/tile/")
                            || file.toString().contains("/notes/"))
                    .sorted()
                    .toList();
        }
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300; i++) {
            Path file = files.get(i % files.size());
            byte[] sound = Files.readAllBytes(file);
            byte[] bent = sound.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            refused(bundle, file, bent, "seed 2, " + i);
            if (i < 100) {
                refused(bundle, file, Arrays.copyOf(sound, random.nextInt(sound.length)), "seed 2, cut " + i);
            }
            Files.write(file, sound);
        }
        assertTrue(Verifier.verify(bundle, null, null).sound());
    }

    /** Whoever holds the log's key and one witness's may write the past anew, and gets no quorum for it. */
    @Test
    void aForkUnderTheLogsKeyAndOneWitnesssHasNoQuorum() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            Path bundle = folder.resolve("fork" + i);
            int size = 2 + random.nextInt(200);
            GeneratedBundle made = new GeneratedBundle(1000 + i, size, world);
            byte[] retained = GeneratedBundle.note(made.records, size - random.nextInt(size), 0, 1, 2);
            int changed = random.nextInt(size);
            byte[] record = made.records.get(changed).clone();
            record[MINUTE + 3] ^= 1;
            made.records.set(changed, record);
            made.write(bundle);
            int accomplice = random.nextInt(4);
            for (int noted : made.noteSizes) {
                GeneratedBundle.put(
                        bundle, "notes/" + noted + ".txt", GeneratedBundle.note(made.records, noted, accomplice));
            }
            Verdict verdict = Verifier.verify(bundle, null, null);
            assertTrue(verdict.lines().get(1).contains("no quorum, only [W" + accomplice + "]"), verdict.toString());
            // Even with three of them the auditor's own note tells, if it is of what was changed.
            made.write(folder.resolve("quorate" + i));
            long kept = Checkpoint.parse(
                            org.entente.log.SignedNote.parse(retained).text())
                    .size();
            Verdict second = Verifier.verify(folder.resolve("quorate" + i), null, retained);
            assertEquals(kept <= changed, second.sound(), "seed 3, " + i + " " + second);
        }
    }

    @Test
    void aRestoredBackupIsToldByTheNoteThatWasKept() throws Exception {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 50; i++) {
            Path bundle = folder.resolve("old" + i);
            int size = 1 + random.nextInt(300);
            GeneratedBundle older = new GeneratedBundle(2000 + i, size, world);
            older.write(bundle);
            List<byte[]> later = new ArrayList<>(older.records);
            later.addAll(new GeneratedBundle(3000 + i, 1 + random.nextInt(20), world).records);
            Verdict verdict = Verifier.verify(bundle, null, GeneratedBundle.note(later, later.size(), 1, 2, 3));
            assertTrue(verdict.lines().get(1).startsWith("first difference: record " + size + ": it is missing"));
            assertTrue(Verifier.verify(bundle, null, GeneratedBundle.note(later, size, 1, 2, 3))
                    .sound());
        }
    }

    /** What a log that was signed by everybody must not have: gaps, second ids, types that nobody registered. */
    @Test
    void aLogThatWasWronglyMadeIsFoundThoughEverybodySignedIt() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            Path bundle = folder.resolve("wrong" + i);
            int size = 50 + random.nextInt(300);
            GeneratedBundle made = new GeneratedBundle(4000 + i, size, world);
            int at = 1 + random.nextInt(size - 1);
            byte[] record = made.records.get(at).clone();
            int kind = i % 3;
            switch (kind) {
                case 0 -> record[MINUTE] |= (byte) 0x80;
                case 1 -> System.arraycopy(made.records.getFirst(), 4, record, 4, 16);
                default -> record[0] = 'X';
            }
            made.records.set(at, record);
            made.write(bundle);
            String found = Verifier.verify(bundle, null, null).lines().get(1);
            assertTrue(found.startsWith("first difference: record " + at + ": "), "seed 5, " + i + " " + found);
            assertTrue(
                    found.contains(List.of("impossible minute", "a second time", "ENT2")
                            .get(kind)),
                    found);
        }
    }

    /** AUD-02, AUD-03: each organisation is owed what its slots say, and nothing of it can be kept back or changed unnoticed. */
    @Test
    void aud02_whatIsKeptBackFromAnOrganisationShows() throws Exception {
        for (int reader : new int[] {0, 1, 2, GeneratedBundle.JOINT}) {
            Path bundle = folder.resolve("owed" + reader);
            GeneratedBundle made = new GeneratedBundle(77, 150, world, reader);
            made.write(bundle);
            Verdict sound = Verifier.verify(bundle, null, null);
            assertTrue(sound.sound(), sound.toString());
            SplittableRandom random = new SplittableRandom(77);
            for (int i = 0; i < 8; i++) {
                String opening = gone(bundle, "openings.jsonl", made.openings, random);
                assertTrue(opening.contains("is owed to slot " + reader + ", and neither opened nor erased"), opening);
                String list = gone(bundle, "opened.jsonl", made.opened, random);
                assertTrue(list.contains("opened is owed to slot " + reader + " and not there"), list);
                // all but the last, which nothing follows yet
                String slot =
                        gone(bundle, "slots.jsonl", made.slots.subList(0, made.slots.size() - 1), random, made.slots);
                assertTrue(slot.contains("one is kept back"), slot);
                int at = random.nextInt(made.slots.size());
                String one = made.slots.get(at);
                lines(bundle, "slots.jsonl", made.slots, at, one.replaceAll("\"count\":\\d+", "\"count\":100000"), i);
                lines(
                        bundle,
                        "slots.jsonl",
                        made.slots,
                        at,
                        one.replaceAll("\"owed\":\"[0-9a-f]{16}", "\"owed\":\"0000000000000001"),
                        i);
                lines(
                        bundle,
                        "slots.jsonl",
                        made.slots,
                        at,
                        one.replaceAll("\"owed\":\"[0-9a-f]{16}", "\"owed\":\"f000000000000000"),
                        i);
                lines(
                        bundle,
                        "slots.jsonl",
                        made.slots,
                        at,
                        one.replaceAll("\"slot\":\\d+", "\"slot\":" + (reader + 1) % 16),
                        i);
                lines(bundle, "slots.jsonl", made.slots, at, one + "\n" + one, i);
                int which = random.nextInt(made.opened.size());
                lines(
                        bundle,
                        "opened.jsonl",
                        made.opened,
                        which,
                        made.opened.get(which).replace("0-2", "0-1"),
                        i);
                lines(
                        bundle,
                        "opened.jsonl",
                        made.opened,
                        which,
                        made.opened.get(which).replaceAll("\"slot\":2", "\"slot\":3"),
                        i);
            }
            if (reader == GeneratedBundle.JOINT) {
                Files.write(bundle.resolve("slots.jsonl"), GeneratedBundle.lines(made.slots.subList(0, 149)));
                assertTrue(Verifier.verify(bundle, null, null)
                        .lines()
                        .get(1)
                        .contains("kept back from the joint auditor"));
            }
            Files.write(bundle.resolve("slots.jsonl"), GeneratedBundle.lines(made.slots));
            assertTrue(Verifier.verify(bundle, null, null).sound());
            refused(bundle, bundle.resolve("shown-to.json"), "{}".getBytes(UTF_8), "for nobody");
            Files.delete(bundle.resolve("shown-to.json"));
            assertFalse(Verifier.verify(bundle, null, null).sound(), "a bundle that says not for whom it is");
        }
    }

    /** One organisation's bundle says nothing of what concerns others alone: as many bytes, other bytes, and no more. */
    @Test
    void cav10_aRecordTellsNothingOfWhatItDoesNotConcern() {
        GeneratedBundle made = new GeneratedBundle(78, 500, world, 3);
        for (byte[] record : made.records) {
            assertEquals(made.records.getFirst().length, record.length);
        }
        assertTrue(made.slots.size() < 250, "an organisation has slots of its own events alone: " + made.slots.size());
        for (String opening : made.openings) {
            assertTrue(made.slots.stream().anyMatch(slot -> slot.startsWith(opening.substring(0, 46))), opening);
        }
    }

    /** Without one line; the difference that is found. */
    private static String gone(Path bundle, String name, List<String> sound, SplittableRandom random)
            throws IOException {
        return gone(bundle, name, sound, random, sound);
    }

    private static String gone(
            Path bundle, String name, List<String> among, SplittableRandom random, List<String> sound)
            throws IOException {
        List<String> changed = new ArrayList<>(sound);
        changed.remove(random.nextInt(among.size()));
        Files.write(bundle.resolve(name), GeneratedBundle.lines(changed));
        Verdict verdict = Verifier.verify(bundle, null, null);
        assertFalse(verdict.sound());
        Files.write(bundle.resolve(name), GeneratedBundle.lines(sound));
        return verdict.lines().get(1);
    }

    /** More than a hundred changes of notes, openings, erasures, receipts, decisions and worlds. */
    @Test
    void whatWasAddedToTheLogMustAgreeWithIt() throws Exception {
        Path bundle = folder.resolve("b");
        GeneratedBundle.World rich = GeneratedBundle.World.read("rules.json");
        GeneratedBundle made = new GeneratedBundle(12, 150, rich);
        for (int seed = 13; made.erasures.isEmpty(); seed++) {
            made = new GeneratedBundle(seed, 150, rich);
        }
        made.write(bundle);
        assertTrue(Verifier.verify(bundle, null, null).sound());
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 12; i++) {
            List<String> openings = made.openings;
            int one = random.nextInt(openings.size());
            int two = (one + 1 + random.nextInt(openings.size() - 1)) % openings.size();
            String first = openings.get(one);
            String second = openings.get(two);
            lines(bundle, "openings.jsonl", openings, one, swapped(first, second), i);
            lines(bundle, "openings.jsonl", openings, one, first.replace("\"value\":\"", "\"value\":\"x"), i);
            lines(bundle, "openings.jsonl", openings, one, first.replaceAll("\"field\":\\d+", "\"field\":99"), i);
            lines(bundle, "openings.jsonl", openings, one, first.replace("{", "{\"x\":1,"), i);
            String receipt = made.receipts.get(random.nextInt(made.receipts.size()));
            int place = made.receipts.indexOf(receipt);
            lines(bundle, "receipts.jsonl", made.receipts, place, null, i);
            lines(bundle, "receipts.jsonl", made.receipts, place, receipt + "\n" + receipt, i);
            lines(bundle, "receipts.jsonl", made.receipts, place, receipt.replace("56", "57"), i);
            lines(bundle, "receipts.jsonl", made.receipts, place, receipt.replace("release", "gift"), i);
            lines(bundle, "receipts.jsonl", made.receipts, place, receipt.replace("\"R", "\"Q"), i);
            String decision = made.decisions.get(random.nextInt(made.decisions.size()));
            int taken = made.decisions.indexOf(decision);
            String other = decision.contains("\"PERMIT\"") ? "HIDDEN" : "PERMIT";
            lines(
                    bundle,
                    "decisions.jsonl",
                    made.decisions,
                    taken,
                    decision.replaceAll("\"outcome\":\"[A-Z_]+\"", "\"outcome\":\"" + other + "\""),
                    i);
            lines(
                    bundle,
                    "decisions.jsonl",
                    made.decisions,
                    taken,
                    decision.replace("ANALYST", "LIAISON_OFFICER").replace("\\\"id\\\": \\\"", "\\\"id\\\": \\\"X"),
                    i);
            lines(
                    bundle,
                    "decisions.jsonl",
                    made.decisions,
                    taken,
                    decision.replaceAll("\"world\":\"..", "\"world\":\"zz"),
                    i);
            lines(
                    bundle,
                    "decisions.jsonl",
                    made.decisions,
                    taken,
                    decision.replaceAll("\"reasons\":\\[", "\"reasons\":[\"EXCLUDED\","),
                    i);
        }
        String erasure = made.erasures.getFirst();
        lines(bundle, "erasures.jsonl", made.erasures, 0, erasure.replace(":5,", ":6,"), 0);
        lines(bundle, "erasures.jsonl", made.erasures, 0, erasure + "\n" + erasure, 0);
        lines(bundle, "erasures.jsonl", made.erasures, 0, swappedEvents(erasure), 0);
        lines(
                bundle,
                "erasures.jsonl",
                made.erasures,
                0,
                made.openings.getFirst().replaceAll(",\"salt.*", ",\"by\":\"" + made.events.getLast() + "\"}"),
                0);
        // what no purge erased
        lines(
                bundle,
                "erasures.jsonl",
                made.erasures,
                0,
                erasure.substring(0, erasure.lastIndexOf(':')) + ":\"" + made.events.getLast() + "\"}",
                0);
        Path worldFile = bundle.resolve("worlds/" + rich.hash() + ".txt");
        String text = rich.file().world().text();
        String changed = text.replaceFirst("PRINCIPAL", "STATE");
        assertFalse(changed.equals(text));
        refused(bundle, worldFile, changed.getBytes(UTF_8), "world");
        refused(bundle, worldFile, "{}".getBytes(UTF_8), "world");
        Files.write(worldFile, text.getBytes(UTF_8));
        for (int noted : made.noteSizes) {
            Path note = bundle.resolve("notes/" + noted + ".txt");
            byte[] sound = Files.readAllBytes(note);
            refused(bundle, note, GeneratedBundle.note(made.records, noted, 0, 1), "two of four");
            refused(
                    bundle,
                    note,
                    GeneratedBundle.note(new Checkpoint("other.example/log", noted, new byte[32]), 0, 1, 2),
                    "origin");
            refused(
                    bundle,
                    note,
                    GeneratedBundle.note(new Checkpoint(GeneratedBundle.ORIGIN, noted, new byte[32]), 0, 1, 2),
                    "root");
            refused(bundle, note, GeneratedBundle.note(made.records, noted == 0 ? 1 : noted - 1, 0, 1, 2), "size");
            Files.write(note, sound);
        }
        for (String stray :
                List.of("notes/x.txt", "notes/01.txt", "tile/0/999", "tile/entries/000.p/300", "tile/9/000.p/1")) {
            GeneratedBundle.put(bundle, stray, new byte[32]);
            assertFalse(Verifier.verify(bundle, null, null).sound(), stray);
            Files.delete(bundle.resolve(stray));
        }
        assertTrue(Verifier.verify(bundle, null, null).sound());
    }

    @Test
    void aPartOfALogIsCheckedWithHashesForTheRest() throws Exception {
        GeneratedBundle made = new GeneratedBundle(10, 1400, world);
        made.noteSizes.addAll(List.of(100, 600, 1000, 1300));
        Path whole = folder.resolve("whole");
        made.write(whole);
        Path part = folder.resolve("part");
        part(made, whole, part, 512, 1024);
        assertTrue(
                Verifier.verify(part, null, null).sound(),
                Verifier.verify(part, null, null).toString());
        SplittableRandom random = new SplittableRandom(7);
        List<Path> used = List.of(part.resolve("tile/entries/002"), part.resolve("tile/entries/003"));
        for (int i = 0; i < 60; i++) {
            Path file = used.get(i % 2);
            byte[] sound = Files.readAllBytes(file);
            byte[] bent = sound.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            refused(part, file, bent, "seed 7, " + i);
            Files.write(file, sound);
        }
        // the hashes that stand for the records before and after
        for (String name : List.of("tile/1/000.p/5", "tile/0/005.p/120")) {
            byte[] sound = Files.readAllBytes(part.resolve(name));
            for (int i = 0; i < 20; i++) {
                byte[] bent = sound.clone();
                bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
                refused(part, part.resolve(name), bent, "seed 7, " + name);
            }
            Files.write(part.resolve(name), sound);
        }
        for (String range : List.of(
                "{}", "{\"from\":1,\"to\":1400}", "{\"from\":1024,\"to\":512}", "{\"from\":0,\"to\":1401}", "[]")) {
            refused(part, part.resolve("range.json"), range.getBytes(UTF_8), range);
        }
        byte[] fork = GeneratedBundle.note(new Checkpoint(GeneratedBundle.ORIGIN, 300, new byte[32]), 0, 1, 2);
        Files.writeString(part.resolve("range.json"), "{\"from\":512,\"to\":1024}");
        assertFalse(Verifier.verify(part, null, fork).sound());
        assertTrue(Verifier.verify(part, null, GeneratedBundle.note(made.records, 300, 0, 1, 2))
                .sound());
        assertTrue(Verifier.verify(part, null, GeneratedBundle.note(made.records, 1399, 0, 1, 2))
                .sound());
    }

    @Test
    void whatIsNoBundleIsNotSound() throws Exception {
        assertFalse(Verifier.verify(folder, null, null).sound());
        Path noZip = Files.write(folder.resolve("b.zip"), new byte[100]);
        assertFalse(Verifier.verify(noZip, null, null).sound());
        new GeneratedBundle(11, 300, world).write(folder.resolve("b"));
        byte[] zip = Files.readAllBytes(zipped(folder.resolve("b")));
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 100; i++) {
            byte[] cut = Arrays.copyOf(zip, random.nextInt(zip.length));
            assertFalse(Verifier.verify(Files.write(noZip, cut), null, null).sound());
        }
    }

    private void refused(Path bundle, Path file, byte[] bytes, String message) throws IOException {
        Files.write(file, bytes);
        assertFalse(Verifier.verify(bundle, null, null).sound(), message + " in " + file);
    }

    /** One line is another (or two, or none): not sound, and the line is named unless it is gone. */
    private static void lines(Path bundle, String name, List<String> sound, int at, @Nullable String line, int seed)
            throws IOException {
        List<String> changed = new ArrayList<>(sound);
        if (line == null) {
            changed.remove(at);
        } else {
            changed.set(at, line);
        }
        assertFalse(changed.equals(sound), "nothing was changed: " + line);
        Files.write(bundle.resolve(name), GeneratedBundle.lines(changed));
        Verdict verdict = Verifier.verify(bundle, null, null);
        assertFalse(verdict.sound(), "seed 6, " + seed + ": " + line);
        int named = line == null ? 0 : at + (line.contains("\n") ? 2 : 1);
        assertTrue(
                line == null
                        || verdict.lines().get(1).startsWith("first difference: " + name + " line " + named + ": ")
                        || name.startsWith("erasures"),
                verdict.toString());
        Files.write(bundle.resolve(name), GeneratedBundle.lines(sound));
    }

    /** The first line with the salt and value of the second. */
    private static String swapped(String first, String second) {
        return first.substring(0, first.indexOf("\"salt\"")) + second.substring(second.indexOf("\"salt\""));
    }

    private static String swappedEvents(String erasure) {
        String event = erasure.substring(10, 46);
        String by = erasure.substring(erasure.length() - 38, erasure.length() - 2);
        return erasure.replace(event, "#").replace(by, event).replace("#", by);
    }

    private static byte[] bundled(List<byte[]> records) {
        ByteBuffer out = ByteBuffer.allocate(
                records.stream().mapToInt(record -> 2 + record.length).sum());
        records.forEach(record -> out.putShort((short) record.length).put(record));
        return out.array();
    }

    private static void part(GeneratedBundle made, Path whole, Path part, int from, int to) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(whole)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(whole.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        Predicate<String> wanted = name -> name.startsWith("notes/")
                || name.startsWith("policy")
                || name.startsWith("shown-to")
                || name.startsWith("receipts-types")
                || name.startsWith("worlds")
                || name.startsWith("rows")
                || name.matches("tile/(\\d/.*|entries/00[" + from / 256 + "-" + (to / 256 - 1) + "])");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (wanted.test(file.getKey())) {
                GeneratedBundle.put(part, file.getKey(), file.getValue());
            }
        }
        List<String> events = made.events.subList(from, to).stream()
                .map(event -> "{\"event\":\"" + event)
                .toList();
        for (String name : List.of("openings", "opened", "slots", "receipts", "erasures", "decisions", "made")) {
            GeneratedBundle.put(
                    part,
                    name + ".jsonl",
                    GeneratedBundle.lines(Files.readAllLines(whole.resolve(name + ".jsonl")).stream()
                            .filter(line -> events.contains(line.substring(0, 46)))
                            .toList()));
        }
        GeneratedBundle.put(part, "range.json", ("{\"from\":" + from + ",\"to\":" + to + "}").getBytes(UTF_8));
    }

    static Path zipped(Path folder) throws IOException {
        Path zip = folder.resolveSibling(folder.getFileName() + ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                archive.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                archive.write(Files.readAllBytes(file));
            }
        }
        return zip;
    }
}
