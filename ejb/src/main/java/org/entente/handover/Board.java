package org.entente.handover;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan as one hat has it before it.
 *
 * @param moves what this hat may do now
 * @param digest what the next signature would be given over, null if nothing is to be signed
 * @param ahead the signature that is prepared for, be it next or after the givers have been asked; null if none is left
 * @param obstacles what stands in its way, by rule
 * @param prospect what the transfer will bring, null once it is over
 */
public record Board(
        PlanView plan,
        Set<Move> moves,
        @Nullable String digest,
        @Nullable Act ahead,
        List<Obstacle> obstacles,
        @Nullable Prospect prospect) {
    public Board {
        moves = Set.copyOf(moves);
        obstacles = List.copyOf(obstacles);
    }
}
