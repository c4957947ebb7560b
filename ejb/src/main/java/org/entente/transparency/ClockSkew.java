package org.entente.transparency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whose clock goes wrong by more than two seconds (AUD-14): this node's, the database's or a witness's. */
final class ClockSkew {
    static final Duration MOST = Duration.ofSeconds(2);

    private ClockSkew() {}

    /**
     * What this node and the database make of now.
     *
     * @param before by this node when it asked the database, {@code after} when the answer came
     */
    static List<String> of(Instant before, Instant database, Instant after) {
        if (database.isBefore(before.minus(MOST))) {
            return List.of("database " + seconds(database, before) + " s behind this node");
        }
        if (database.isAfter(after.plus(MOST))) {
            return List.of("database " + seconds(after, database) + " s ahead of this node");
        }
        return List.of();
    }

    /**
     * When witnesses say that they signed a note: not before the one before it was published, not after it was published itself.
     *
     * @param signed by witness, in whole seconds
     */
    static List<String> of(Map<String, Instant> signed, Instant before, Instant published) {
        List<String> wrong = new ArrayList<>();
        signed.forEach((witness, at) -> {
            // a second is cut off
            if (at.plusSeconds(1).isBefore(before.minus(MOST))) {
                wrong.add("witness " + witness + " " + seconds(at, before) + " s behind the database");
            }
            if (at.isAfter(published.plus(MOST))) {
                wrong.add("witness " + witness + " " + seconds(published, at) + " s ahead of the database");
            }
        });
        wrong.sort(null);
        return wrong;
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
