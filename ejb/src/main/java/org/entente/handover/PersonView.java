package org.entente.handover;

import java.time.Instant;
import java.util.List;
import org.entente.people.Rehattings;
import org.jspecify.annotations.Nullable;

/**
 * An officer who changes hats: what is still missing, and until when (HND-08).
 *
 * @param clearance that the successor's security officer is asked to record
 * @param act by which the new hat is proposed; the successor's offices confirm it
 */
public record PersonView(
        String oldHat,
        String person,
        @Nullable String newHat,
        List<String> roles,
        @Nullable String post,
        @Nullable String clearance,
        Rehattings.@Nullable Standing act,
        @Nullable Instant clearanceAt,
        @Nullable Instant briefingAt,
        @Nullable Instant conductAt,
        Instant deadline,
        boolean overdue,
        @Nullable Instant confirmedAt,
        @Nullable Instant suspendedAt) {
    public PersonView {
        roles = List.copyOf(roles);
    }
}
