package org.entente.label;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report on human rights that no label could hold back (PKI-12). It names no product and no portion: what it says, its sender
 * wrote for it.
 *
 * @param waiting whether it waits for the acting hat's office
 */
public record ReferralView(
        String number,
        String from,
        String matter,
        String text,
        Instant at,
        @Nullable Instant takenUpAt,
        boolean waiting) {}
