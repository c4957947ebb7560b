package org.entente.access;

import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/** A portion's mark, compiled: only SOURCE and EYES ONLY hide a portion of a product that is read. */
final class Portion {
    final boolean parsed;
    final boolean source;
    final boolean named;
    final int[] eyesOnly;

    Portion(@Nullable Marking marking, Atlas atlas) {
        parsed = marking != null;
        source = marking != null && marking.controls().contains(Control.SOURCE);
        named = marking != null && !marking.eyesOnly().isEmpty();
        eyesOnly = marking == null ? new int[0] : atlas.names.numbers(marking.eyesOnly());
    }

    boolean hidesSourceFrom(Standing reader) {
        return source && !reader.sourceHandler;
    }

    boolean doesNotName(Standing reader) {
        return named && !reader.isAmong(eyesOnly);
    }

    boolean isWithheldFrom(Standing reader) {
        return hidesSourceFrom(reader) || doesNotName(reader);
    }
}
