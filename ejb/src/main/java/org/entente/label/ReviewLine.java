package org.entente.label;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something whose label is to be looked at again, or a working paper that lies about.
 *
 * @param due when the platform proposes the review; it decides nothing
 */
public record ReviewLine(
        String product,
        Kind kind,
        String marking,
        Instant since,
        Instant due,
        boolean overdue,
        @Nullable Instant lastReviewed,
        @Nullable String lastDecision) {
    /** What is proposed. */
    public enum Kind {
        /** Is the label still needed? */
        REVIEW,
        /** A draft of more than 180 days: register it or destroy it (CLS-45). */
        WORKING_PAPER
    }
}
