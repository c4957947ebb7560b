package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.entente.Vectors;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.junit.jupiter.api.Test;

/** A decision is taken again from what was written down of it, and nothing else. */
class ReplayPropertyTest {
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Label("AUD-06 a decision replayed from its texts gives the same answer")
    void aReplayedDecisionIsTheSame(@ForAll long seed) {
        Dice dice = new Dice(seed);
        GeneratedWorld made = DecisionPropertyTest.world(dice);
        Hat hat = dice.one(made.hats);
        String originator = dice.one(GeneratedWorld.ORGANISATIONS);
        Marking marking = made.marking(originator);
        ProductFacts product = made.product(marking, originator, dice.instant(), List.of());
        Instant at = dice.instant();
        boolean acknowledged = dice.percent(30);
        Decision decision = made.policy.decide(hat, product, at, acknowledged);
        Grounds grounds = new Grounds(hat, product, acknowledged);
        Grounds read = Grounds.of(grounds.hatText(), grounds.productText());
        assertEquals(decision, read.decide(World.of(made.world.text()), at));
    }

    @Test
    void theHatsOfAReleaseAreWrittenOnlyWhereThereAreAny() {
        WorldFile.Loaded rules = Vectors.world("rules.json");
        for (ProductFacts product : rules.products()) {
            String text = new Grounds(rules.hats().getFirst(), product, false).productText();
            assertEquals(product.id().startsWith("OVERLAP"), text.contains("\"hats\": [\""), text);
            assertEquals(product.id().startsWith("OVERLAP"), text.contains("hats"), text);
        }
    }

    @Test
    void whatIsNoGroundIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Grounds.of("{}", "{}"));
        assertThrows(IllegalArgumentException.class, () -> Grounds.of("", "["));
        assertThrows(IllegalArgumentException.class, () -> World.of(""));
        assertThrows(IllegalArgumentException.class, () -> World.of("entente-rules 2\n"));
        assertThrows(IllegalArgumentException.class, () -> World.of(WorldText.RULES + "\nscheme\tX\n"));
        assertThrows(IllegalArgumentException.class, () -> World.of(WorldText.RULES + "\nnothing\n"));
    }
}
