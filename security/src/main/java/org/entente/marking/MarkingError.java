package org.entente.marking;

/** Why a text is no marking. */
public enum MarkingError {
    UNKNOWN_MARK,
    UNKNOWN_CODE,
    SEGMENT_ORDER,
    JOINT_LIST,
    REL_LIST,
    REL_AND_EYES,
    UNCLASSIFIED_CONTROL,
    EXCLUSION_CONFLICT,
    TIME_ORDER,
    SYNTAX
}
