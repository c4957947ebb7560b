package org.entente.handover;

/** Which of the two. */
public enum Side {
    PREDECESSOR,
    SUCCESSOR;

    Side other() {
        return this == PREDECESSOR ? SUCCESSOR : PREDECESSOR;
    }
}
