package org.entente.audit;

/** The record is durable, but no quorum of organisations has cosigned it: what it guards stays closed for now. */
public final class NotCosigned extends RecordFailed {
    private static final long serialVersionUID = 1;

    NotCosigned() {
        super(new IllegalStateException("the record was not cosigned in time"));
    }
}
