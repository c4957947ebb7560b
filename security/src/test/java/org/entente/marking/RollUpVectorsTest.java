package org.entente.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.Vectors;
import org.entente.access.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RollUpVectorsTest {
    private static final Instant FEBRUARY = Instant.parse("2020-02-15T00:00:00Z");

    private final World world = Vectors.world("rules.json").world();
    private final MarkingGrammar grammar = new MarkingGrammar(world.vocabulary());
    private final RollUp rollUp = new RollUp(world.vocabulary(), world.equivalences());

    @TestFactory
    Stream<DynamicTest> everyRollUpVectorHolds() {
        return Vectors.lines("rollup.jsonl").stream()
                .map(vector ->
                        dynamicTest(vector.getString("rule"), () -> assertEquals(expected(vector), answer(vector))));
    }

    @Test
    @DisplayName("every roll-up error has a vector")
    void everyErrorHasAVector() {
        Set<String> shown = Vectors.lines("rollup.jsonl").stream()
                .map(RollUpVectorsTest::expected)
                .collect(Collectors.toSet());
        EnumSet.allOf(RollUpError.class)
                .forEach(error -> assertEquals(true, shown.contains(error.name()), error.name()));
    }

    @Test
    @DisplayName("CLS-31 a higher banner is narrower, a lower one wider, whatever else it says")
    void levelsCompare() {
        assertEquals(Width.SAME, compare("AU CONFIDENTIAL", "AU CONFIDENTIAL"));
        assertEquals(Width.NARROWER, compare("AU CONFIDENTIAL", "AU SECRET"));
        assertEquals(Width.WIDER, compare("AU CONFIDENTIAL", "AU RESTRICTED//NO PRINT"));
        assertEquals(Width.WIDER, compare("AU CONFIDENTIAL", "UN STRICTLY CONFIDENTIAL"));
    }

    @Test
    @DisplayName("CLS-34 a REL list narrower than the intersection is narrower, a wider one is wider")
    void listsCompare() {
        assertEquals(Width.NARROWER, compare("AU CONFIDENTIAL//REL TO AU, EU, UN", "AU CONFIDENTIAL//REL TO AU, UN"));
        assertEquals(Width.WIDER, compare("AU CONFIDENTIAL//REL TO AU, UN", "AU CONFIDENTIAL//REL TO AU, EU, UN"));
        assertEquals(
                Width.SAME, compare("AU CONFIDENTIAL//REL TO AU, EU, UN", "AU CONFIDENTIAL//REL TO AU, COALITION"));
    }

    @Test
    void noListMeansTheOriginatorAloneWhereClassifiedAndEveryoneWhereNot() {
        assertEquals(Width.NARROWER, compare("AU CONFIDENTIAL//REL TO AU, UN", "AU CONFIDENTIAL"));
        assertEquals(Width.WIDER, compare("AU CONFIDENTIAL", "AU CONFIDENTIAL//REL TO AU, UN"));
        assertEquals(Width.NARROWER, compare("AU UNCLASSIFIED", "AU UNCLASSIFIED//REL TO AU, UN"));
        assertEquals(Width.WIDER, compare("AU UNCLASSIFIED//REL TO AU, UN", "AU UNCLASSIFIED"));
    }

    @Test
    void namingAPersonWidensWhatWasForOrganisationsBecauseThePersonMayBeAnybodys() {
        assertEquals(Width.WIDER, compare("AU CONFIDENTIAL//REL TO AU, UN", "AU CONFIDENTIAL//EYES ONLY J2"));
        assertEquals(Width.NARROWER, compare("AU CONFIDENTIAL//EYES ONLY CHIEF, J2", "AU CONFIDENTIAL//EYES ONLY J2"));
        assertEquals(Width.WIDER, compare("AU CONFIDENTIAL//EYES ONLY J2", "AU CONFIDENTIAL"));
    }

    @Test
    void everyCaveatThatIsMissingMakesItWiderAndEveryOneTooManyNarrower() {
        for (String caveat : List.of(
                "//CONTAINS UN INFORMATION",
                "//ORCON",
                "//MISSION NORTH",
                "//NOT RELEASABLE TO HOSTLAND",
                "//NO EXTRACT",
                "//EMBARGO UNTIL 20200601",
                "//EXPIRES 20200601")) {
            assertEquals(Width.NARROWER, compare("AU SECRET", "AU SECRET" + caveat), caveat);
            assertEquals(Width.WIDER, compare("AU SECRET" + caveat, "AU SECRET"), caveat);
        }
        assertEquals(Width.WIDER, compare("AU SECRET//EXPIRES 20200601", "AU SECRET//EXPIRES 20200602"));
        assertEquals(Width.WIDER, compare("AU SECRET//EMBARGO UNTIL 20200601", "AU SECRET//EMBARGO UNTIL 20200531"));
    }

    @Test
    @DisplayName("HND-11 whose it is may not be changed either way: one more lets people in, one fewer asks one fewer")
    void anyOtherSetOfOriginatorsIsWider() {
        assertEquals(Width.WIDER, compare("AU SECRET", "AU SECRET//JOINT AU, UN"));
        assertEquals(Width.WIDER, compare("AU SECRET//JOINT AU, UN", "AU SECRET//CONTAINS UN INFORMATION"));
        assertEquals(Width.WIDER, compare("AU SECRET//JOINT AU, UN", "AU SECRET//JOINT AU, EU, UN"));
        assertEquals(Width.SAME, compare("AU SECRET//JOINT AU, UN", "AU SECRET//JOINT AU, UN//REL TO AU, UN"));
        assertEquals(Width.NARROWER, compare("AU SECRET//JOINT AU, UN", "AU SECRET//JOINT AU, UN//NO PRINT"));
    }

    private Width compare(String banner, String given) {
        return rollUp.compare("AU", FEBRUARY, marking(banner), marking(given));
    }

    private Marking marking(String text) {
        String originator = text.startsWith("UN") ? "UN" : "AU";
        return assertInstanceOf(Parsed.Ok.class, grammar.parse(originator, text))
                .marking();
    }

    private static String expected(JsonObject vector) {
        return vector.containsKey("banner") ? vector.getString("banner") : vector.getString("error");
    }

    private String answer(JsonObject vector) {
        String originator = vector.getString("originator");
        List<Marking> portions = new ArrayList<>();
        for (JsonString portion : vector.getJsonArray("portions").getValuesAs(JsonString.class)) {
            switch (grammar.parse(originator, portion.getString())) {
                case Parsed.Ok(Marking marking) -> portions.add(marking);
                case Parsed.Failed failed -> {
                    return failed.error().name();
                }
            }
        }
        return switch (rollUp.of(originator, Instant.parse(vector.getString("at")), portions)) {
            case RolledUp.Banner(Marking marking) -> marking.canonical();
            case RolledUp.Refused(RollUpError error) -> error.name();
        };
    }
}
