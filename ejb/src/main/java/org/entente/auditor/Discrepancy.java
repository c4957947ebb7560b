package org.entente.auditor;

/** What is wrong with a classification decision that was drawn for a sample; {@link #NONE} says that it was looked at. */
public enum Discrepancy {
    LEVEL_TOO_HIGH,
    LEVEL_TOO_LOW,
    CAVEAT_WRONG,
    /** Nobody wrote down why. */
    NO_REASON,
    PORTION_MARK,
    OTHER,
    NONE
}
