package org.entente.access;

import java.time.Instant;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * The standings compiled last, found by the identity of the hat. Races are harmless: a standing is immutable, and a lost
 * one is compiled again.
 */
final class Standings {
    private static final int KEPT = 1 << 12;
    private static final int PLACES = 4;

    private final Atlas atlas;
    private final @Nullable Standing[] kept = new @Nullable Standing[KEPT];

    Standings(Atlas atlas) {
        this.atlas = atlas;
    }

    Standing of(Hat hat, Instant at) {
        for (int i = 0; i < PLACES; i++) {
            Standing standing = kept[place(hat, i)];
            if (standing != null && standing.isOf(hat) && standing.holdsAt(at)) {
                return standing;
            }
        }
        Standing compiled = new Standing(hat, atlas, at);
        kept[place(hat, freePlace(hat))] = compiled;
        return compiled;
    }

    /** The hat at any instant, for what does not change with time. */
    Standing of(Hat hat) {
        for (int i = 0; i < PLACES; i++) {
            Standing standing = kept[place(hat, i)];
            if (standing != null && standing.isOf(hat)) {
                return standing;
            }
        }
        return of(hat, Instant.EPOCH);
    }

    /** The place of an outdated standing of the same hat, an empty one, or else somebody else's. */
    private int freePlace(Hat hat) {
        for (int i = 0; i < PLACES; i++) {
            Standing standing = kept[place(hat, i)];
            if (standing == null || standing.isOf(hat)) {
                return i;
            }
        }
        return System.identityHashCode(hat) / KEPT % PLACES;
    }

    private static int place(Hat hat, int i) {
        return (System.identityHashCode(hat) + i) & (KEPT - 1);
    }
}
