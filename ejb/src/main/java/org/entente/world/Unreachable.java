package org.entente.world;

/** The database does not answer: the caller is told to come back, and nothing has happened. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreachable(Throwable cause) {
        super("the database does not answer", cause);
    }
}
