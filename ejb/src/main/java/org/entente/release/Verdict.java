package org.entente.release;

/** What somebody says at a step. */
public enum Verdict {
    APPROVE,
    REFUSE,
    /** Sent back to the requester, who may ask again. */
    RETURN
}
