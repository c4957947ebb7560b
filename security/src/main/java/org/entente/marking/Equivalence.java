package org.entente.marking;

import org.entente.identity.Interval;

/** The tier at which a level compares with the levels of other schemes; a tier never converts a marking (CLS-12). */
public record Equivalence(String level, int tier, Status status, Interval during) {
    /** Whether two organisations signed the row or one of them merely acts on it. */
    public enum Status {
        AGREED,
        ASSUMED
    }
}
