package org.entente.people;

/** Where an act stands. */
public enum ActState {
    /** It waits for confirmations; nothing follows from it. */
    PROPOSED,
    /** Everybody asked has confirmed: it holds, or will on the day of the handover that it belongs to. */
    CONFIRMED,
    REFUSED,
    /** Taken back by the one who proposed it, or replaced by another. */
    WITHDRAWN
}
