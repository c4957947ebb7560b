package org.entente.web.request;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as people type them: one a line, or with commas. */
final class FormText {
    private FormText() {}

    static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,\\n\\r]+"))
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .toList();
    }

    static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
