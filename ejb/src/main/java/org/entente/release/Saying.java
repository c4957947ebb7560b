package org.entente.release;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says at a step.
 *
 * @param reason needed for a refusal and for sending back
 */
public record Saying(Verdict verdict, @Nullable String reason) {
    public static final Saying YES = new Saying(Verdict.APPROVE, null);
}
