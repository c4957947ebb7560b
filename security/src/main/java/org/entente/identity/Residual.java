package org.entente.identity;

/** Reading rights that outlive the last assignment: the own organisation's older products only (HND-07). */
public record Residual(String mission, Interval during) {}
