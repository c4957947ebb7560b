package org.entente.handover;

/** What becomes of an item. */
public enum Disposition {
    /** Custody passes; the label and whose it is do not. */
    TRANSFER(true),
    /** The successor gets a certified copy. */
    COPY(true),
    /** The successor gets a sanitised version, made and confirmed before. */
    SANITISE_THEN_COPY(true),
    /** It goes back to its originator. */
    RETURN(false),
    /** The predecessor's headquarters keep it; access on request. */
    RETAIN(false),
    /** It is destroyed before witnesses, under a certificate. */
    DESTROY(false),
    /** It is in dispute, under investigation or a legal hold. */
    HOLD(false);

    private final boolean sent;

    Disposition(boolean sent) {
        this.sent = sent;
    }

    /** Whether the successor gets something. */
    public boolean sent() {
        return sent;
    }

    /** Whether the successor gets it as it is. */
    public boolean asItIs() {
        return this == TRANSFER || this == COPY;
    }
}
