package org.entente.access;

/** A partner of the platform. */
public record Organisation(String code, Kind kind) {
    /** Principals share as a matter of course; associates and States receive only what is released to them. */
    public enum Kind {
        PRINCIPAL,
        ASSOCIATE,
        STATE
    }
}
