package org.entente.notice;

/** What kind of thing the subject of a notice is. */
public enum About {
    RELEASE,
    CONSENT,
    PRODUCT,
    REQUEST,
    CHALLENGE,
    REFERRAL,
    BREACH,
    /** An act by which somebody who watches was suspended. */
    AUDITOR,
    HANDOVER,
    /** A handover in which a giver is asked. */
    HANDOVER_CONSENT
}
