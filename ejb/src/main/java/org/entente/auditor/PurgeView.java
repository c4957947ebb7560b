package org.entente.auditor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A purge of what old events tell of persons (AUD-13).
 *
 * @param waiting how many events it would concern now; null once it is approved
 * @param approvable whether the acting hat may approve it
 * @param certificate of what was done; null before
 */
public record PurgeView(
        String number,
        String organisation,
        Instant before,
        String reason,
        String orderedBy,
        Instant orderedAt,
        @Nullable Long waiting,
        boolean approvable,
        @Nullable Certificate certificate) {

    /**
     * What is left of a purge, for ever.
     *
     * @param event that records it
     * @param firstIndex of the range in the log; null if there was nothing
     * @param digest SHA-256 over the numbers of the events in the order of the log, in hexadecimal
     */
    public record Certificate(
            String approvedBy,
            Instant approvedAt,
            String event,
            long events,
            @Nullable Long firstIndex,
            @Nullable Long lastIndex,
            String digest) {}
}
