package org.entente.transparency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the log is.
 *
 * @param condition the gist of it
 * @param agoSeconds since the newest note; null before the first
 * @param size records that have their place
 * @param waiting records that have none yet
 * @param published records under the newest note that a quorum cosigned, {@code cosignatures} under it
 * @param publishedAt by the server's clock, not the exercise's; null before the first
 */
public record LogHealth(
        Condition condition,
        long size,
        long waiting,
        long published,
        int cosignatures,
        @Nullable Instant publishedAt,
        @Nullable Long agoSeconds,
        List<Witness> witnesses,
        List<Alarm> alarms) {
    public LogHealth {
        witnesses = List.copyOf(witnesses);
        alarms = List.copyOf(alarms);
    }

    /** What the numbers come to. */
    public enum Condition {
        /** Nothing was ever cosigned. */
        NEVER,
        /** Records wait for their cosignatures for longer than they should. */
        LATE,
        /** Enough witnesses sign, but not all. */
        WITNESS_MISSING,
        SOUND;

        private static final Duration USUAL = Duration.ofMinutes(1);

        static Condition of(
                long size, long published, @Nullable Instant publishedAt, List<Witness> witnesses, Instant now) {
            if (publishedAt == null) {
                return NEVER;
            }
            if (size > published && publishedAt.isBefore(now.minus(USUAL))) {
                return LATE;
            }
            return witnesses.stream().allMatch(w -> w.trouble() == null) ? SOUND : WITNESS_MISSING;
        }
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
