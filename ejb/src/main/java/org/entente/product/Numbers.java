package org.entente.product;

import java.security.SecureRandom;

/**
 * Makes a product's number. It is drawn, not counted: from consecutive numbers a partner could tell how much is published
 * that they do not see.
 */
final class Numbers {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Numbers() {}

    static String draw(String organisation) {
        StringBuilder number = new StringBuilder(organisation).append('-');
        for (int i = 0; i < LENGTH; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }
}
