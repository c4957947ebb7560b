package org.entente.marking;

/** Why portions have no common banner, in the order in which the reasons are looked for. */
public enum RollUpError {
    NO_EQUIVALENCE,
    EXCLUSION_CONFLICT,
    EYES_DISJOINT,
    MISSION_DISJOINT,
    TIME_ORDER,
    REL_DISJOINT
}
