package org.entente.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as those see it who send it on: everything but its words.
 *
 * @param sources for each portion, the numbers of the products that it draws on
 * @param contentHash SHA-256 of the newest version, in hexadecimal
 * @param unit which of its originator's units made it (PKI-14)
 * @param heldAs the banner of what it was made of, as long as nobody has authorised that it is weaker (CLS-40)
 */
public record Circulating(
        String number,
        String originator,
        ProductType type,
        @Nullable String mission,
        ProductState state,
        int version,
        String contentHash,
        String marking,
        List<String> portionMarkings,
        List<List<String>> sources,
        String author,
        String authorHat,
        @Nullable String confirmedBy,
        @Nullable String sanitisedFrom,
        @Nullable String heldAs,
        @Nullable String unit) {
    public Circulating {
        portionMarkings = List.copyOf(portionMarkings);
        sources = List.copyOf(sources);
    }

    /** The banner under which it is read now. */
    public String readAs() {
        return heldAs == null ? marking : heldAs;
    }

    /** Whether it waits for the release authority to say that it may be weaker than what it was made of. */
    public boolean held() {
        return heldAs != null;
    }

    public boolean published() {
        return state == ProductState.PUBLISHED;
    }
}
