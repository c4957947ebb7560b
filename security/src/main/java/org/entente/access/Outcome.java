package org.entente.access;

/** The five answers, from nothing to everything. */
public enum Outcome {
    NO_HAT,
    HIDDEN,
    HEADER,
    ACKNOWLEDGE,
    PERMIT
}
