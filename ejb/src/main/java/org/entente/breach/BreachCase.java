package org.entente.breach;

import java.time.Instant;
import java.util.List;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * A case as it lies in its table.
 *
 * @param organisation where it happened
 * @param passedTo whose security officers investigate it, since nobody where it happened may
 * @param originator of the product, {@code organisation} where there is none
 */
record BreachCase(
        long id,
        String number,
        String organisation,
        @Nullable String product,
        String originator,
        @Nullable String marking,
        String person,
        String what,
        @Nullable String weakness,
        Instant happenedAt,
        Instant reportedAt,
        BreachState state,
        Instant movedAt,
        @Nullable Instant informedAt,
        @Nullable String passedTo,
        @Nullable Instant passedAt,
        List<BreachView.Step> steps,
        List<BreachView.Declared> declared) {

    /** From where a hat looks at a case. */
    enum Capacity {
        NONE,
        REPORTER,
        /** The originator's security officer, once they must know. */
        ORIGINATOR,
        /** A security officer of those to whom it has passed. */
        INVESTIGATOR,
        HANDLER
    }

    Capacity capacity(Hat hat) {
        if (BreachStep.openTo(hat) && hat.organisation().equals(organisation)) {
            return Capacity.HANDLER;
        }
        if (BreachStep.openTo(hat) && hat.organisation().equals(passedTo)) {
            return Capacity.INVESTIGATOR;
        }
        boolean told = informedAt != null || !declared.isEmpty();
        if (BreachStep.openTo(hat) && hat.organisation().equals(originator) && told) {
            return Capacity.ORIGINATOR;
        }
        return person.equals(hat.person()) && hat.organisation().equals(organisation)
                ? Capacity.REPORTER
                : Capacity.NONE;
    }

    /** Whether its originator is another organisation and has not learned of it. */
    boolean untold() {
        return !originator.equals(organisation) && informedAt == null && declared.isEmpty();
    }

    boolean declaredBy(String who) {
        return declared.stream().anyMatch(d -> d.organisation().equals(who));
    }

    /** Whether this hat may declare its organisation's part of the product compromised. */
    boolean compromisable(Hat hat) {
        Capacity capacity = capacity(hat);
        return product != null
                && (capacity == Capacity.HANDLER
                        || (hat.organisation().equals(originator) && capacity != Capacity.REPORTER))
                && capacity != Capacity.NONE
                && !declaredBy(hat.organisation());
    }
}
