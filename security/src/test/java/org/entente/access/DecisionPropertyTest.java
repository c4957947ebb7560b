package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.entente.identity.Hat;
import org.entente.marking.Marking;

/** What must hold for every world, hat, product and instant. */
class DecisionPropertyTest {
    private static final int TRIES = 100_000;
    private static final int WORLDS = 400;
    private static final Map<Integer, GeneratedWorld> CACHE = new ConcurrentHashMap<>();
    private static final Map<Outcome, Integer> SEEN = new EnumMap<>(Outcome.class);

    static GeneratedWorld world(Dice dice) {
        return CACHE.computeIfAbsent(dice.below(WORLDS), number -> new GeneratedWorld(number, false))
                .using(dice);
    }

    @AfterContainer
    static void everyOutcomeWasCommon() {
        for (Outcome outcome : Outcome.values()) {
            assertTrue(SEEN.getOrDefault(outcome, 0) > TRIES / 200, SEEN.toString());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theCompiledPolicyAgreesWithTheTable(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = world(dice);
        Hat hat = dice.one(made.hats);
        String originator = dice.percent(50) ? hat.organisation() : dice.one(GeneratedWorld.ORGANISATIONS);
        Marking marking = made.marking(originator);
        List<Marking> portions = new ArrayList<>();
        for (int i = dice.percent(70) ? 0 : dice.below(3); i > 0; i--) {
            portions.add(made.marking(dice.one(List.of("A", "B", "C"))));
        }
        portions.removeIf(portion -> !ownList(portion) || !GeneratedWorld.writes(originator, portion.level()));
        ProductFacts product = made.product(marking, originator, dice.instant(), portions);
        boolean broken = dice.percent(3);
        ProductFacts asked =
                broken ? broken(product, dice.percent(50) ? product.marking() + "//" : Marking.UNKNOWN) : product;
        Instant at = dice.instant();
        boolean acknowledged = dice.percent(30);

        ReferencePolicy.Answer expected =
                new ReferencePolicy(made.world).decide(hat, asked, broken ? null : marking, portions, at, acknowledged);
        Decision decision = made.policy.decide(hat, asked, at, acknowledged);
        assertEquals(expected, ReferencePolicy.Answer.of(decision), () -> hat + " " + asked + " " + at);
        SEEN.merge(expected.outcome(), 1, Integer::sum);
    }

    /** A portion's list names the organisation of its level's scheme; by chance the generator may say otherwise. */
    private static boolean ownList(Marking portion) {
        String author = portion.level().scheme().substring(1);
        boolean rel = portion.releasableTo().isEmpty()
                || portion.releasableTo().getFirst().equals(author);
        boolean joint = portion.joint().isEmpty() || portion.joint().getFirst().equals(author);
        return rel && joint && !portion.notReleasableTo().contains(author);
    }

    private static ProductFacts broken(ProductFacts product, String marking) {
        return new ProductFacts(
                product.id(),
                product.type(),
                product.originator(),
                product.mission(),
                product.published(),
                marking,
                marking.equals(Marking.UNKNOWN) ? List.of() : product.portions(),
                product.releases(),
                product.emergency(),
                product.unit());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("filter(list) = list.filter(decide): visibility never disagrees with the decision")
    void visibilityIsSound(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = world(dice);
        Hat hat = dice.one(made.hats);
        String originator = dice.percent(50) ? hat.organisation() : dice.one(GeneratedWorld.ORGANISATIONS);
        ProductFacts product = made.product(made.marking(originator), originator, dice.instant(), List.of());
        Ground ground = dice.percent(70) ? Ground.MARKING : dice.one(List.of(Ground.RELEASE, Ground.EMERGENCY));
        AccessClass accessClass = made.policy.classOf(
                originator, product.type(), product.mission(), product.marking(), List.of(), ground, product.unit());
        Instant at = dice.instant();
        Visibility visibility = made.policy.visibility(hat, accessClass, at);
        for (int i = 0; i < 4; i++) {
            Instant published = dice.one(Dice.instants());
            if (!published.isAfter(at)) {
                String id = dice.percent(90) ? dice.one(GeneratedWorld.PRODUCTS) : "another";
                Decision decision = made.policy.decide(
                        hat, accessClass, id, published, made.releases(), at, dice.percent(50), List.of());
                boolean hidden = decision.outcome().compareTo(Outcome.HIDDEN) <= 0;
                assertTrue(
                        visibility == Visibility.DEPENDS || hidden == (visibility == Visibility.NEVER),
                        () -> visibility + " but " + decision + " for " + hat + " " + accessClass + " " + published);
            }
        }
    }
}
