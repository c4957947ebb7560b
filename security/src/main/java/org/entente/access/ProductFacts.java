package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as the decision sees it: no content, no title.
 *
 * @param releases to whom it was handed; null if its marking alone says who may have it
 * @param emergency whether the releases rest on a threat to life
 */
public record ProductFacts(
        String id,
        String type,
        String originator,
        @Nullable String mission,
        Instant published,
        String marking,
        List<PortionFacts> portions,
        @Nullable Releases releases,
        boolean emergency) {
    public ProductFacts {
        portions = List.copyOf(portions);
    }

    /** Governed by its marking alone. */
    public ProductFacts(
            String id,
            String type,
            String originator,
            @Nullable String mission,
            Instant published,
            String marking,
            List<PortionFacts> portions) {
        this(id, type, originator, mission, published, marking, portions, null, false);
    }

    Ground ground() {
        return releases == null ? Ground.MARKING : emergency ? Ground.EMERGENCY : Ground.RELEASE;
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
