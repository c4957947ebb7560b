package org.entente.auditor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample of an organisation's classified products of a year: numbers, marks and findings, never a title.
 *
 * @param population how many there were to draw from
 */
public record SampleView(
        String number,
        String organisation,
        int year,
        int size,
        String seed,
        int population,
        Instant orderedAt,
        List<Item> items) {
    public SampleView {
        items = List.copyOf(items);
    }

    /** One product, with its mark when it was drawn. */
    public record Item(
            String product, String originator, int version, String level, String marking, List<Finding> findings) {
        public Item {
            findings = List.copyOf(findings);
        }
    }

    /** What was found about it. */
    public record Finding(Discrepancy type, @Nullable String note, Instant at) {}

    /** How many products that have been looked at. */
    public long examined() {
        return items.stream().filter(i -> !i.findings().isEmpty()).count();
    }
}
