package org.entente.request;

/** How far a request has come with one of those it was addressed to. Overdue is no state: the clock tells it. */
public enum RequestState {
    /** Anonymous, and the broker has not passed it on yet. */
    AWAITING_BROKER,
    /** The broker gave it back to the requester. */
    RETURNED,
    OPEN,
    /** With experts of the addressee. */
    ROUTED,
    /** Answered, and the broker has not passed the answer on yet. */
    ANSWER_WITH_BROKER,
    ANSWERED,
    /** Answered, and the broker could not pass the answer on. */
    HELD_BACK,
    REFUSED,
    WITHDRAWN;

    /** What it looks like from there: who works on it is the addressee's own affair, what became of an answer the broker's. */
    public RequestState shownTo(Party party) {
        return switch (party) {
            case REQUESTER -> this == ROUTED ? OPEN : this;
            case ADDRESSEE -> this == HELD_BACK ? ANSWERED : this;
            case BROKER -> this == ROUTED ? OPEN : this;
        };
    }

    /** Whether the addressee still owes something. */
    boolean waiting() {
        return this == AWAITING_BROKER || this == OPEN || this == ROUTED;
    }
}
