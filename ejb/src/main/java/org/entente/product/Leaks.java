package org.entente.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds what a sanitised version still says of the portions that were taken out: any string of eight characters or more that
 * a removed portion has and no kept one (CLS-42). Case, accents, spacing, punctuation and
 * characters that show nothing do not hide anything.
 */
final class Leaks {
    static final int SHORTEST = 8;

    /** Without blanks and punctuation, where less is chance: the end of one word and the beginning of the next. */
    static final int SQUEEZED = 12;

    private Leaks() {}

    /** The strings, each as long as it is; empty if nothing leaks. */
    static List<String> in(String text, List<String> removed, List<String> kept) {
        List<String> leaks = new ArrayList<>(found(text, removed, kept, Folded::of, SHORTEST));
        if (leaks.isEmpty()) {
            leaks.addAll(found(text, removed, kept, Folded::squeezed, SQUEEZED));
        }
        return leaks;
    }

    private static List<String> found(
            String text, List<String> removed, List<String> kept, UnaryOperator<String> folded, int shortest) {
        Set<String> secret = new HashSet<>();
        removed.forEach(r -> secret.addAll(pieces(folded.apply(r), shortest)));
        kept.forEach(k -> secret.removeAll(pieces(folded.apply(k), shortest)));
        String said = folded.apply(text);
        List<String> leaks = new ArrayList<>();
        for (int i = 0; i + shortest <= said.length(); i++) {
            int end = i;
            while (end + shortest <= said.length() && secret.contains(said.substring(end, end + shortest))) {
                end++;
            }
            if (end > i) {
                leaks.add(said.substring(i, end + shortest - 1).strip());
                i = end;
            }
        }
        return leaks;
    }

    private static Set<String> pieces(String text, int shortest) {
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + shortest <= text.length(); i++) {
            pieces.add(text.substring(i, i + shortest));
        }
        return pieces;
    }
}
