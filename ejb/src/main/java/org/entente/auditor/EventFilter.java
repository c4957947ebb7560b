package org.entente.auditor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which events; empty parts restrict nothing. */
public record EventFilter(
        @Nullable String product,
        @Nullable String person,
        @Nullable String organisation,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to) {}
