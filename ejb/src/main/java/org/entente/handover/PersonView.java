package org.entente.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An officer who changes hats: what is still missing, and until when (HND-08). */
public record PersonView(
        String oldHat,
        String person,
        @Nullable String newHat,
        List<String> roles,
        @Nullable String post,
        @Nullable String clearance,
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
