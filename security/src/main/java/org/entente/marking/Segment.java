package org.entente.marking;

/** The kinds of caveat, in the only order in which a marking may carry them. */
enum Segment {
    JOINT,
    CONTAINS,
    CONTROL,
    REL,
    EYES,
    MISSION,
    NOT_TO,
    HANDLING,
    TIME
}
