package org.entente.product;

/** A published product has just got another label. */
public record Relabelled(String number, LabelChange.Kind kind) {}
