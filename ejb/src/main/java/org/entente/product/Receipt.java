package org.entente.product;

import java.util.List;

/**
 * What a change of a product answers.
 *
 * @param contentHash SHA-256 of the version's content, in hexadecimal
 * @param setInMotion the releases that follow from it
 */
public record Receipt(
        String number,
        ProductState state,
        int version,
        String marking,
        String contentHash,
        List<Consequence> setInMotion) {
    public Receipt {
        setInMotion = List.copyOf(setInMotion);
    }
}
