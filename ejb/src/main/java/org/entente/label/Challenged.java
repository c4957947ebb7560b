package org.entente.label;

/** A level was challenged, or a challenge answered. */
public record Challenged(String number) {}
