package org.entente.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String MALI = Vectors.FOLDER.resolve("mali-13.json").toString();
    private static final String RULES = Vectors.FOLDER.resolve("rules.json").toString();

    private record Ran(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private static Ran run(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(arguments),
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return new Ran(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void theCarriedCasesAreAnsweredAsExpected() throws IOException {
        Ran ran = run("", "decide", MALI, "--cases");
        assertEquals(0, ran.status());
        assertEquals(expected(), ran.lines().stream().map(MainTest::json).toList());
    }

    @Test
    void jointOriginatorsAndReleasesToSomeHatsAreAnsweredOnEveryCommandLine() {
        Ran decided = run("", "decide", RULES, "--cases");
        assertEquals(0, decided.status());
        assertTrue(decided.lines()
                .contains("{\"case\": \"JOINT-PARTS|UN-ANALYST|2020-02-01T00:00:00Z\", \"outcome\": \"PERMIT\","
                        + " \"reasons\": [], \"withheld\": [\"2\", \"3\"]}"));
        assertTrue(decided.lines()
                .contains("{\"case\": \"OVERLAP|UN-ANALYST|2020-02-29T23:59:59Z\", \"outcome\": \"HIDDEN\","
                        + " \"reasons\": [\"NOT_DISSEMINATED\"], \"withheld\": []}"));
        assertEquals(
                List.of(
                        "{\"canonical\": \"UN CONFIDENTIAL//JOINT UN, AU, EU\"}",
                        "{\"error\": \"JOINT_LIST\", \"line\": 2}"),
                run("UN\tun confidential//joint eu,au,un\nUN\tUN CONFIDENTIAL//JOINT UN\n", "marking", RULES)
                        .lines());
        String portions = "{\"originator\":\"AU\",\"at\":\"2020-02-15T00:00:00Z\",\"portions\":"
                + "[\"(AU-C//JOINT AU, UN)\",\"(UN-C//JOINT UN, AU)\"]}";
        assertEquals(
                List.of("{\"banner\": \"AU CONFIDENTIAL//JOINT AU, UN\"}"),
                run(portions, "rollup", RULES).lines());
    }

    @Test
    void casesFromStandardInputAreAnsweredAlike() throws IOException {
        String cases = mali().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                .map(JsonObject::toString)
                .collect(Collectors.joining("\n"));
        Ran ran = run(cases, "decide", MALI);
        assertEquals(0, ran.status());
        assertEquals(expected(), ran.lines().stream().map(MainTest::json).toList());
    }

    @Test
    void aMalformedLineIsAnsweredInItsPlaceAndTheRestStill() {
        String good = "{\"id\":\"1\",\"hat\":\"LO-UN\",\"product\":\"P12\",\"at\":\"2013-07-20T00:00:00Z\"}";
        String unknown = good.replace("LO-UN", "NOBODY");
        Ran ran = run(
                good + "\nnonsense\n\n" + unknown + "\n" + good.replace("}", ",\"x\":1}") + "\n" + good,
                "decide",
                MALI);
        assertEquals(1, ran.status());
        assertEquals(
                "{\"case\": \"1\", \"outcome\": \"PERMIT\", \"reasons\": [], \"withheld\": []}",
                ran.lines().getFirst());
        assertEquals(
                "{\"error\": \"the line is not JSON\", \"line\": 2}",
                ran.lines().get(1));
        assertEquals(3, json(ran.lines().get(2)).getInt("line"));
        assertEquals(
                "{\"error\": \"hat names the unknown hat NOBODY\", \"line\": 4}",
                ran.lines().get(3));
        assertEquals(
                "{\"error\": \"x is not a known field\", \"line\": 5}",
                ran.lines().get(4));
        assertEquals(ran.lines().getFirst(), ran.lines().get(5));
    }

    @Test
    void markingsAreAnsweredInCanonicalFormOrWithTheirError() {
        Ran ran = run(
                "UN\tun confidential//rel to au, un\nAU\t(au-s//source/orcon)\nUN\tUN SECRET\nno tab\n",
                "marking",
                RULES);
        assertEquals(
                List.of(
                        "{\"canonical\": \"UN CONFIDENTIAL//REL TO UN, AU\"}",
                        "{\"canonical\": \"(AU-S//ORCON/SOURCE)\"}",
                        "{\"error\": \"UNKNOWN_MARK\", \"line\": 3}",
                        "{\"error\": \"SYNTAX\", \"line\": 4}"),
                ran.lines());
        assertEquals(1, ran.status());
    }

    @Test
    void portionsAreAnsweredWithTheirBannerOrTheReasonWhyThereIsNone() {
        String line = "{\"originator\":\"AU\",\"at\":\"2020-02-15T00:00:00Z\",\"portions\":[%s]}\n";
        Ran ran = run(
                line.formatted("\"(AU-C//REL TO AU, UN)\",\"(AU-U)\"")
                        + line.formatted("\"(AU-C//MISSION NORTH)\",\"(AU-C//MISSION SOUTH)\"")
                        + line.formatted("\"(AU-X)\""),
                "rollup",
                RULES);
        assertEquals(
                List.of(
                        "{\"banner\": \"AU CONFIDENTIAL//REL TO AU, UN\"}",
                        "{\"error\": \"MISSION_DISJOINT\"}",
                        "{\"error\": \"UNKNOWN_MARK\"}"),
                ran.lines());
        assertEquals(0, ran.status());
        assertEquals(1, run(line.formatted("1"), "rollup", RULES).status());
        assertEquals(
                1,
                run(line.replace("AU", "ATLANTIS").formatted(""), "rollup", RULES)
                        .status());
    }

    @Test
    void aWrongCommandIsAnsweredWithAdvice() {
        for (String[] wrong : List.of(
                new String[] {},
                new String[] {"decide"},
                new String[] {"judge", MALI},
                new String[] {"marking", MALI, "--cases"},
                new String[] {"decide", MALI, "--all"})) {
            Ran ran = run("", wrong);
            assertEquals(2, ran.status());
            assertTrue(ran.err().contains("decide  WORLD.json"), ran.err());
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        Ran absent = run("", "decide", "no-such-file.json");
        assertEquals(2, absent.status());
        assertEquals("There is no file no-such-file.json.", absent.err().strip());
        assertEquals(2, run("", "decide", "\0").status());
        assertEquals(2, run("", "decide", Vectors.FOLDER.toString()).status());
    }

    @Test
    void aBrokenWorldIsAnsweredWithEveryProblemByLineAndField(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("broken.json");
        Files.writeString(broken, "{\n\"schemes\": [],\n\"organisations\": [{\"code\": \"UN\"}],\n\"extra\": 1\n}");
        Ran ran = run("", "decide", broken.toString());
        assertEquals(2, ran.status());
        assertEquals(
                List.of(broken + ":3: organisations[0].kind is missing", broken + ":4: extra is not a known field"),
                ran.err().lines().toList());
    }

    private static JsonObject mali() throws IOException {
        try (Reader text = Files.newBufferedReader(Path.of(MALI))) {
            return Json.createReader(text).readObject();
        }
    }

    private static List<JsonObject> expected() throws IOException {
        return List.copyOf(mali().getJsonArray("expected").getValuesAs(JsonObject.class));
    }

    private static JsonObject json(String line) {
        return Json.createReader(new java.io.StringReader(line)).readObject();
    }
}
