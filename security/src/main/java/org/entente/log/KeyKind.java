package org.entente.log;

/** What a key signs. The byte stands in its text and in its number, so that one can never pass for the other. */
public enum KeyKind {
    /** A log's key, for the text of a note. */
    LOG(1),
    /** A witness's key, for a time and a checkpoint: cosignature/v1. */
    WITNESS(4);

    private final int code;

    KeyKind(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static KeyKind of(byte code) throws LogError {
        for (KeyKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new LogError("a key of kind " + code + " is neither a log's nor a witness's");
    }
}
