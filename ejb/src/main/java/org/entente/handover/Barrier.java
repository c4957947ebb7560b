package org.entente.handover;

/** What keeps an item from being handed on as it is (HND-02). */
public enum Barrier {
    ORCON,
    SOURCE,
    EYES_ONLY,
    /** Somebody else's, or somebody else's information is inside. */
    THIRD_PARTY,
    /** Its REL list lacks the successor, or there is none. */
    NOT_RELEASABLE,
    /** It excludes the successor, which nothing lifts (CAV-06). */
    EXCLUDED
}
