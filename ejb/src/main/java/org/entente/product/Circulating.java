package org.entente.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as those see it who send it on: everything but its words.
 *
 * @param sources for each portion, the numbers of the products that it draws on
 * @param contentHash SHA-256 of the newest version, in hexadecimal
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
        @Nullable String sanitisedFrom) {
    public Circulating {
        portionMarkings = List.copyOf(portionMarkings);
        sources = List.copyOf(sources);
    }

    public boolean published() {
        return state == ProductState.PUBLISHED;
    }
}
