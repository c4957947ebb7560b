package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.entente.Vectors;
import org.entente.access.WorldFile;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.junit.jupiter.api.Test;

/** Valid texts, damaged with a fixed seed: every parser answers with a value, never with an exception. */
class FuzzTest {
    private static final String[] TOKENS = {
        "//",
        "/",
        ",",
        "(",
        ")",
        " ",
        "JOINT",
        "REL TO",
        "EYES ONLY",
        "CONTAINS",
        "INFORMATION",
        "MISSION",
        "ORCON",
        "UN",
        "AU",
        "EXPIRES 20200230",
        "EMBARGO UNTIL 99999999",
        "\0",
        "\uD800",
        "\u0301",
        "\u212A",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        "null",
        "1e999999999",
        "-0",
        "\\u",
        "\n",
        "\t",
        "NOT RELEASABLE TO",
        "ACK REQUIRED",
        "\uFEFF",
        "true"
    };

    private final WorldFile.Loaded rules = Vectors.world("rules.json");

    @Test
    void theGrammarAnswersEveryText() {
        MarkingGrammar grammar = new MarkingGrammar(rules.world().vocabulary());
        List<String> seeds = Vectors.lines("marking.jsonl").stream()
                .map(vector -> vector.getString("text"))
                .toList();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300_000; i++) {
            String text = damaged(seeds.get(random.nextInt(seeds.size())), random, 1 + random.nextInt(4));
            switch (grammar.parse("AU", text)) {
                case Parsed.Ok ok -> {
                    String canonical = ok.marking().canonical();
                    Parsed again = grammar.parse("AU", canonical);
                    assertTrue(
                            again.equals(ok) || !ok.marking().level().scheme().equals("AU"), text);
                }
                case Parsed.Failed failed ->
                    assertTrue(failed.position() >= 0 && failed.position() <= text.length(), text);
            }
        }
    }

    @Test
    void theWorldFileReaderAnswersEveryText() throws IOException {
        String sound = Files.readString(Vectors.FOLDER.resolve("seven-levels.json"));
        String large = Files.readString(Vectors.FOLDER.resolve("rules.json"));
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            String text = damaged(i % 20 == 0 ? large : sound, random, 1 + random.nextInt(3));
            switch (WorldFile.read(new StringReader(text))) {
                case WorldFile.Loaded loaded -> assertEquals(32, loaded.world().hash().length);
                case WorldFile.Problems problems -> {
                    assertTrue(!problems.problems().isEmpty(), text);
                    problems.problems().forEach(problem -> assertTrue(problem.line() > 0, problem.toString()));
                }
            }
        }
    }

    @Test
    void everyLineIsAnsweredWithOneLineOfJson() {
        List<Question> questions = List.of(
                new DecideQuestion(rules), new MarkingQuestion(rules.world()), new RollUpQuestion(rules.world()));
        List<String> seeds = new ArrayList<>(List.of(
                "{\"id\":\"1\",\"hat\":\"UN-ANALYST\",\"product\":\"PLAIN\",\"at\":\"2020-06-01T00:00:00Z\"}",
                "AU\tAU CONFIDENTIAL//REL TO AU, UN",
                "{\"originator\":\"AU\",\"at\":\"2020-02-15T00:00:00Z\",\"portions\":[\"(AU-C//REL TO AU, UN)\"]}"));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 60_000; i++) {
            int kind = random.nextInt(3);
            String line =
                    damaged(seeds.get(random.nextInt(3) == 0 ? random.nextInt(3) : kind), random, random.nextInt(4));
            String json = questions.get(kind).answer(line, 1).json();
            assertTrue(json.indexOf('\n') < 0, line);
            if (i % 10 == 0) {
                assertTrue(
                        !Json.createReader(new StringReader(json)).readObject().isEmpty());
            }
        }
    }

    private static String damaged(String text, SplittableRandom random, int wounds) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < wounds; i++) {
            int from = random.nextInt(damaged.length() + 1);
            int to = Math.min(damaged.length(), from + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> damaged.delete(from, to);
                case 1 -> damaged.insert(from, TOKENS[random.nextInt(TOKENS.length)]);
                case 2 -> damaged.insert(from, damaged.substring(from, to));
                case 3 -> damaged.insert(from, (char) random.nextInt(0x250));
                default -> damaged.replace(from, to, TOKENS[random.nextInt(TOKENS.length)]);
            }
        }
        return damaged.toString();
    }
}
