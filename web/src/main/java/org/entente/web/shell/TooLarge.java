package org.entente.web.shell;

import java.io.IOException;

/** A body that goes on past what is taken here. */
final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
    private final long limit;

    TooLarge(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
