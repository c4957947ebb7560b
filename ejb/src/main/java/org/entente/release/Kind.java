package org.entente.release;

/** By which path a product goes. */
public enum Kind {
    STANDARD,
    /** An immediate warning: one approval, reviewed within a day (PKI-15). */
    FLASH,
    /** An imminent threat to life: the least that helps, to the fewest, reported within three days (CAV-12). */
    BREAK_GLASS
}
