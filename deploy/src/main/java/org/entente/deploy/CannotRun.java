package org.entente.deploy;

import java.io.Serial;

/** Why the platform does not start, as one sentence for the person at the keyboard. */
final class CannotRun extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }

    CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
