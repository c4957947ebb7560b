package org.entente.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MarkingVectorsTest {
    private final MarkingGrammar grammar =
            new MarkingGrammar(Vectors.world("rules.json").world().vocabulary());

    @TestFactory
    Stream<DynamicTest> everyMarkingVectorHolds() {
        return Vectors.lines("marking.jsonl").stream().map(vector -> dynamicTest(name(vector), () -> holds(vector)));
    }

    @Test
    @DisplayName("every parse error has a vector")
    void everyErrorHasAVector() {
        Set<MarkingError> shown = Vectors.lines("marking.jsonl").stream()
                .filter(vector -> vector.containsKey("error"))
                .map(vector -> MarkingError.valueOf(vector.getString("error")))
                .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(MarkingError.class), shown);
    }

    @Test
    @DisplayName("CLS-09 rendering uses the official spelling, whatever was typed")
    void renderingIsOfficial() {
        Vocabulary words = Vectors.world("mali-13.json").world().vocabulary();
        Parsed parsed = new MarkingGrammar(words).parse("EU", "tres secret ue/eu top secret");
        assertEquals(
                "TRÈS SECRET UE/EU TOP SECRET",
                assertInstanceOf(Parsed.Ok.class, parsed).marking().canonical());
    }

    @Test
    @DisplayName("CLS-01 a scheme of seven levels is data")
    void sevenLevels() {
        Vocabulary words = Vectors.world("seven-levels.json").world().vocabulary();
        MarkingGrammar sevenLevels = new MarkingGrammar(words);
        for (String code : Arrays.asList("G0", "G1", "G2", "G3", "G4", "G5", "G6")) {
            Marking marking = assertInstanceOf(Parsed.Ok.class, sevenLevels.parse("GUILD", "(" + code + ")"))
                    .marking();
            assertEquals("(" + code + ")", marking.portionMark());
            assertEquals("GRD", marking.originatorScheme());
        }
    }

    @Test
    void twoNamesThatDifferByAnAccentAreNamedByTheirExactSpellingOnly() {
        Names names = new Names(Set.of("Muller", "Müller", "Sow"));
        assertEquals("Müller", names.find("Müller"));
        assertEquals("Muller", names.find("Muller"));
        assertEquals(null, names.find("MULLER"));
        assertEquals("Sow", names.find("sów"));
    }

    private static String name(JsonObject vector) {
        return vector.getString("rule") + ": " + vector.getString("text");
    }

    private void holds(JsonObject vector) {
        String originator = vector.getString("originator");
        String text = vector.getString("text");
        switch (grammar.parse(originator, text)) {
            case Parsed.Ok(Marking marking) -> {
                boolean portion = text.strip().startsWith("(");
                String canonical = portion ? marking.portionMark() : marking.canonical();
                assertEquals(vector.getString("canonical", "an error"), canonical);
                assertEquals(new Parsed.Ok(marking), grammar.parse(originator, canonical));
            }
            case Parsed.Failed failed -> {
                assertEquals(
                        vector.getString("error", "a marking"), failed.error().name());
                assertEquals(vector.getInt("position"), failed.position());
            }
        }
    }
}
