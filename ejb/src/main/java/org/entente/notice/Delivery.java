package org.entente.notice;

/** What became of an attempt to hand a mail over. */
public enum Delivery {
    TAKEN("SENT"),
    /** Refused for good. */
    REFUSED("GIVEN_UP"),
    /** Not taken, for now. */
    LATER("WAITING"),
    /** The connection was gone before its turn. */
    UNTRIED("WAITING"),
    /** The connection broke while it was handed over: it may have been taken, so it is never handed over again. */
    UNKNOWN("UNCERTAIN"),
    /** Nothing that it was to tell may be told any more. */
    NOTHING("EMPTY");

    private final String state;

    Delivery(String state) {
        this.state = state;
    }

    String state() {
        return state;
    }
}
