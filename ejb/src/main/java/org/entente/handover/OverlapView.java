package org.entente.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a planner of the successor may read before the transfer (HND-09).
 *
 * @param from when the planner may read it; of what is only asked, from when at the earliest
 * @param to when that ends by itself
 * @param approvedBy the release authority's hat; nobody reads anything before that
 * @param endedAt when it ended before its time
 */
public record OverlapView(
        String hat,
        String product,
        Instant from,
        @Nullable Instant to,
        String askedBy,
        @Nullable String approvedBy,
        @Nullable Instant endedAt,
        @Nullable String registerOut,
        @Nullable String registerIn) {

    /** Whether it waits for the release authority. */
    public boolean asked() {
        return approvedBy == null && endedAt == null;
    }
}
