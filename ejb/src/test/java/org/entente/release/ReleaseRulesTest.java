package org.entente.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.access.Cover;
import org.entente.gate.Objection;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.junit.jupiter.api.Test;

/** Each rule on a release, met and missed; and all of them at once. */
class ReleaseRulesTest {
    private static final Level CONFIDENTIAL = new Level("UN-C", "UN CONFIDENTIAL", true, "UN", 1);
    private static final Level OPEN = new Level("UN-U", "UN UNCLASSIFIED", false, "UN", 0);

    @Test
    void cav04_withoutAnArrangementNothingClassifiedGoes() {
        assertEquals(Set.of("CAV-04"), rules(facts(marking(CONFIDENTIAL), Map.of("AU", Cover.NONE))));
        assertEquals(Set.of(), rules(facts(marking(OPEN), Map.of("AU", Cover.NONE))));
    }

    @Test
    void cav04_aControlThatDoesNotTravelUnderTheArrangementKeepsItBack() {
        assertEquals(Set.of("CAV-04"), rules(facts(marking(CONFIDENTIAL), Map.of("AU", Cover.KEPT_BACK))));
        assertEquals(Set.of(), rules(facts(marking(OPEN), Map.of("AU", Cover.KEPT_BACK))));
    }

    @Test
    void cav05_aCapBelowTheLevelIsNoArrangementForIt() {
        assertEquals(Set.of("CAV-05"), rules(facts(marking(CONFIDENTIAL), Map.of("AU", Cover.BELOW_LEVEL))));
        assertEquals(Set.of(), rules(facts(marking(CONFIDENTIAL), Map.of("AU", Cover.COVERED))));
    }

    @Test
    void cav06_anExcludedRecipientIsNamedAndTheOthersAreNot() {
        ReleaseFacts facts = new Facts().excluding("MLI").to("AU", "MLI").facts();
        assertEquals(Set.of("CAV-06"), rules(facts));
        assertTrue(objections(facts).getFirst().message().startsWith("MLI"));
    }

    @Test
    void cav07_eyesOnlyGoesWhereSomebodyIsNamed() {
        assertEquals(Set.of("CAV-07"), rules(new Facts().eyes("C-JMAC").to("AU").facts()));
        assertEquals(
                Set.of(), rules(new Facts().eyes("AU-LNO").named("AU").to("AU").facts()));
    }

    @Test
    void source_whatIdentifiesAHumanSourceNeverLeaves() {
        assertEquals(Set.of("SOURCE"), rules(new Facts().source("3").to("AU").facts()));
    }

    @Test
    void cav13_silenceOfAGiverAndOrconOfTheOriginatorAreTwoObjections() {
        assertEquals(
                Set.of("CAV-13", "ORCON"),
                rules(new Facts()
                        .without(Map.of("FRA", Set.of("AU"), "UN", Set.of("AU")))
                        .to("AU")
                        .facts()));
    }

    @Test
    void pki11_aForceWithoutReviewAndOneOfHighRiskWithoutMitigationBothBlock() {
        assertEquals(
                Set.of("PKI-11"), rules(new Facts().unreviewed("FAMA").to("MLI").facts()));
        assertEquals(
                Set.of("PKI-11"),
                rules(new Facts().unmitigated("FAMA").to("MLI").facts()));
    }

    @Test
    void pki11_theAssessmentOfWhoseItIsTravelsWithTheProduct() {
        ReleaseFacts onwards =
                new Facts().unassessed("AFISMA-TROOPS by EU").to("AU").facts();
        assertEquals(Set.of("PKI-11"), rules(onwards));
        assertEquals(List.of("AFISMA-TROOPS by EU"), onwards.diligence());
    }

    @Test
    void pki08_everyObjectionIsSaidAtOnce() {
        ReleaseFacts worst = new ReleaseFacts(
                "UN",
                "UN",
                new Marking(
                        CONFIDENTIAL,
                        List.of(),
                        List.of("FRA"),
                        EnumSet.of(Control.SOURCE),
                        List.of(),
                        List.of("C-JMAC"),
                        List.of(),
                        List.of("MLI"),
                        Set.<Handling>of(),
                        null,
                        null),
                List.of("2"),
                List.of("MLI"),
                Map.of("MLI", Cover.NONE),
                Set.of("MLI"),
                Set.of("MLI"),
                Set.of(),
                Set.of(),
                Map.of("FRA", Set.of("MLI"), "UN", Set.of("MLI")),
                List.of("FAMA"),
                List.of("FAMA"),
                List.of("FAMA by EU"),
                true,
                null);
        assertEquals(
                Set.of("CAV-04", "CAV-06", "CAV-07", "CAV-08", "CAV-13", "ORCON", "PKI-11", "SOURCE"), rules(worst));
    }

    private static Set<String> rules(ReleaseFacts facts) {
        return objections(facts).stream().map(Objection::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Objection> objections(ReleaseFacts facts) {
        return ReleaseRules.objections(facts);
    }

    private static Marking marking(Level level) {
        return new Marking(
                level, List.of(), List.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), null,
                null);
    }

    private static ReleaseFacts facts(Marking marking, Map<String, Cover> cover) {
        return new ReleaseFacts(
                "UN",
                "UN",
                marking,
                List.of(),
                List.copyOf(cover.keySet()),
                cover,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
    }

    /** Facts that nothing stands against, until something is said. */
    private static final class Facts {
        private List<String> recipients = List.of();
        private Set<String> excluded = Set.of();
        private List<String> eyes = List.of();
        private Set<String> named = Set.of();
        private List<String> source = List.of();
        private Map<String, Set<String>> without = Map.of();
        private List<String> unreviewed = List.of();
        private List<String> unassessed = List.of();
        private List<String> unmitigated = List.of();

        Facts to(String... all) {
            recipients = List.of(all);
            return this;
        }

        Facts excluding(String who) {
            excluded = Set.of(who);
            return this;
        }

        Facts eyes(String name) {
            eyes = List.of(name);
            return this;
        }

        Facts named(String organisation) {
            named = Set.of(organisation);
            return this;
        }

        Facts source(String portion) {
            source = List.of(portion);
            return this;
        }

        Facts without(Map<String, Set<String>> consents) {
            without = consents;
            return this;
        }

        Facts unreviewed(String force) {
            unreviewed = List.of(force);
            return this;
        }

        Facts unassessed(String force) {
            unassessed = List.of(force);
            return this;
        }

        Facts unmitigated(String force) {
            unmitigated = List.of(force);
            return this;
        }

        ReleaseFacts facts() {
            Marking marking = new Marking(
                    CONFIDENTIAL,
                    List.of(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    eyes,
                    List.of(),
                    List.of(),
                    Set.of(),
                    null,
                    null);
            return new ReleaseFacts(
                    "UN",
                    "UN",
                    marking,
                    source,
                    recipients,
                    recipients.stream().collect(Collectors.toMap(r -> r, r -> Cover.COVERED)),
                    excluded,
                    Set.of(),
                    named,
                    Set.of(),
                    without,
                    unreviewed,
                    unmitigated,
                    unassessed,
                    false,
                    null);
        }
    }
}
