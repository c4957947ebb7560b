package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release authority lets another hat of the same organisation sign in its stead (PKI-10).
 *
 * @param ceiling the highest level, by its code, that may be signed
 * @param types product types; none means all
 * @param revokedAt when it was taken back, from the next request on
 */
public record Delegation(
        String number,
        String organisation,
        String from,
        String to,
        String ceiling,
        int ceilingRank,
        List<String> types,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Instant revokedAt,
        @Nullable String revokedWhy) {
    public Delegation {
        types = List.copyOf(types);
    }

    boolean inForce(Instant at) {
        return !at.isBefore(validFrom)
                && (validTo == null || at.isBefore(validTo))
                && (revokedAt == null || at.isBefore(revokedAt));
    }

    boolean covers(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
