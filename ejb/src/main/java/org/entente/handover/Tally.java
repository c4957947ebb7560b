package org.entente.handover;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many items are alike in everything that is counted. */
record Tally(
        String level,
        Set<Barrier> barriers,
        @Nullable Disposition disposition,
        @Nullable Outcome outcome,
        boolean addendum,
        int items) {
    Tally {
        barriers = Set.copyOf(barriers);
    }

    boolean sent() {
        return disposition != null && disposition.sent();
    }
}
