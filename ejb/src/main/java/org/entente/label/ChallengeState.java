package org.entente.label;

/** Where a challenge stands, by the clock. The product keeps its level meanwhile. */
public enum ChallengeState {
    OPEN,
    /** No answer within sixty days. */
    OVERDUE,
    /** No answer within a hundred and twenty days: it is for the originator's release authority. */
    ESCALATED,
    UPHELD,
    CHANGED
}
