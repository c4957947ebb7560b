package org.entente.handover;

import org.jspecify.annotations.Nullable;

/**
 * Which items; empty parts restrict nothing.
 *
 * @param undisposed those of which nobody has said what becomes of them
 * @param unaccounted those of which nobody has said what became of them
 * @param free those that nothing is in the way of
 * @param rule those that this rule objects to as things stand
 */
public record ItemFilter(
        @Nullable String kind,
        @Nullable Disposition disposition,
        @Nullable Outcome outcome,
        @Nullable String level,
        @Nullable Barrier barrier,
        boolean undisposed,
        boolean unaccounted,
        boolean free,
        boolean addendum,
        @Nullable String rule) {

    public static final ItemFilter NONE =
            new ItemFilter(null, null, null, null, null, false, false, false, false, null);

    /** Whether it asks for no kind of items at all. */
    public boolean bare() {
        return stillUnaccounted().equals(NONE.stillUnaccounted());
    }

    ItemFilter stillUnaccounted() {
        return new ItemFilter(kind, disposition, outcome, level, barrier, undisposed, true, free, addendum, rule);
    }
}
