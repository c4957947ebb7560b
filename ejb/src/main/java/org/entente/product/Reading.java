package org.entente.product;

import java.util.List;
import org.entente.gate.Seen;
import org.jspecify.annotations.Nullable;

/** What came of opening a product by its number. What is not to be known of is not among these: it is not found. */
public sealed interface Reading {
    record Full(ProductView product) implements Reading {}

    /**
     * The content waits for an acknowledgement of these terms.
     *
     * @param seen the seal over it, for whoever in its own organisation withdraws it unread
     */
    record AcknowledgementRequired(
            Header header, List<String> terms, @Nullable String seen) implements Reading, Seen {}

    /** Existence is known, content is barred for the header's reasons. */
    record HeaderOnly(Header header) implements Reading {}

    /** The caller's own organisation's unpublished or withdrawn product. */
    record Draft(DraftView draft) implements Reading {}
}
