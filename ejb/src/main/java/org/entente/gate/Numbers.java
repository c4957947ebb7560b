package org.entente.gate;

import java.security.SecureRandom;

/**
 * Makes the number of something that is shared. It is drawn, not counted: from consecutive numbers a partner could tell how
 * much there is that they do not see.
 */
public final class Numbers {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Numbers() {}

    public static String draw(String prefix) {
        StringBuilder number = new StringBuilder(prefix).append('-');
        for (int i = 0; i < LENGTH; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }
}
