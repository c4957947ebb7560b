package org.entente.release;

/** Where an arrangement stands; only one in force lets anything go. */
public enum ArrangementStatus {
    /** Proposed by the giver; the receiver has not given its written assurance. */
    DRAFT,
    IN_FORCE,
    SUSPENDED,
    ENDED
}
