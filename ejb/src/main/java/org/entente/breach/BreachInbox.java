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

    @Inject
    private InformWithin within;

    @Inject
    private Investigators investigators;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        if (!BreachStep.openTo(hat)) {
            return List.of();
        }
        return cases.concerning(hat.organisation()).stream()
                .filter(b -> waits(b, hat))
                .map(b -> Matter.one(
                        Matter.Kind.BREACH,
                        b.number(),
                        investigators.knows(b, hat) || own(b, hat) ? b.product() : null,
                        investigators.knows(b, hat) || own(b, hat) ? b.marking() : null,
                        b.organisation(),
                        "AUD-10",
                        b.movedAt(),
                        own(b, hat) && b.untold() ? b.reportedAt().plus(within.time()) : null,
                        now))
                .toList();
    }

    /** Where it happened, until it is closed; where it has passed to, while it is to be investigated. */
    private boolean waits(BreachCase on, Hat hat) {
        BreachStep next = BreachStep.after(on.state());
        return next != null
                && switch (on.capacity(hat)) {
                    case HANDLER -> true;
                    case INVESTIGATOR -> next.independent() || investigators.alone(on);
                    case NONE, REPORTER, ORIGINATOR -> false;
                };
    }

    private static boolean own(BreachCase on, Hat hat) {
        return on.organisation().equals(hat.organisation());
    }
}
