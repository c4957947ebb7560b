package org.entente.mission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mission as it is to be set up. */
public record Founding(
        String code,
        String name,
        String mandate,
        @Nullable String hostState,
        List<String> leads,
        @Nullable Instant begins,
        Ends ends) {
    public Founding {
        leads = List.copyOf(leads);
    }
}
