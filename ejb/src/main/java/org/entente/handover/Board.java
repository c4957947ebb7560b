package org.entente.handover;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan as one hat has it before it.
 *
 * @param moves what this hat may do now
 * @param digest what the next signature would be given over, null if nothing is to be signed
 */
public record Board(
        PlanView plan, Set<Move> moves, @Nullable String digest) {
    public Board {
        moves = Set.copyOf(moves);
    }
}
