package org.entente.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with what was asked: all of it, not only the first. */
public final class Objections {
    private final List<Objection> all = new ArrayList<>();

    public void add(String field, String rule, String message) {
        all.add(new Objection(field, rule, message));
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** The constant of that name, or null after an objection. */
    public <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String text, String field, String rule) {
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

    public void throwIfAny(String slug, String detail) {
        if (!all.isEmpty()) {
            throw new Refused(new Refusal.Objected(slug, detail, List.copyOf(all)));
        }
    }
}
