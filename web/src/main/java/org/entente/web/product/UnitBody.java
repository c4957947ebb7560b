package org.entente.web.product;

import org.jspecify.annotations.Nullable;

/** Which other unit of the organisation gets a product, and what for (PKI-14). */
public record UnitBody(@Nullable String unit, @Nullable String reason) {}
