package org.entente.breach;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as somebody may see it whom it concerns.
 *
 * @param organisation where it happened
 * @param weakness of one's own systems or procedures; null for every other organisation
 * @param passedTo whose security officers investigate it, since nobody where it happened may
 * @param handled whether the acting hat is of those who handle it; if not, there are no steps
 * @param next the step that it waits for, where the acting hat is of those who take it
 * @param barred whether the acting person stood in the chain of access and may not take that step
 * @param compromisable whether the acting hat may declare the product compromised
 * @param traces who had the product, once it is declared compromised; null before, and where it is not for this hat
 */
public record BreachView(
        String number,
        String organisation,
        @Nullable String product,
        String originator,
        @Nullable String marking,
        String what,
        @Nullable String weakness,
        Instant happenedAt,
        Instant reportedAt,
        BreachState state,
        Instant movedAt,
        @Nullable Instant informedAt,
        @Nullable String passedTo,
        boolean handled,
        List<Step> steps,
        List<Declared> declared,
        @Nullable BreachStep next,
        boolean barred,
        boolean compromisable,
        @Nullable Traces traces) {
    public BreachView {
        steps = List.copyOf(steps);
        declared = List.copyOf(declared);
    }

    /** Who took which step. */
    public record Step(BreachStep step, String hat, Instant at, String note) {}

    /** Who declared the product compromised, for their part. */
    public record Declared(String organisation, Instant at) {}
}
