package org.entente.marking;

/** A control on what may be done with the text, in the order in which a marking writes them. */
public enum Control {
    ORCON,
    SOURCE,
    PII
}
