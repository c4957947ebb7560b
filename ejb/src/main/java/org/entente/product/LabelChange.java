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
        NARROWED
    }
}
