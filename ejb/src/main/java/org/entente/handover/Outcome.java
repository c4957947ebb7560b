package org.entente.handover;

/** What really became of it. */
public enum Outcome {
    RECEIVED(Side.SUCCESSOR),
    REJECTED(Side.SUCCESSOR),
    DESTROYED(Side.PREDECESSOR),
    RETURNED(Side.PREDECESSOR),
    RETAINED(Side.PREDECESSOR),
    ON_HOLD(null);

    private final @org.jspecify.annotations.Nullable Side by;

    Outcome(@org.jspecify.annotations.Nullable Side by) {
        this.by = by;
    }

    /** Whether this side may say so. */
    public boolean of(Side side) {
        return by == null || by == side;
    }
}
