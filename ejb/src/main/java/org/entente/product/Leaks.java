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

    private Leaks() {}

    /** The strings, each as long as it is; empty if nothing leaks. */
    static List<String> in(String text, List<String> removed, List<String> kept) {
        List<String> leaks = new ArrayList<>(found(text, removed, kept, Folded::of));
        if (leaks.isEmpty()) {
            leaks.addAll(found(text, removed, kept, Folded::squeezed));
        }
        return leaks;
    }

    private static List<String> found(
            String text, List<String> removed, List<String> kept, UnaryOperator<String> folded) {
        Set<String> secret = new HashSet<>();
        removed.forEach(r -> secret.addAll(pieces(folded.apply(r))));
        kept.forEach(k -> secret.removeAll(pieces(folded.apply(k))));
        String said = folded.apply(text);
        List<String> leaks = new ArrayList<>();
        for (int i = 0; i + SHORTEST <= said.length(); i++) {
            int end = i;
            while (end + SHORTEST <= said.length() && secret.contains(said.substring(end, end + SHORTEST))) {
                end++;
            }
            if (end > i) {
                leaks.add(said.substring(i, end + SHORTEST - 1).strip());
                i = end;
            }
        }
        return leaks;
    }

    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            pieces.add(text.substring(i, i + SHORTEST));
        }
        return pieces;
    }
}
