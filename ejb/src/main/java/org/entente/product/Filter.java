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
 */
public record Filter(
        @Nullable String query,
        @Nullable String mission,
        @Nullable String type,
        @Nullable String originator,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final Filter NONE = new Filter(null, null, null, null, null, null);

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
        return said.toString();
    }

    private static void tell(StringJoiner said, String name, @Nullable Object value) {
        if (value != null) {
            said.add(name + "='" + value + "'");
        }
    }
}
