package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as the decision sees it: no content, no title. */
public record ProductFacts(
        String id,
        String type,
        String originator,
        @Nullable String mission,
        Instant published,
        String marking,
        List<PortionFacts> portions) {
    public ProductFacts {
        portions = List.copyOf(portions);
    }

    List<String> portionIds() {
        return portions.isEmpty()
                ? List.of()
                : portions.stream().map(PortionFacts::id).toList();
    }

    List<String> portionMarkings() {
        return portions.isEmpty()
                ? List.of()
                : portions.stream().map(PortionFacts::marking).toList();
    }
}
