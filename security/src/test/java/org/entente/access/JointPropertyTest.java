package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.entente.identity.Hat;
import org.entente.marking.Marking;

/** What several originators and releases to some hats only may change, and what never. */
class JointPropertyTest {
    private static final int TRIES = 100_000;
    private static final Map<Outcome, Integer> SEEN = new EnumMap<>(Outcome.class);

    @AfterContainer
    static void everyOutcomeWasCommon() {
        for (Outcome outcome : Outcome.values()) {
            assertTrue(SEEN.getOrDefault(outcome, 0) > TRIES / 400, SEEN.toString());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("HND-11 a reader of a joint originator is answered as if the originator's own")
    void aJointOriginatorsReaderIsAtHome(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        Hat hat = dice.one(made.hats);
        if (hat.organisation().equals(originator) || hat.state() != null) {
            return;
        }
        Marking marking = made.jointly(made.marking(originator), List.of(originator, hat.organisation()));
        List<Marking> portions = dice.percent(70) ? List.of() : List.of(made.jointly(made.marking("A"), List.of()));
        portions =
                portions.stream().filter(p -> p.level().scheme().equals("SA")).toList();
        // to the unit that made it its own organisation's people are no strangers, and a partner's are none of its
        // people
        ProductFacts product = ofNoUnit(made.product(marking, originator, dice.instant(), portions));
        Instant at = dice.instant();
        Decision decision = made.policy.decide(hat, product, at, false);
        assertEquals(made.policy.decide(as(originator, hat), product, at, false), decision);
        SEEN.merge(decision.outcome(), 1, Integer::sum);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("HND-11 one joint originator more opens nothing to anybody outside it")
    void aFurtherOriginatorOpensNothingToOthers(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        Marking drawn = made.marking(originator);
        List<String> joint = new ArrayList<>(drawn.joint().isEmpty() ? List.of(originator) : drawn.joint());
        String further = dice.one(GeneratedWorld.ORGANISATIONS);
        Hat hat = dice.one(made.hats);
        if (joint.contains(further) || hat.organisation().equals(further)) {
            return;
        }
        List<String> more = new ArrayList<>(joint);
        more.add(further);
        Marking after = made.jointly(drawn, more);
        Marking before = made.jointly(after, drawn.joint());
        ProductFacts product = made.product(before, originator, dice.instant(), List.of());
        Instant at = dice.instant();
        Decision without = made.policy.decide(hat, product, at, false);
        Decision with = made.policy.decide(hat, CaveatPropertyTest.marked(product, after.canonical()), at, false);
        assertTrue(
                with.outcome().compareTo(without.outcome()) <= 0,
                () -> before.canonical() + " -> " + after.canonical() + " " + hat);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("HND-11 NO_ARRANGEMENT applies unless every joint originator's arrangements cover the product")
    void coverAgreesWithTheDecision(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        Marking marking = made.marking(originator);
        ProductFacts product = made.product(marking, originator, dice.instant(), List.of());
        Hat hat = dice.one(made.hats);
        Instant at = dice.instant();
        List<Reason> reasons = made.policy.decide(hat, product, at, false).reasons();
        List<String> givers = marking.joint().isEmpty() ? List.of(originator) : marking.joint();
        boolean alone = reasons.contains(Reason.HAT_NOT_LIVE) || reasons.contains(Reason.NOT_PUBLISHED);
        boolean asked =
                !alone && !product.emergency() && marking.level().classified() && !givers.contains(hat.organisation());
        boolean covered = givers.stream()
                .allMatch(giver -> Cover.of(made.world, giver, hat.organisation(), marking, product.mission(), at)
                        == Cover.COVERED);
        assertEquals(asked && !covered, !product.emergency() && reasons.contains(Reason.NO_ARRANGEMENT));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("HND-09 naming hats in releases opens nothing, and to the named it changes nothing")
    void namingHatsOnlyNarrows(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        ProductFacts product = made.product(made.marking(originator), originator, dice.instant(), List.of());
        Hat hat = dice.one(made.hats);
        String named = dice.one(made.hats).id();
        Instant at = dice.instant();
        List<Release> whole = made.releases().all().stream()
                .map(release -> new Release(release.receiver(), Set.of(), release.during()))
                .toList();
        List<Release> limited = whole.stream()
                .map(release -> new Release(release.receiver(), Set.of(named), release.during()))
                .toList();
        Decision toAll = made.policy.decide(hat, handed(product, whole), at, false);
        Decision toSome = made.policy.decide(hat, handed(product, limited), at, false);
        assertTrue(toSome.outcome().compareTo(toAll.outcome()) <= 0);
        if (hat.id().equals(named)) {
            assertEquals(toAll, toSome);
        }
    }

    static ProductFacts ofNoUnit(ProductFacts product) {
        return new ProductFacts(
                product.id(),
                product.type(),
                product.originator(),
                product.mission(),
                product.published(),
                product.marking(),
                product.portions(),
                product.releases(),
                product.emergency());
    }

    private static ProductFacts handed(ProductFacts product, List<Release> releases) {
        return new ProductFacts(
                product.id(),
                product.type(),
                product.originator(),
                product.mission(),
                product.published(),
                product.marking(),
                product.portions(),
                new Releases(releases),
                product.emergency());
    }

    private static Hat as(String organisation, Hat hat) {
        return new Hat(
                hat.id(),
                hat.person(),
                organisation,
                hat.posts(),
                hat.roles(),
                hat.assignments(),
                hat.provisionalUntil(),
                hat.residual(),
                hat.clearances(),
                hat.briefings());
    }
}
