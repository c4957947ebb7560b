package org.entente.access;

import org.entente.identity.Interval;
import org.jspecify.annotations.Nullable;

/** A giver's written undertaking to a receiver: up to the level {@code cap}, for one mission or (null) for all. */
public record Arrangement(
        String giver, String receiver, @Nullable String mission, String cap, Interval during) {}
