package org.entente.mission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The four ends of a mission (HND-12). Access goes by the legal end; what is provisional by the end of realignment; what is left
 * by the end of liquidation.
 */
public record Ends(
        @Nullable Instant legal,
        @Nullable Instant operational,
        @Nullable Instant realignment,
        @Nullable Instant liquidation) {

    public static final Ends NONE = new Ends(null, null, null, null);
}
