package org.entente.web.product;

import org.jspecify.annotations.Nullable;

/** Why a product is withdrawn, and what takes its place. */
public record WithdrawalBody(
        @Nullable String reason, @Nullable String supersededBy) {}
