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

    /** Whether custody and copy are back with the predecessor. */
    boolean wentBack() {
        return this == REJECTED || this == RETURNED;
    }

    /** What is gone stays gone; what went back comes again by another handover only. */
    boolean mayBecome(Outcome next) {
        return switch (this) {
            case ON_HOLD, RECEIVED, RETAINED -> true;
            case REJECTED, RETURNED -> next == this || next == RETURNED;
            case DESTROYED -> next == this;
        };
    }

    /** Whether this side may say so. */
    public boolean of(Side side) {
        return by == null || by == side;
    }
}
