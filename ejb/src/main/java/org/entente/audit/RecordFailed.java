package org.entente.audit;

/** The record could not be made durable, so what it should have recorded must not happen. */
public sealed class RecordFailed extends RuntimeException permits NotCosigned {
    private static final long serialVersionUID = 1;

    RecordFailed(Throwable cause) {
        super("the audit record could not be written", cause);
    }
}
