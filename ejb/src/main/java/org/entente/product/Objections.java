package org.entente.product;

import java.util.ArrayList;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a filing: all of it, not only the first. */
final class Objections {
    private final List<Objection> all = new ArrayList<>();

    void add(String field, String rule, String message) {
        all.add(new Objection(field, rule, message));
    }

    boolean none() {
        return all.isEmpty();
    }

    <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String text, String field, String rule) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (E known : type.getEnumConstants()) {
            if (known.name().equals(text)) {
                return known;
            }
        }
        add(field, rule, "'" + text + "' is not one of " + List.of(type.getEnumConstants()) + ".");
        return null;
    }

    void throwIfAny(String slug, String detail) {
        if (!all.isEmpty()) {
            throw new Refused(new Refusal.Objected(slug, detail, List.copyOf(all)));
        }
    }
}
