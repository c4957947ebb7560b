package org.entente.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delegation, and whether it is in force now. */
public record DelegationView(
        String number,
        String from,
        String to,
        String ceiling,
        List<String> types,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable Instant revokedAt,
        @Nullable String revokedWhy,
        boolean inForce) {
    static DelegationView of(Delegation d, Instant now) {
        return new DelegationView(
                d.number(),
                d.from(),
                d.to(),
                d.ceiling(),
                d.types(),
                d.validFrom(),
                d.validTo(),
                d.revokedAt(),
                d.revokedWhy(),
                d.inForce(now));
    }
}
