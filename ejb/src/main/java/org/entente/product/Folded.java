package org.entente.product;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what hides words from a comparison: accents, case, spacing, and characters that show nothing. */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** Soft hyphen, joiners, directions, blanks of no width, and other characters that are not there to be seen. */
    private static final Pattern UNSEEN =
            Pattern.compile("\\p{Cf}|[\\p{Cc}&&[^\\t\\n\\r]]|[\\u115F\\u1160\\u3164\\uFFA0\\u180E]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u2800]+");
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** With its capitals and its blanks. */
    static String seen(String text) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(MARKS.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** With one blank for many, and no capitals. */
    static String of(String text) {
        return lower(seen(text));
    }

    /** Letters and digits alone: blanks, hyphens and points between them hide nothing. */
    static String squeezed(String text) {
        return BETWEEN_LETTERS.matcher(of(text)).replaceAll("");
    }

    /** Upper case first, so that letters with one capital for two forms become the same. */
    static String lower(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
