package org.entente.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recipient's part in a release.
 *
 * @param handedAt since when it has the product
 * @param endedAt since when it no longer has it
 * @param disposedAt when its copy came back or was destroyed
 */
public record RecipientView(
        String organisation,
        @Nullable Integer copy,
        @Nullable Instant handedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant endedAt,
        @Nullable String endedWhy,
        @Nullable Instant disposedAt) {}
