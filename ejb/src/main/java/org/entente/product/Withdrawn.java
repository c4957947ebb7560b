package org.entente.product;

/** A published product has just been withdrawn by its originator: nobody has it any more. */
public record Withdrawn(String number) {}
