package org.entente.product;

import org.jspecify.annotations.Nullable;

/**
 * A published product has just been withdrawn.
 *
 * @param supersededBy the product that takes its place, where one does (PKI-13)
 */
public record Withdrawn(String number, @Nullable String supersededBy, String why) {}
