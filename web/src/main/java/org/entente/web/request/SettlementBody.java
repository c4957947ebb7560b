package org.entente.web.request;

import org.jspecify.annotations.Nullable;

/**
 * What the broker does with an answer.
 *
 * @param decision PASS_ON or HOLD_BACK
 */
public record SettlementBody(
        @Nullable String organisation,
        @Nullable String decision,
        @Nullable String reason) {}
