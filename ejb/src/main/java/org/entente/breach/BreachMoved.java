package org.entente.breach;

/** A case was reported, took a step, or its product was declared compromised. */
public record BreachMoved(String number) {}
