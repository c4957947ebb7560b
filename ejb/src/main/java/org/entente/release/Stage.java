package org.entente.release;

/** How far a release has come (PKI-08), as it is stored; {@link ReleaseState} says the same with what belongs to it. */
public enum Stage {
    /** Its sanitised version is not confirmed yet. */
    DRAFT,
    /** Waits for the portion check. */
    LABELLED,
    /** Waits for the originators whose information is inside. */
    ORIGINATOR_CONSENT,
    /** Waits for the due-diligence review of the recipient's forces. */
    RISK_REVIEW,
    /** In order; waits for the release authority. */
    CHECKED,
    /** Signed; waits for the registry of the releasing organisation. */
    AUTHORISED,
    /** Entered as outgoing; waits for the recipients' registries. */
    REGISTERED,
    /** With its recipients; some have not acknowledged. */
    DISSEMINATED,
    ACKNOWLEDGED,
    /** With its recipients by a fast path; the review afterwards is due (PKI-15, CAV-12). */
    REVIEW_DUE,
    REJECTED,
    RETURNED,
    /** Called back, or cancelled before it went out. */
    WITHDRAWN,
    SUPERSEDED;

    /** Whether it is with somebody, or may still come to be. */
    boolean open() {
        return switch (this) {
            case REJECTED, RETURNED, WITHDRAWN, SUPERSEDED -> false;
            case DRAFT,
                    LABELLED,
                    ORIGINATOR_CONSENT,
                    RISK_REVIEW,
                    CHECKED,
                    AUTHORISED,
                    REGISTERED,
                    DISSEMINATED,
                    ACKNOWLEDGED,
                    REVIEW_DUE -> true;
        };
    }

    /** Whether it is still being decided, so that a change of what is released voids the signatures. */
    boolean underReview() {
        return this == LABELLED || this == ORIGINATOR_CONSENT || this == RISK_REVIEW || this == CHECKED;
    }

    /** Whether it is signed, and some recipient has yet to get it. */
    boolean onItsWay() {
        return this == AUTHORISED || this == REGISTERED;
    }

    boolean handedOver() {
        return this == REGISTERED || this == DISSEMINATED || this == ACKNOWLEDGED || this == REVIEW_DUE;
    }
}
