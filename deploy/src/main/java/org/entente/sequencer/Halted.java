package org.entente.sequencer;

/** The log is not what it was when it was last signed: nothing is added and nothing is signed until somebody has looked. */
final class Halted extends Exception {
    private static final long serialVersionUID = 1;
    private final String kind;

    Halted(String kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    /** The word under which it is told. */
    String kind() {
        return kind;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
