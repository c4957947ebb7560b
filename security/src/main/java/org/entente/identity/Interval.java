package org.entente.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A half-open stretch of time, [from, to); null means unbounded on that side. */
public record Interval(@Nullable Instant from, @Nullable Instant to) {
    public static final Interval ALWAYS = new Interval(null, null);

    public Interval {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("an interval ends before it begins: " + from + " to " + to);
        }
    }

    /** What lies in both; null if nothing does. */
    public @Nullable Interval meet(Interval other) {
        Instant begins = from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
        Instant ends = to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to;
        return begins != null && ends != null && !begins.isBefore(ends) ? null : new Interval(begins, ends);
    }

    public boolean contains(Instant t) {
        return (from == null || !t.isBefore(from)) && (to == null || t.isBefore(to));
    }
}
