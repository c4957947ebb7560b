package org.entente.handover;

import org.jspecify.annotations.Nullable;

/** Something under way at the transfer, and what becomes of it (HND-16). */
public record OpenWorkView(
        String kind,
        String reference,
        @Nullable Settlement decision,
        @Nullable String note) {

    /** What becomes of it. */
    public enum Settlement {
        CLOSED,
        RETURNED
    }
}
