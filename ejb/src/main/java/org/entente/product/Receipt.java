package org.entente.product;

/**
 * What a change of a product answers.
 *
 * @param contentHash SHA-256 of the version's content, in hexadecimal
 */
public record Receipt(String number, ProductState state, int version, String marking, String contentHash) {}
