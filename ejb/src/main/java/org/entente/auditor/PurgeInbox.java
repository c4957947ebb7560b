package org.entente.auditor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Purges that wait for an auditor's approval. */
@ApplicationScoped
class PurgeInbox implements Inbox {
    @Inject
    private PurgeRows purges;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        if (!hat.has(Role.AUDITOR)) {
            return List.of();
        }
        return purges.orders("o.organisation = ? AND c.number IS NULL", hat.organisation()).stream()
                .filter(o -> Purges.approvable(o, hat, now))
                .map(o -> Matter.one(
                        Matter.Kind.PURGE,
                        o.number(),
                        null,
                        null,
                        o.organisation(),
                        "AUD-13",
                        o.orderedAt(),
                        null,
                        now))
                .toList();
    }
}
