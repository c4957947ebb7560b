package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as the decision sees it: no content, no title.
 *
 * @param releases to whom it was handed; null if its marking alone says who may have it
 * @param emergency whether the releases rest on a threat to life
 * @param unit which of its originator's units made it; null if it is the organisation's as a whole (PKI-14)
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
        boolean emergency,
        @Nullable String unit) {
    public ProductFacts {
        portions = List.copyOf(portions);
    }

    /** Made by no unit in particular. */
    public ProductFacts(
            String id,
            String type,
            String originator,
            @Nullable String mission,
            Instant published,
            String marking,
            List<PortionFacts> portions,
            @Nullable Releases releases,
            boolean emergency) {
        this(id, type, originator, mission, published, marking, portions, releases, emergency, null);
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
