package org.entente.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a register.
 *
 * @param number registry, direction, year and place, for example {@code UN-OUT-2013-0004}
 * @param reference the product's number
 * @param counterpart to whom it went, or from whom it came
 * @param receiptAt when the receipt came back
 * @param disposedAt when the copy was returned or destroyed
 * @param certificate what was certified about that, and by whom
 */
public record RegisterEntry(
        String number,
        String registry,
        Direction direction,
        Instant at,
        String reference,
        int copy,
        String classification,
        String counterpart,
        String officer,
        String release,
        @Nullable Instant receiptAt,
        @Nullable String receiptBy,
        @Nullable Instant disposedAt,
        @Nullable String certificate) {}
