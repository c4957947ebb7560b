package org.entente.identity;

/** A level, named by its code, up to which somebody is cleared for a stretch of time. */
public record Clearance(String level, Interval during) {}
