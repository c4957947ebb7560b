package org.entente.auditor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision taken again from what was written down of it (AUD-06).
 *
 * @param policy SHA-256 of the rules and the world that decided, in hexadecimal
 * @param recorded what the event says, {@code replayed} what the same question gives now
 * @param hat the hat as it was, {@code product} the product as it was, in the words of a world file; null where this auditor
 *     may not know
 */
public record Replay(
        String event,
        Instant at,
        String policy,
        String recorded,
        List<String> recordedReasons,
        String replayed,
        List<String> replayedReasons,
        boolean same,
        @Nullable String hat,
        @Nullable String product) {
    public Replay {
        recordedReasons = List.copyOf(recordedReasons);
        replayedReasons = List.copyOf(replayedReasons);
    }
}
