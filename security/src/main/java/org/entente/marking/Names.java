package org.entente.marking;

import static org.entente.marking.Folding.fold;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Persons and posts. Two names may differ by an accent alone; then only the exact spelling names either. */
final class Names {
    private final Set<String> exact;
    private final Map<String, String> folded = new HashMap<>();

    Names(Collection<String> names) {
        exact = Set.copyOf(new HashSet<>(names));
        Set<String> ambiguous = new HashSet<>();
        for (String name : exact) {
            if (folded.put(fold(name), name) != null) {
                ambiguous.add(fold(name));
            }
        }
        folded.keySet().removeAll(ambiguous);
    }

    @Nullable
    String find(String text) {
        String stripped = text.strip();
        return exact.contains(stripped) ? stripped : folded.get(fold(text));
    }
}
