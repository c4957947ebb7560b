package org.entente.handover;

import java.time.Instant;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** A plan as it is stored. */
record Plan(
        long id,
        String number,
        String edge,
        String fromMission,
        String toMission,
        String predecessor,
        String successor,
        Instant toa,
        Stage stage,
        boolean suspended,
        boolean accelerated,
        String cochairFrom,
        String cochairTo,
        String draftedBy,
        Instant draftedAt,
        @Nullable Instant frozenAt,
        byte @Nullable [] inventory,
        @Nullable Instant executedAt,
        @Nullable Instant closedAt,
        @Nullable String endedWhy,
        String lessons,
        int agreedRound,
        int readyRound,
        @Nullable Instant failedAt,
        @Nullable String failedWhy) {

    /** For which side this hat signs; null for who is no co-chair. */
    @Nullable
    Side signs(Hat hat) {
        return hat.id().equals(cochairFrom) ? Side.PREDECESSOR : hat.id().equals(cochairTo) ? Side.SUCCESSOR : null;
    }

    /** On which side this hat works; co-chairs on their own, others of one organisation that is both on the first. */
    @Nullable
    Side side(Hat hat) {
        Side signs = signs(hat);
        return signs != null
                ? signs
                : hat.organisation().equals(predecessor)
                        ? Side.PREDECESSOR
                        : hat.organisation().equals(successor) ? Side.SUCCESSOR : null;
    }

    String organisation(Side side) {
        return side == Side.PREDECESSOR ? predecessor : successor;
    }

    boolean ended() {
        return stage == Stage.CLOSED || stage == Stage.ABORTED;
    }

    boolean frozen() {
        return frozenAt != null;
    }

    /** How often both sides have been asked for this act because what they had signed changed. */
    int round(Act act) {
        return switch (act) {
            case AGREEMENT -> agreedRound;
            case READINESS -> readyRound;
            case FREEZE, RECONCILIATION, CLOSURE -> 0;
        };
    }
}
