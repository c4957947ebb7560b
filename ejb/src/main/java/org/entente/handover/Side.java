package org.entente.handover;

/** Which of the two. */
public enum Side {
    PREDECESSOR,
    SUCCESSOR
}
