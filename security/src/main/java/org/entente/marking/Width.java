package org.entente.marking;

/** How a proposed marking compares with the banner that its portions demand. */
public enum Width {
    SAME,
    /** Narrower or higher in at least one respect and wider in none. */
    NARROWER,
    WIDER
}
