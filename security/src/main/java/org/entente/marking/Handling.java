package org.entente.marking;

/** What a reader owes the originator, in the order in which a marking writes it. */
public enum Handling {
    NO_PRINT,
    NO_FORWARD,
    NO_EXTRACT,
    ACK_REQUIRED;

    public String text() {
        return name().replace('_', ' ');
    }
}
