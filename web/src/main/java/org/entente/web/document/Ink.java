package org.entente.web.document;

import java.util.stream.Collector;

/**
 * Text as it may stand on paper. What XML and fonts do not take, and what would turn the order of letters around so that a
 * marking reads as another, is replaced by a sign that shows: something stood here.
 */
final class Ink {
    private static final int REPLACED = 0xFFFD;

    private Ink() {}

    static String of(String text) {
        // nothing but empty lines is no content, and pages of it would be work for nothing
        return text.replaceAll("\\n{3,}", "\n\n")
                .codePoints()
                .map(c -> writable(c) ? c : REPLACED)
                .boxed()
                .collect(Collector.of(
                        StringBuilder::new,
                        StringBuilder::appendCodePoint,
                        StringBuilder::append,
                        StringBuilder::toString));
    }

    private static boolean writable(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            // joiners and the marks of direction stay: they are part of how Arabic and Persian are written
            case Character.FORMAT -> (c >= 0x200B && c <= 0x200F) || c == 0x061C || c == 0x00AD;
            default -> true;
        };
    }
}
