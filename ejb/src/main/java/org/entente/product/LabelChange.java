package org.entente.product;

import java.time.Instant;

/**
 * A change of label after publication, as the document shows it: what, by whose authority, when, and the old mark (CLS-47).
 */
public record LabelChange(
        int version, Kind kind, String oldMarking, String newMarking, String by, Instant at, String why) {
    /** Which way the label went. */
    public enum Kind {
        WIDENED,
        DOWNGRADED,
        DECLASSIFIED,
        UPGRADED,
        /** Same level, other caveats. */
        NARROWED;

        /** Of several things that happened to one label, which is told: what lets go most. */
        int gravity() {
            return switch (this) {
                case DECLASSIFIED -> 3;
                case DOWNGRADED -> 2;
                case WIDENED -> 1;
                case UPGRADED, NARROWED -> 0;
            };
        }
    }
}
