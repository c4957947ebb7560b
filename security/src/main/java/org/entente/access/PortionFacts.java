package org.entente.access;

/** A portion as the decision sees it. */
public record PortionFacts(String id, String marking) {}
