package org.entente.sequencer;

/** Another sequencer has taken over; this one has changed nothing and stands by. */
final class Fenced extends Exception {
    private static final long serialVersionUID = 1;

    Fenced() {
        super("another sequencer has taken over");
    }
}
