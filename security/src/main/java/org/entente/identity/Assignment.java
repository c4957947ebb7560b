package org.entente.identity;

/** Service on a mission for a stretch of time. */
public record Assignment(String mission, Interval during) {}
