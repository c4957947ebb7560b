package org.entente.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.identity.Hat;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Cases that security officers have to bring further. */
@ApplicationScoped
class BreachInbox implements Inbox {
    @Inject
    private BreachRows cases;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        if (!BreachStep.openTo(hat)) {
            return List.of();
        }
        return cases.concerning(hat.organisation()).stream()
                .filter(b -> b.capacity(hat) == BreachCase.Capacity.HANDLER && b.state() != BreachState.CLOSED)
                .map(b -> Matter.one(
                        Matter.Kind.BREACH,
                        b.number(),
                        b.product(),
                        b.marking(),
                        b.organisation(),
                        "AUD-10",
                        b.movedAt(),
                        null,
                        now))
                .toList();
    }
}
