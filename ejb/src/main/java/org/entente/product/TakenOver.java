package org.entente.product;

/** A draft has just passed from this hat, which has ended, to an officer of the same organisation. */
public record TakenOver(String number, String from) {}
