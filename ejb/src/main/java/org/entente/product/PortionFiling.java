package org.entente.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portion as it is filed.
 *
 * @param marking portion mark, for example {@code (UN-C//REL TO UN, AU)}
 * @param reliability source reliability A to F, where graded
 * @param credibility information credibility 1 to 6, where graded; letter and digit are never added up (PKI-03)
 * @param sources numbers of products it draws on, {@code NUMBER} or {@code NUMBER#portion}
 * @param citations sources that are no product here, in words
 */
public record PortionFiling(
        String marking,
        String text,
        @Nullable String reliability,
        @Nullable String credibility,
        List<String> sources,
        List<String> citations) {

    public PortionFiling {
        sources = List.copyOf(sources);
        citations = List.copyOf(citations);
    }
}
