package org.entente.product;

import java.util.List;
import org.entente.gate.Refused;
import org.jspecify.annotations.Nullable;

/** For what somebody opens what identifies a source or concerns a person (CAV-14); the record keeps it. */
public enum Purpose {
    ANALYSIS,
    FORCE_PROTECTION,
    INVESTIGATION,
    PROTECTION_OF_PERSONS,
    LEGAL_DUTY,
    /** To label, sanitise or confirm. */
    LABELLING;

    /** The purpose of that name; null where none is stated. */
    public static @Nullable Purpose of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (Purpose purpose : values()) {
            if (purpose.name().equals(name.strip())) {
                return purpose;
            }
        }
        throw Refused.malformed("malformed", "purpose", "CAV-14", "'purpose' is one of " + List.of(values()) + ".");
    }
}
