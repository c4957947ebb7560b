package org.entente.label;

/** A report on human rights is on its way to the competent office. */
public record Referred(String number) {}
