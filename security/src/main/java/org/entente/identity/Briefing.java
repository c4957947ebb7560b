package org.entente.identity;

/** The recorded instruction in the duties of a scheme, valid for a stretch of time (CLS-16). */
public record Briefing(String scheme, Interval during) {}
