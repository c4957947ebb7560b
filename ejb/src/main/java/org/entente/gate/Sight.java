package org.entente.gate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.entente.access.AccessClass;
import org.entente.access.AccessPolicy;
import org.entente.access.Decision;
import org.entente.access.Visibility;
import org.entente.identity.Hat;

/** What one hat can see at one instant: the single-product decision and the list restriction, from the one policy. */
public record Sight(Hat hat, AccessPolicy policy, Instant now, long worldVersion) {

    public Visibility visibility(AccessClass product) {
        return policy.visibility(hat, product, now);
    }

    public Decision decide(Shared product, boolean acknowledged) {
        return policy.decide(
                hat,
                product.access(),
                product.number(),
                product.published(),
                product.releases(),
                now,
                acknowledged,
                product.portions());
    }

    public boolean portionReadable(String originator, String portionMarking) {
        return policy.portionReadable(hat, originator, portionMarking);
    }

    /**
     * Until when the hat's visibility of classes stays as it is: its own next edge or the world's, and in any case the next
     * midnight, when embargoes end and markings expire.
     */
    public Instant standsUntil() {
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant edge = policy.standsUntil(hat, now);
        return edge == null || midnight.isBefore(edge) ? midnight : edge;
    }

    /** Reasons as the record keeps them. */
    static List<String> names(Decision decision) {
        return decision.reasons().stream().map(Enum::name).toList();
    }
}
