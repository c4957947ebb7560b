package org.entente.product;

import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. Empty parts restrict nothing.
 *
 * @param query words that must all occur in what the reader may read of a product
 * @param from published at or after
 * @param to published before
 * @param visibleFrom visible to the reader's organisation since then or later
 * @param visibleTo visible to it since before then
 * @param order by what the list is ordered
 */
public record Filter(
        @Nullable String query,
        @Nullable String mission,
        @Nullable String type,
        @Nullable String originator,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant visibleFrom,
        @Nullable Instant visibleTo,
        Order order) {

    /** Newest first by publication; or oldest first by when it became visible, for whoever polls. */
    public enum Order {
        PUBLISHED,
        VISIBLE
    }

    public static final Filter NONE = new Filter(null, null, null, null, null, null);

    /** Whenever it became visible, the newest first. */
    public Filter(
            @Nullable String query,
            @Nullable String mission,
            @Nullable String type,
            @Nullable String originator,
            @Nullable Instant from,
            @Nullable Instant to) {
        this(query, mission, type, originator, from, to, null, null, Order.PUBLISHED);
    }

    /** Whether it depends on when a product became visible. */
    boolean bySight() {
        return visibleFrom != null || visibleTo != null;
    }

    boolean admits(ClassFacts facts) {
        return (mission == null || mission.equals(facts.mission()))
                && (type == null || type.equals(facts.type()))
                && (originator == null || originator.equals(facts.originator()));
    }

    /** Whether it admits products of every class. */
    boolean everywhere() {
        return mission == null && type == null && originator == null;
    }

    /** Only what restricts, as the record tells it. */
    @Override
    public String toString() {
        StringJoiner said = new StringJoiner(" ");
        said.setEmptyValue("everything");
        tell(said, "query", query);
        tell(said, "mission", mission);
        tell(said, "type", type);
        tell(said, "originator", originator);
        tell(said, "from", from);
        tell(said, "to", to);
        tell(said, "visibleFrom", visibleFrom);
        tell(said, "visibleTo", visibleTo);
        tell(said, "order", order == Order.PUBLISHED ? null : order);
        return said.toString();
    }

    private static void tell(StringJoiner said, String name, @Nullable Object value) {
        if (value != null) {
            said.add(name + "='" + value + "'");
        }
    }
}
