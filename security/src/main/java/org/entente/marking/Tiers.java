package org.entente.marking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The equivalence table, by level. */
final class Tiers {
    private final Map<String, List<Equivalence>> rows;

    Tiers(List<Equivalence> equivalences) {
        rows = equivalences.stream().collect(Collectors.groupingBy(Equivalence::level));
    }

    @Nullable
    Equivalence row(String level, Instant at) {
        for (Equivalence row : rows.getOrDefault(level, List.of())) {
            if (row.during().contains(at)) {
                return row;
            }
        }
        return null;
    }
}
