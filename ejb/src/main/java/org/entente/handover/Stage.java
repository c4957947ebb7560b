package org.entente.handover;

/** How far a handover has come. */
public enum Stage {
    /** Being drawn up by both sides. */
    DRAFT,
    /** Both sides signed the plan. */
    AGREED,
    /** What is held was counted, hashed and signed for; what comes later is an addendum. */
    INVENTORY_FROZEN,
    /** Givers and originators have been asked. */
    CONSENTS_OPEN,
    /** Every item has its disposition, and both sides signed for the day. */
    READY,
    /** Authority has passed; items are being received. */
    EXECUTING,
    /** Every item is accounted for. */
    RECONCILED,
    CLOSED,
    ABORTED
}
