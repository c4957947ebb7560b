package org.entente.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a former officer may still read, once both sides have approved it (HND-07). */
public record ResidualView(
        String hat,
        String purpose,
        Instant to,
        String askedBy,
        @Nullable String approvedFrom,
        @Nullable String approvedTo) {}
