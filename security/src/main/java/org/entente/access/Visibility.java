package org.entente.access;

/** What a hat sees of all products of one access class at an instant. */
public enum Visibility {
    /** No product of the class, whenever published up to now, is better than hidden. */
    NEVER,
    /** Every product of the class that is published is better than hidden. */
    ALWAYS,
    /** It depends on when the product was published, on consents or on releases: decide each. */
    DEPENDS
}
