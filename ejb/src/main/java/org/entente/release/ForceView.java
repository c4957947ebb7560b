package org.entente.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A security force and the newest due-diligence review of it by one's own organisation, if there is one. */
public record ForceView(
        String code,
        String organisation,
        String name,
        @Nullable Risk risk,
        @Nullable String mitigation,
        @Nullable String reviewer,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Instant flaggedAt,
        @Nullable String flaggedWhy) {

    /** Whether the review still counts at that instant. */
    boolean reviewed(Instant at) {
        return risk != null
                && flaggedAt == null
                && validFrom != null
                && !at.isBefore(validFrom)
                && (validTo == null || at.isBefore(validTo));
    }

    /** HIGH risk, and nothing is done about it. */
    boolean unmitigated() {
        return risk == Risk.HIGH && (mitigation == null || mitigation.isBlank());
    }
}
