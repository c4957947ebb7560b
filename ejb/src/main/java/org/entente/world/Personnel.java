package org.entente.world;

import java.time.Instant;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * A hat as its organisation's offices look at it: worn or suspended, and what is on record for it.
 *
 * @param begunHere whether it was given on this platform; false if a file says so
 * @param conduct when the code of conduct was signed; null if it was not
 */
public record Personnel(
        Hat hat,
        boolean begunHere,
        @Nullable Instant conduct,
        @Nullable Suspension suspension) {

    /** Who took the hat off its wearer, when and why. */
    public record Suspension(Instant at, String by, String reason) {}
}
