package org.entente.product;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what a sanitised version still says of the portions that were taken out: any string of eight characters or more that
 * a removed portion has and no kept one (CLS-42). Case, accents and spacing do not hide anything.
 */
final class Leaks {
    static final int SHORTEST = 8;

    private Leaks() {}

    /** The strings, each as long as it is; empty if nothing leaks. */
    static List<String> in(String text, List<String> removed, List<String> kept) {
        Set<String> secret = new HashSet<>();
        removed.forEach(r -> secret.addAll(pieces(folded(r))));
        kept.forEach(k -> secret.removeAll(pieces(folded(k))));
        String said = folded(text);
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

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
