package org.entente.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft in a list: what waits, since when, and for whom. */
public record DraftLine(
        String number,
        String type,
        ProductState state,
        String marking,
        String author,
        Instant since,
        @Nullable String returnedWhy,
        String title) {}
