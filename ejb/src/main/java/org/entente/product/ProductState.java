package org.entente.product;

/** Where a product stands. Only a published one is shared with anybody. */
public enum ProductState {
    DRAFT,
    SUBMITTED,
    PUBLISHED,
    WITHDRAWN
}
