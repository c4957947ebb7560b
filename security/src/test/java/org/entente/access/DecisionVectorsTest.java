package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.Vectors;
import org.entente.identity.Hat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DecisionVectorsTest {
    @TestFactory
    Stream<DynamicTest> everyCaseOfTheMaliScenarioAgrees() {
        return cases("mali-13.json", 448);
    }

    @TestFactory
    @DisplayName("CAV-08 and every other boundary: each reason at its edges")
    Stream<DynamicTest> everyCaseOfTheRulesAgrees() {
        return cases("rules.json", 213);
    }

    @TestFactory
    @DisplayName("CLS-01 a scheme of seven levels needs no code")
    Stream<DynamicTest> everyCaseOfTheSevenLevelsAgrees() {
        return cases("seven-levels.json", 2);
    }

    @TestFactory
    @DisplayName("ORG-04 associates receive product by product")
    Stream<DynamicTest> everyCaseOfTheAssociatesAgrees() {
        return cases("associates.json", 18);
    }

    @TestFactory
    @DisplayName("CAV-04 under an arrangement travels what its limits let travel")
    Stream<DynamicTest> everyCaseOfTheUndertakingsAgrees() {
        return cases("undertakings.json", 12);
    }

    @TestFactory
    @DisplayName("CLS-02 no mark, an unclassified one and none known are three things")
    Stream<DynamicTest> cls02_everyCaseWithoutAMarkAgrees() {
        return cases("no-mark.json", 34);
    }

    @TestFactory
    @DisplayName("PKI-14 two units of one mission are two producers")
    Stream<DynamicTest> pki14_everyCaseOfTheUnitsAgrees() {
        return cases("units.json", 45);
    }

    @TestFactory
    @DisplayName("ORG-05 who serves as a State's serves no longer than it is a member")
    Stream<DynamicTest> org05_everyCaseOfTheMembershipsAgrees() {
        return cases("memberships.json", 18);
    }

    @Test
    void everyReasonHasAVector() {
        Set<Reason> shown = EnumSet.noneOf(Reason.class);
        Vectors.world("rules.json").expected().forEach(answer -> shown.addAll(answer.reasons()));
        assertEquals(EnumSet.allOf(Reason.class), shown);
    }

    @Test
    void reasonsAreDeclaredAlphabetically() {
        List<String> names = Stream.of(Reason.values()).map(Reason::name).toList();
        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    @DisplayName("CAV-10 only clearance, briefing and provisional status leave the header")
    void threeReasonsLeaveTheHeader() {
        Set<Reason> header = EnumSet.noneOf(Reason.class);
        Stream.of(Reason.values())
                .filter(reason -> reason.bars() == Outcome.HEADER)
                .forEach(header::add);
        assertEquals(EnumSet.of(Reason.BRIEFING, Reason.CLEARANCE, Reason.PROVISIONAL), header);
        assertEquals(Outcome.NO_HAT, Reason.HAT_NOT_LIVE.bars());
    }

    private static Stream<DynamicTest> cases(String file, int count) {
        WorldFile.Loaded loaded = Vectors.world(file);
        AccessPolicy policy = AccessPolicy.of(loaded.world());
        Map<String, WorldFile.Case> questions = new HashMap<>();
        loaded.cases().forEach(question -> questions.put(question.id(), question));
        assertEquals(count, loaded.expected().size());
        assertEquals(count, questions.size());
        return loaded.expected().stream()
                .map(answer -> dynamicTest(answer.caseId(), () -> {
                    WorldFile.Case question = Objects.requireNonNull(questions.get(answer.caseId()));
                    Decision decision = decide(loaded, policy, question);
                    assertEquals(answer, answer(answer.caseId(), decision));
                }));
    }

    private static Decision decide(WorldFile.Loaded loaded, AccessPolicy policy, WorldFile.Case question) {
        Hat hat = loaded.hats().stream()
                .filter(one -> one.id().equals(question.hat()))
                .findAny()
                .orElseThrow();
        ProductFacts product = loaded.products().stream()
                .filter(one -> one.id().equals(question.product()))
                .findAny()
                .orElseThrow();
        boolean acknowledged = loaded.acknowledged(hat, product.id(), question.at());
        return policy.decide(hat, product, question.at(), acknowledged);
    }

    private static WorldFile.Expected answer(String id, Decision decision) {
        return new WorldFile.Expected(id, decision.outcome(), decision.reasons(), decision.withheld());
    }
}
