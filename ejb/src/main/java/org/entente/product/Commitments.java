package org.entente.product;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * With what a reader checks what they read ({@code docs/spec/content.md}); everything in hexadecimal.
 *
 * @param values of title, portions and frame, in the order of the root
 * @param salts by {@code title} or the portion's id; of what this reader does not read there is none
 */
public record Commitments(List<String> values, Map<String, String> salts) {
    private static final String TITLE = "title";

    static Commitments of(Version version, Map<Integer, Content.Words> opened) {
        Map<String, String> salts = new LinkedHashMap<>();
        for (int ordinal = Content.TITLE; ordinal <= version.portions().size(); ordinal++) {
            Content.Words words = opened.get(ordinal);
            if (words != null && words.salt() != null) {
                salts.put(
                        ordinal == Content.TITLE ? TITLE : Integer.toString(ordinal),
                        HexFormat.of().formatHex(words.salt()));
            }
        }
        return new Commitments(version.commitments(), salts);
    }
}
