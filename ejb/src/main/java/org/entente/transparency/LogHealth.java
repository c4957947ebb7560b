package org.entente.transparency;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the log is.
 *
 * @param size records that have their place
 * @param waiting records that have none yet
 * @param published records under the newest note that a quorum cosigned, {@code cosignatures} under it
 * @param publishedAt by the server's clock, not the exercise's; null before the first
 */
public record LogHealth(
        long size,
        long waiting,
        long published,
        int cosignatures,
        @Nullable Instant publishedAt,
        List<Witness> witnesses,
        List<Alarm> alarms) {
    public LogHealth {
        witnesses = List.copyOf(witnesses);
        alarms = List.copyOf(alarms);
    }

    /** The last word of a witness; {@code trouble} is null if it cosigned. */
    public record Witness(
            String name,
            long size,
            @Nullable Instant answeredAt,
            @Nullable String trouble) {}

    /** What went wrong, newest first. */
    public record Alarm(Instant at, String kind, String detail) {}
}
