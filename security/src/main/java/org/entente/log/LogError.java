package org.entente.log;

import java.io.Serial;

/** Bytes of the log that are not what they should be; the message says why in one sentence that names no secret. */
public final class LogError extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public LogError(String sentence) {
        super(sentence);
    }

    /** What is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
