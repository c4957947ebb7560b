package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.entente.identity.Hat;
import org.entente.identity.Interval;

/** Custody is not access: what a transfer of authority hands to a successor it reads only as far as everything else lets it. */
class HandoverPropertyTest {
    private static final int TRIES = 100_000;
    private static int opened;

    @AfterContainer
    static void whatWasHandedOverWasOftenReadable() {
        assertTrue(opened > TRIES / 200, "opened " + opened);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("HND-03 handing over takes away one objection, that it was not handed, and no other")
    void whatIsHandedOverStaysUnderEveryOtherRule(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        String successor = dice.one(GeneratedWorld.ORGANISATIONS);
        ProductFacts product = made.product(made.marking(originator), originator, dice.instant(), List.of());
        Hat hat = dice.one(made.hats);
        Instant transfer = dice.instant();
        Instant at = dice.instant();
        List<Release> held = made.releases().all();
        List<Release> more = new ArrayList<>(held);
        more.add(new Release(successor, Set.of(), new Interval(transfer, null)));
        Decision before = made.policy.decide(hat, handed(product, held), at, false);
        Decision after = made.policy.decide(hat, handed(product, more), at, false);
        boolean theirs = hat.organisation().equals(successor) && !at.isBefore(transfer);
        if (!theirs) {
            assertEquals(before, after, "only the successor's, and only from the transfer on");
            return;
        }
        Set<Reason> left = EnumSet.noneOf(Reason.class);
        left.addAll(before.reasons());
        left.remove(Reason.NOT_DISSEMINATED);
        assertEquals(left, Set.copyOf(after.reasons()));
        if (before.outcome() != after.outcome()) {
            opened++;
        }
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
}
