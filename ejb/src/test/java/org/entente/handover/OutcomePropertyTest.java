package org.entente.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whatever the two sides say of an item, and in whatever order. */
class OutcomePropertyTest {
    @Property
    @Label("HND-05 custody comes back at most once, and what came back goes nowhere again")
    void custodyGoesBackOnceAndNeverForwardAgain(
            @ForAll Disposition disposition, @ForAll @Size(max = 8) List<Outcome> said) {
        Item item = item(1, disposition, null);
        int back = 0;
        boolean gone = false;
        for (Outcome next : said) {
            Outcome before = item.outcome();
            if (!Outcomes.fits(item, next) || (before != null && !before.mayBecome(next))) {
                continue;
            }
            if (next.wentBack()) {
                back += Outcomes.goingBack(List.of(item)).size();
            }
            assertFalse(gone && !next.wentBack(), said + " " + next);
            gone |= next.wentBack();
            item = item(1, disposition, next);
        }
        assertTrue(back <= 1, "came back " + back + " times by " + said);
        assertEquals(gone && disposition.asItIs() ? 1 : 0, back);
    }

    @Property
    @Label("HND-05 what is destroyed stays destroyed")
    void nothingComesBackFromDestruction(@ForAll Outcome next) {
        assertEquals(next == Outcome.DESTROYED, Outcome.DESTROYED.mayBecome(next));
    }

    @Property
    @Label(
            "HND-06 items = received + rejected + destroyed + returned + retained + on hold + nobody knows, in every line")
    void countsReconcileWhateverBecameOfItems(@ForAll @Size(max = 30) List<Outcome> outcomes, @ForAll boolean open) {
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            tallies.add(new Tally(
                    i % 2 == 0 ? "AU SECRET" : "AU RESTRICTED",
                    i % 3 == 0 ? Set.of(Barrier.ORCON, Barrier.SOURCE) : Set.of(),
                    Disposition.COPY,
                    open && i % 3 == 0 ? null : outcomes.get(i),
                    false,
                    i + 1));
        }
        int items = tallies.stream().mapToInt(Tally::items).sum();
        Reconciliation sum = Reconciliation.of(tallies);
        assertEquals(items, sum.items());
        assertEquals(items, total(sum));
        int levels = 0;
        for (Reconciliation.Line line : sum.lines()) {
            int counted = line.outcomes().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum()
                    + line.difference();
            assertEquals(line.items(), counted, line.toString());
            levels += line.kind().equals("LEVEL") ? line.items() : 0;
        }
        assertEquals(items, levels, "every item has one level");
    }

    private static int total(Reconciliation sum) {
        return sum.outcomes().values().stream().mapToInt(Integer::intValue).sum() + sum.difference();
    }

    private static Item item(long number, Disposition disposition, @Nullable Outcome outcome) {
        return new Item(
                number,
                "OWN",
                "P" + number,
                number + 1,
                1,
                new byte[32],
                "AU",
                "AU SECRET",
                "AU SECRET",
                Set.of(),
                false,
                disposition,
                null,
                null,
                null,
                false,
                outcome,
                null,
                null,
                null,
                null,
                null,
                0,
                new byte[16]);
    }
}
