package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.world.Moment;

/** How many published products of each originator say the words of a query, seen by nobody's eyes: for auditors alone. */
@ApplicationScoped
public class Soundings {
    @Inject
    private Listing listing;

    @Inject
    private TextIndex text;

    public Map<String, Integer> hits(String query, Moment moment) {
        if (query.isBlank()) {
            return Map.of();
        }
        return listing.on(moment, l -> {
            Set<Long> found = text.matching(query, (id, ordinal) -> l.row(id) != null);
            Map<String, Integer> hits = new HashMap<>();
            for (Long id : found) {
                Row row = l.row(id);
                if (row != null) {
                    hits.merge(l.originator(row), 1, Integer::sum);
                }
            }
            return hits;
        });
    }
}
