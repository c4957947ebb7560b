package org.entente.web.product;

import org.jspecify.annotations.Nullable;

/** An officer's confirmation: what disclosure would damage, where the product is classified (CLS-05). */
public record PublicationBody(@Nullable String damage) {}
