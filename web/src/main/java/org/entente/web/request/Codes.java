package org.entente.web.request;

import java.util.Arrays;
import org.entente.gate.Refused;
import org.jspecify.annotations.Nullable;

/** Codes of a fixed list, as they stand in a body or an address. */
final class Codes {
    private Codes() {}

    /** Null for none and for one that is not in the list: then a rule objects. */
    static <E extends Enum<E>> @Nullable E ifKnown(Class<E> type, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** For an address: none restricts nothing, an unknown one is a mistake. */
    static <E extends Enum<E>> @Nullable E restriction(Class<E> type, String field, @Nullable String text) {
        E known = ifKnown(type, text);
        if (known == null && text != null && !text.isBlank()) {
            throw Refused.malformed(
                    "malformed",
                    field,
                    "SYNTAX",
                    "'" + field + "' is one of " + Arrays.toString(type.getEnumConstants()) + ".");
        }
        return known;
    }
}
