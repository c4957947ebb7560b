package org.entente.label;

import java.time.Duration;
import java.time.Instant;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/**
 * Something whose label is to be looked at again, or a working paper that lies about.
 *
 * @param due when the platform proposes the review; it decides nothing
 * @param seen the seal over the product that it is about, for whoever decides
 */
public record ReviewLine(
        String product,
        Kind kind,
        String marking,
        Instant since,
        Instant due,
        boolean overdue,
        @Nullable Instant lastReviewed,
        @Nullable String lastDecision,
        String seen)
        implements Seen {
    /** AUD-12: at the latest every five years. */
    public static final int YEARS = 5;

    /** CLS-45: a working paper that went nowhere for so long is registered or destroyed. */
    public static final Duration WORKING_PAPER = Duration.ofDays(180);

    /** What is proposed. */
    public enum Kind {
        /** Is the label still needed? */
        REVIEW,
        /** A draft of more than 180 days: register it or destroy it (CLS-45). */
        WORKING_PAPER
    }
}
