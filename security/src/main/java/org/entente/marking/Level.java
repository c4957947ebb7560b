package org.entente.marking;

/** One step of a scheme; {@code mark} is its official spelling, {@code rank} counts from the scheme's lowest, 0. */
public record Level(String code, String mark, boolean classified, String scheme, int rank) {
    public Level {
        if (rank < 0) {
            throw new IllegalArgumentException("a rank counts from 0: " + code);
        }
    }
}
