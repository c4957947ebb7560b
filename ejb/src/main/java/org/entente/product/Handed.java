package org.entente.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** To whom a product was handed, from when, and until when where that is limited or over. */
public record Handed(
        String receiver, Instant from, @Nullable Instant to) {}
