package org.entente.handover;

import org.jspecify.annotations.Nullable;

/** Which items; empty parts restrict nothing. */
public record ItemFilter(
        @Nullable String kind,
        @Nullable Disposition disposition,
        @Nullable Outcome outcome,
        @Nullable String level,
        @Nullable Barrier barrier,
        boolean undisposed,
        boolean free) {

    public static final ItemFilter NONE = new ItemFilter(null, null, null, null, null, false, false);

    boolean admits(Item item) {
        return (kind == null || kind.equals(item.kind()))
                && (disposition == null || disposition == item.disposition())
                && (outcome == null || outcome == item.outcome())
                && (level == null || level.equals(item.level()))
                && (barrier == null || item.barriers().contains(barrier))
                && (!undisposed || item.disposition() == null)
                && (!free || item.barriers().isEmpty());
    }
}
