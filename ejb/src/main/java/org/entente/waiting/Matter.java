package org.entente.waiting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the acting hat.
 *
 * @param number of the release, question, product or request; null where it is several things at once
 * @param product that it is about
 * @param organisation that it is about: the recipient, the one who asks
 * @param rule that asks for it
 * @param due when something happens by itself, or it becomes late
 * @param count how many things it is
 */
public record Matter(
        Kind kind,
        @Nullable String number,
        @Nullable String product,
        @Nullable String marking,
        @Nullable String organisation,
        String rule,
        Instant since,
        @Nullable Instant due,
        boolean overdue,
        int count) {

    /** What is to be done. */
    public enum Kind {
        CHECK,
        CONSENT,
        WRITTEN_CONSENT,
        RISK,
        AUTHORISATION,
        REGISTRATION,
        RECEIPT,
        ACKNOWLEDGEMENT,
        REVIEW,
        REPORT,
        DISPOSAL,
        /** A recipient of ours has not acknowledged in time. */
        UNACKNOWLEDGED,
        /** Drafts that an officer is to confirm. */
        DRAFT_REVIEW,
        /** A draft came back to its author. */
        DRAFT_RETURNED,
        /** Drafts whose author is gone, for an officer to take over. */
        DRAFT_LEFT,
        /** A request for information asks us. */
        REQUEST,
        /** A request, or an answer to one, lies with the broker. */
        BROKERAGE,
        /** Somebody questions the level of a product of ours. */
        CHALLENGE,
        /** Labels of ours that are to be looked at again. */
        LABEL_REVIEW,
        /** A draft of one's own that has lain about for too long. */
        WORKING_PAPER,
        /** A report on human rights that came to the office. */
        REFERRAL,
        /** A source of a product of ours is gone. */
        SOURCE_GONE,
        /** Somebody would write less strictly of what is ours. */
        DERIVATION,
        /** A purge of old events that somebody else ordered. */
        PURGE,
        /** A breach case of ours that is not closed. */
        BREACH,
        /** An act that gives somebody a right, for another office to confirm. */
        PEOPLE_ACT,
        /** A mission or a relation of missions is proposed, and wants our agreement. */
        MISSION_AGREEMENT,
        /** A planner of a successor would look in before a transfer. */
        OVERLAP,
        /** Plans of a handover, and what comes after them, that a co-chair has not signed. */
        HANDOVER_AGREEMENT,
        HANDOVER_FREEZE,
        HANDOVER_READINESS,
        HANDOVER_RECONCILIATION,
        HANDOVER_CLOSURE,
        /** What was signed for in a handover has changed. */
        HANDOVER_SIGNATURE_ANEW,
        /** Something is held that no inventory lists. */
        HANDOVER_INVENTORY,
        HANDOVER_STEP,
        /** A handover would pass on what a giver has a say in. */
        HANDOVER_CONSENT,
        /** A transfer of authority was due and could not be carried out. */
        HANDOVER_TRANSFER,
        /** Missions stand side by side, and it is time to look at that again. */
        RELATION_REVIEW
    }

    /** One thing. */
    public static Matter one(
            Kind kind,
            String number,
            @Nullable String product,
            @Nullable String marking,
            @Nullable String organisation,
            String rule,
            Instant since,
            @Nullable Instant due,
            Instant now) {
        return new Matter(
                kind, number, product, marking, organisation, rule, since, due, due != null && !now.isBefore(due), 1);
    }
}
