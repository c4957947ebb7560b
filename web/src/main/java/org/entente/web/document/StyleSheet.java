package org.entente.web.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheets beside the template. */
final class StyleSheet {
    private StyleSheet() {}

    static String named(String name) {
        try (InputStream sheet = Objects.requireNonNull(StyleSheet.class.getResourceAsStream(name), name)) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as a string of the style language in which nothing but its letters means itself. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> quoted.append(
                        Character.isLetterOrDigit(c) && c < 128
                                ? Character.toString(c)
                                : "\\" + Integer.toHexString(c) + " "));
        return quoted.append('"').toString();
    }
}
