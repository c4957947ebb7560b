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
 * @param differing events whose openings are not what their records were sealed over
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
        long differing,
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
        /** Tables have something else than the log was sealed over. */
        OPENINGS_DIFFER,
        /** Records wait for their cosignatures for longer than they should. */
        LATE,
        /** Enough witnesses sign, but not all. */
        WITNESS_MISSING,
        SOUND;

        private static final Duration USUAL = Duration.ofMinutes(1);

        static Condition of(
                long size,
                long published,
                @Nullable Instant publishedAt,
                long differing,
                List<Witness> witnesses,
                Instant now) {
            if (publishedAt == null) {
                return NEVER;
            }
            if (differing > 0) {
                return OPENINGS_DIFFER;
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
