package org.entente.mission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dated edge of the graph.
 *
 * @param overlapFrom from when planners of the second may see a named subset before the transfer (HND-09)
 * @param reviewDue when a parallel relation is looked at again (HND-10)
 * @param agreed the organisations that agreed to it
 */
public record RelationView(
        String number,
        String from,
        String to,
        RelationType type,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Instant overlapFrom,
        @Nullable Instant reviewDue,
        List<String> agreed) {
    public RelationView {
        agreed = List.copyOf(agreed);
    }

    /** Whether this organisation stands in it and is to look at it again by now (HND-10). */
    public boolean reviewedBy(String organisation, Instant now) {
        boolean going = validTo == null || now.isBefore(validTo);
        return going && reviewDue != null && !now.isBefore(reviewDue) && agreed.contains(organisation);
    }
}
