package org.entente.release;

/** Whose act a step is. */
public enum Side {
    /** The organisation that lets the product go. */
    RELEASER,
    /** An organisation whose information is inside. */
    GIVER,
    /** An organisation that gets it. */
    RECIPIENT
}
