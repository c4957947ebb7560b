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

    public boolean contains(Instant t) {
        return (from == null || !t.isBefore(from)) && (to == null || t.isBefore(to));
    }
}
