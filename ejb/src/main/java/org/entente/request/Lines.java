package org.entente.request;

import java.util.List;

/** Lists of words as one column keeps them; none of the words has a line break. */
final class Lines {
    private static final String BETWEEN = "\n";

    private Lines() {}

    static String of(List<String> words) {
        return String.join(BETWEEN, words);
    }

    static List<String> read(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(BETWEEN, -1));
    }
}
