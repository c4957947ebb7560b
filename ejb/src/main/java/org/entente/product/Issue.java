package org.entente.product;

import java.time.Instant;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/** What came of asking for a product's document. */
public sealed interface Issue {
    /**
     * A numbered copy, made out to one reader.
     *
     * @param number counts this product's copies, of whatever kind, from 1
     * @param language in which the reader works
     */
    record Copy(
            ProductView product,
            @Nullable String titleMarking,
            CopyKind kind,
            int number,
            String reader,
            String organisation,
            String hat,
            String language,
            Instant at)
            implements Issue {}

    /** The marking alone, with what a label says beside it. */
    record Label(String number, String originator, Marking marking, Instant published) implements Issue {}

    /** Known of, and kept back for the reason that a reading gives. */
    record Kept(Reading why) implements Issue {}
}
