package org.entente.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.entente.log.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActRowsTest {
    @TempDir
    Path folder;

    private final GeneratedBundle.World world;

    ActRowsTest() throws IOException {
        world = GeneratedBundle.World.read("seven-levels.json");
    }

    @Test
    void aud02_whatAnActWroteIsOneDigestOverSortedLines() {
        Made made = new Made();
        byte[] digest = HexFormat.of().parseHex("ab".repeat(32));
        made.add("release", "REL-2", digest, null);
        made.add("delegation", "DEL-1", digest, UUID.fromString("00000000-0000-0001-0000-000000000002"));
        made.add("release", "REL-2", digest, null);
        assertEquals("50f1c2ad254eedfb1cb15c5f6bf17d28ec4dc9758ca2e62a0867d180cb865bf1", made.digest());
    }

    /** Three hundred rows that somebody wrote, turned back, took away or gave another act, for every kind of auditor. */
    @Test
    void aud03_aRowThatIsNotAsTheLastActLeftItIsNamed() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        int tried = 0;
        for (int seed = 0; tried < 300; seed++) {
            int reader = random.nextInt(6) == 0 ? random.nextInt(4) : GeneratedBundle.JOINT;
            GeneratedBundle made = new GeneratedBundle(seed, 40 + random.nextInt(160), world, reader);
            Path bundle = folder.resolve("b" + seed);
            made.write(bundle);
            assertTrue(Verifier.verify(bundle, null, null).sound(), "seed " + seed);
            for (int i = 0; i < 20; i++) {
                List<String> rows = new ArrayList<>(made.rows.values());
                List<String> lines = new ArrayList<>(made.made);
                List<String> owned = rows.stream()
                        .filter(row -> made.made.stream().anyMatch(line -> line.startsWith(beginning(row))))
                        .toList();
                if (owned.isEmpty()) {
                    break;
                }
                String row = owned.get(random.nextInt(owned.size()));
                String line = lines.get(random.nextInt(lines.size()));
                String expected = "as it stands";
                switch (i % 5) {
                    case 0 -> rows.set(rows.indexOf(row), changed(row));
                    case 1 -> {
                        rows.add("{\"event\":\"\",\"kind\":\"delegation\",\"key\":\"DEL-1\",\"digest\":\"" + digest(row)
                                + "\"}");
                        expected = "no act made delegation DEL-1";
                    }
                    case 2 -> {
                        rows.remove(row);
                        expected = "no longer there";
                    }
                    case 3 -> {
                        lines.remove(line);
                        expected = "";
                    }
                    default -> {
                        lines.set(lines.indexOf(line), changed(line));
                        expected = "this is not what it wrote";
                    }
                }
                GeneratedBundle.put(bundle, "rows.jsonl", GeneratedBundle.lines(rows));
                GeneratedBundle.put(bundle, "made.jsonl", GeneratedBundle.lines(lines));
                Verdict verdict = Verifier.verify(bundle, null, null);
                assertTrue(
                        !verdict.sound() && verdict.lines().get(1).contains(expected),
                        "seed " + seed + ", " + i + ": " + verdict.lines());
                tried++;
            }
        }
    }

    /** A row of an older act, as if what came after had never been: its line is one that another act wrote over. */
    @Test
    void aud03_aRowThatIsTurnedBackIsNamed() throws Exception {
        int tried = 0;
        for (int seed = 0; tried < 50; seed++) {
            GeneratedBundle made = new GeneratedBundle(seed, 150, world);
            for (String line : made.made) {
                String key = line.replaceAll(".*\"key\":\"([^\"]*)\".*", "$1");
                String old = line.replaceAll(",\"after\".*", "}");
                if (!old.equals(made.rows.get(key))) {
                    Path bundle = folder.resolve("t" + tried++);
                    made.write(bundle);
                    List<String> rows = new ArrayList<>(made.rows.values());
                    rows.set(rows.indexOf(made.rows.get(key)), old);
                    GeneratedBundle.put(bundle, "rows.jsonl", GeneratedBundle.lines(rows));
                    Verdict verdict = Verifier.verify(bundle, null, null);
                    assertTrue(
                            verdict.lines().get(1).endsWith("no act made release " + key + " as it stands"),
                            verdict.lines().toString());
                    break;
                }
            }
        }
    }

    /** A purge that was approved covers what it certified, and not what somebody else takes away in its name. */
    @Test
    void aud13_whatAPurgeDidNotCertifyIsNotErasedByIt() throws Exception {
        int tried = 0;
        for (int seed = 0; tried < 30; seed++) {
            GeneratedBundle made = new GeneratedBundle(seed, 60, world);
            if (made.erasures.isEmpty()) {
                continue;
            }
            String by = made.erasures.getFirst().replaceAll(".*\"by\":\"([^\"]*)\".*", "$1");
            UUID other = made.events.getFirst();
            if (made.erasures.getFirst().contains(other.toString()) || by.equals(other.toString())) {
                continue;
            }
            Path bundle = folder.resolve("p" + tried++);
            made.write(bundle);
            assertTrue(Verifier.verify(bundle, null, null).sound(), "seed " + seed);
            List<String> openings = new ArrayList<>(made.openings);
            openings.removeIf(line -> line.contains(other + "\",\"field\":1,"));
            List<String> erasures = new ArrayList<>(made.erasures);
            erasures.add("{\"event\":\"" + other + "\",\"field\":1,\"by\":\"" + by + "\"}");
            GeneratedBundle.put(bundle, "openings.jsonl", GeneratedBundle.lines(openings));
            GeneratedBundle.put(bundle, "erasures.jsonl", GeneratedBundle.lines(erasures));
            Verdict verdict = Verifier.verify(bundle, null, null);
            assertTrue(
                    verdict.lines().get(1).endsWith("did not certify the erasures that are said to be its work"),
                    "seed " + seed + ": " + verdict.lines());
        }
    }

    private static String beginning(String row) {
        return row.substring(0, row.length() - 1) + ",";
    }

    private static String digest(String row) {
        return row.replaceAll(".*\"digest\":\"([^\"]*)\".*", "$1");
    }

    private static String changed(String line) {
        String digest = digest(line);
        return line.replace(digest, (digest.charAt(0) == 'A' ? "B" : "A") + digest.substring(1));
    }
}
