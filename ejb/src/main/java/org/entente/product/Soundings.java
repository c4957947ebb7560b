package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Sight;
import org.entente.identity.Hat;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/** How many products of each originator a search hit and did not show: for auditors alone. */
@ApplicationScoped
public class Soundings {
    @Inject
    private Listing listing;

    @Inject
    private TextIndex text;

    /**
     * Products that were published when somebody searched, say all the words, and are nothing that the searcher could read then
     * or may read now. Receipts that a product waits for are taken as given: whoever may read after confirming them is kept from
     * nothing. What was withdrawn since is in no index and does not count.
     *
     * @param hat in which was searched; null where it is no more, which then says nothing for the searcher
     * @param at when was searched, by the platform's time
     */
    public Map<String, Integer> hidden(Filter filter, @Nullable Hat hat, Instant at, Moment moment) {
        String query = filter.query();
        if (query == null || query.isBlank()) {
            return Map.of();
        }
        return listing.on(moment, l -> {
            Set<Long> hit = new HashSet<>(text.matching(query, (id, ordinal) -> wasThere(l, id, filter, at)));
            if (hat != null && !hit.isEmpty()) {
                Set<Long> among = Set.copyOf(hit);
                hit.removeAll(read(l, query, among, sight(hat, at, moment)));
                hit.removeAll(read(l, query, among, sight(hat, moment.now(), moment)));
            }
            Map<String, Integer> hidden = new HashMap<>();
            for (Long id : hit) {
                hidden.merge(l.originator(Objects.requireNonNull(l.row(id))), 1, Integer::sum);
            }
            return hidden;
        });
    }

    private static boolean wasThere(Listing l, long id, Filter filter, Instant at) {
        Row row = l.row(id);
        ClassFacts facts = row == null ? null : l.facts(row.classId());
        if (row == null || facts == null || !filter.admits(facts)) {
            return false;
        }
        Instant published = Instant.ofEpochMilli(row.published());
        Instant from = filter.from();
        Instant to = filter.to();
        return !published.isAfter(at)
                && (from == null || !published.isBefore(from))
                && (to == null || published.isBefore(to));
    }

    /** Those of them in which this hat reads all the words at the sight's instant. */
    private Set<Long> read(Listing l, String query, Set<Long> among, Sight sight) {
        return text.matching(query, (id, ordinal) -> {
            Row row = among.contains(id) ? l.row(id) : null;
            return row != null && l.readable(row, ordinal, sight, true);
        });
    }

    private static Sight sight(Hat hat, Instant at, Moment moment) {
        return new Sight(hat, moment.world().policy(), at, moment.world().version());
    }
}
