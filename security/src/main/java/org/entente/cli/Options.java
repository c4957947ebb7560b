package org.entente.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words after a command: those that stand for themselves, and those behind a name. */
record Options(List<String> words, Map<String, String> named) {
    Options {
        words = List.copyOf(words);
        named = Map.copyOf(named);
    }

    /** Null where a name is unknown, given twice or without its value; {@code flags} have none. */
    static @Nullable Options read(List<String> arguments, int words, Set<String> names, Set<String> flags) {
        List<String> plain = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean valued = names.contains(word);
            if (!word.startsWith("--")) {
                plain.add(word);
            } else if ((!valued && !flags.contains(word)) || (valued && i + 1 == arguments.size())) {
                return null;
            } else if (named.putIfAbsent(word, valued ? arguments.get(++i) : "") != null) {
                return null;
            }
        }
        return plain.size() == words ? new Options(plain, named) : null;
    }

    @Nullable
    String get(String name) {
        return named.get(name);
    }

    boolean has(String name) {
        return named.containsKey(name);
    }
}
