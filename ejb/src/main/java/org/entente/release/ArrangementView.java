package org.entente.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a giver undertakes towards a receiver (CAV-04).
 *
 * @param cap the highest level, by its code, in the giver's own scheme (CAV-05)
 * @param mission the only mission it is for; null for all
 * @param basis in law or on paper
 */
public record ArrangementView(
        String number,
        String giver,
        String receiver,
        @Nullable String mission,
        String cap,
        @Nullable Instant from,
        @Nullable Instant to,
        ArrangementStatus status,
        String basis,
        @Nullable String conditions,
        @Nullable String changedWhy) {}
