package org.entente.product;

/** A product has just been confirmed by its officer: its own organisation has it, partners by release. */
public record Published(String number) {}
