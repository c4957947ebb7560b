package org.entente.marking;

import org.jspecify.annotations.Nullable;

/**
 * One step of a scheme; {@code rank} counts from the scheme's lowest, 0.
 *
 * @param mark its official spelling; null where the scheme has no mark for what is unclassified (CLS-02)
 */
public record Level(String code, @Nullable String mark, boolean classified, String scheme, int rank) {
    public Level {
        if (rank < 0) {
            throw new IllegalArgumentException("a rank counts from 0: " + code);
        }
    }

    /** The mark as a text shows it by itself; of a level without one, the parentheses that say so. */
    public String shown() {
        return mark == null ? "()" : mark;
    }
}
