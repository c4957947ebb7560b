package org.entente.access;

/** A partner of the platform. */
public record Organisation(String code, Kind kind) {
    /** Principals share as a matter of course; associates receive only what is released to them, product by product (ORG-04). */
    public enum Kind {
        PRINCIPAL,
        ASSOCIATE,
        STATE
    }
}
