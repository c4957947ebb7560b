package org.entente.handover;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item of an inventory as it is stored. */
record Item(
        long id,
        String kind,
        String reference,
        @Nullable Long productId,
        int version,
        byte[] contentHash,
        String originator,
        String marking,
        String level,
        Set<Barrier> barriers,
        boolean addendum,
        @Nullable Disposition disposition,
        @Nullable String reason,
        @Nullable String substitute,
        @Nullable String retention,
        boolean legalHold,
        @Nullable Outcome outcome,
        @Nullable Instant outcomeAt,
        @Nullable String outcomeWhy,
        @Nullable String certificate,
        @Nullable String registerOut,
        @Nullable String registerIn,
        int priority,
        byte[] salt) {
    Item {
        barriers = Set.copyOf(barriers);
    }
}
