package org.entente.marking;

import java.text.Normalizer;

/** The spelling under which words are compared: no case, no accents, single blanks, none beside a slash (CLS-09). */
final class Folding {
    private Folding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean blank = false;
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (blank(c)) {
                blank = true;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                if (blank && !folded.isEmpty() && c != '/' && folded.charAt(folded.length() - 1) != '/') {
                    folded.append(' ');
                }
                blank = false;
                folded.append(Character.toUpperCase(c));
            }
        }
        return folded.toString();
    }

    static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
