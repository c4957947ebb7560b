package org.entente.request;

/** Why an organisation does not answer; a text goes with it. */
public enum RefusalReason {
    NOT_HELD,
    NOT_RELEASABLE,
    THIRD_PARTY,
    OPERATIONAL_SECURITY,
    OUT_OF_SCOPE,
    OTHER
}
