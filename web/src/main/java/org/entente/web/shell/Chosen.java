package org.entente.web.shell;

import java.util.Objects;
import org.entente.gate.Objections;
import org.jspecify.annotations.Nullable;

/** Words of a list, as they stand in a body or an address. */
public final class Chosen {
    private Chosen() {}

    /** The constant of that name, or a refusal that names the field. */
    public static <E extends Enum<E>> E word(Class<E> type, @Nullable String text, String field) {
        return Objects.requireNonNull(optional(type, Ask.needed(field, Ask.text(text)), field));
    }

    /** Null where there is no word. */
    public static <E extends Enum<E>> @Nullable E optional(Class<E> type, @Nullable String text, String field) {
        Objections objections = new Objections();
        E word = objections.word(type, Ask.text(text), field, "SYNTAX");
        objections.throwIfAny("objections", "This word is not known.");
        return word;
    }
}
