package org.entente.product;

import java.util.List;

/** What came of opening a product by its number. What is not to be known of is not among these: it is not found. */
public sealed interface Reading {
    record Full(ProductView product) implements Reading {}

    /** The content waits for an acknowledgement of these terms. */
    record AcknowledgementRequired(Header header, List<String> terms) implements Reading {}

    /** Existence is known, content is barred for the header's reasons. */
    record HeaderOnly(Header header) implements Reading {}

    /** The caller's own organisation's unpublished or withdrawn product. */
    record Draft(DraftView draft) implements Reading {}
}
