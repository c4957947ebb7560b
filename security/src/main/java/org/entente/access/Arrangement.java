package org.entente.access;

import java.util.EnumSet;
import java.util.Set;
import org.entente.identity.Interval;
import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/**
 * A giver's written undertaking to a receiver: up to the level {@code cap}, for one mission or (null) for all (CAV-04).
 *
 * @param without controls that do not travel under it: nothing that has one of them is covered
 */
public record Arrangement(
        String giver, String receiver, @Nullable String mission, String cap, Set<Control> without, Interval during) {
    public Arrangement {
        without = Set.copyOf(without);
    }

    /** One under which every control travels. */
    public Arrangement(String giver, String receiver, @Nullable String mission, String cap, Interval during) {
        this(giver, receiver, mission, cap, Set.of(), during);
    }

    /** Those controls of a marking that do not travel under it. */
    public Set<Control> keepsBack(Marking marking) {
        Set<Control> kept = EnumSet.noneOf(Control.class);
        kept.addAll(marking.controls());
        kept.retainAll(without);
        return kept;
    }
}
