package org.entente.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of one thing to whoever judges it, part by part: everything that their act depends on. What they saw travels as a
 * seal over it ({@link Gate#seal}) and comes back with the act, which happens only to what was seen.
 */
public record Shown(String object, List<Part> parts) {
    /** One part, under a name that its reader knows it by; the value goes nowhere but into the seal. */
    public record Part(String name, String value) {}

    public Shown {
        parts = List.copyOf(parts);
    }

    public static Shown of(String object) {
        return new Shown(object, List.of());
    }

    public Shown with(String name, @Nullable Object value) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, String.valueOf(value)));
        return new Shown(object, more);
    }

    /** Many things of one kind; each ends where the next begins, whatever it holds. */
    public Shown with(String name, Collection<?> values) {
        return with(
                name,
                values.stream()
                        .map(String::valueOf)
                        .map(v -> v.length() + ":" + v)
                        .collect(Collectors.joining()));
    }
}
