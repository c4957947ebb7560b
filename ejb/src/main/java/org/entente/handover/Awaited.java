package org.entente.handover;

import org.entente.waiting.Matter;

/** What a handover waits for, each with the desk's word for it. */
public enum Awaited {
    AGREEMENT(Matter.Kind.HANDOVER_AGREEMENT),
    FREEZE(Matter.Kind.HANDOVER_FREEZE),
    READINESS(Matter.Kind.HANDOVER_READINESS),
    RECONCILIATION(Matter.Kind.HANDOVER_RECONCILIATION),
    CLOSURE(Matter.Kind.HANDOVER_CLOSURE),
    /** Something changed that was signed for: it is signed anew. */
    SIGNATURE_ANEW(Matter.Kind.HANDOVER_SIGNATURE_ANEW),
    /** Something is held that the inventory does not list. */
    INVENTORY(Matter.Kind.HANDOVER_INVENTORY),
    STEP(Matter.Kind.HANDOVER_STEP),
    /** A giver's answer; its silence is refusal (CAV-13). */
    CONSENT(Matter.Kind.HANDOVER_CONSENT),
    /** The instant has come, and authority could not pass. */
    TRANSFER(Matter.Kind.HANDOVER_TRANSFER);

    private final Matter.Kind kind;

    Awaited(Matter.Kind kind) {
        this.kind = kind;
    }

    Matter.Kind kind() {
        return kind;
    }

    static Awaited signature(Act act) {
        return switch (act) {
            case AGREEMENT -> AGREEMENT;
            case FREEZE -> FREEZE;
            case READINESS -> READINESS;
            case RECONCILIATION -> RECONCILIATION;
            case CLOSURE -> CLOSURE;
        };
    }
}
