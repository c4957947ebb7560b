package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An originator's answer.
 *
 * @param alternative ids of the portions that it would let go instead
 * @param reference of the written answer, where somebody enters it for a giver who has nobody here
 * @param lapses until when the consent is given
 */
public record ConsentAnswer(
        boolean granted,
        @Nullable String reason,
        List<String> alternative,
        @Nullable String reference,
        @Nullable Instant lapses) {
    public ConsentAnswer {
        alternative = List.copyOf(alternative);
    }
}
