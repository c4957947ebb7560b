package org.entente.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stretch of the list that a request is about: from a row on, down to a published instant (inclusive). */
record Window(Row first, long downTo) {

    /** Everything published until now within the filter's dates, after the cursor's row where there is one. */
    static Window of(Filter filter, Instant now, @Nullable Row after) {
        long newest = now.toEpochMilli();
        Instant to = filter.to();
        if (to != null && to.toEpochMilli() - 1 < newest) {
            newest = to.toEpochMilli() - 1;
        }
        Row first = new Row(newest, "", 0, 0);
        if (after != null && after.compareTo(first) >= 0) {
            // the row just after it: no number is a prefix of another that continues below a space
            first = new Row(after.published(), after.number() + " ", 0, 0);
        }
        Instant from = filter.from();
        return new Window(first, from == null ? Long.MIN_VALUE : from.toEpochMilli());
    }

    boolean holds(Row row) {
        return row.published() >= downTo;
    }
}
