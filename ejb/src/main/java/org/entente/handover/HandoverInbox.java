package org.entente.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.product.Circulation;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** What of a handover waits for somebody. */
@ApplicationScoped
class HandoverInbox implements Inbox {
    @Inject
    private PlanShelf shelf;

    @Inject
    private OverlapShelf overlaps;

    @Inject
    private Circulation circulation;

    @Inject
    private Pending pending;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        List<Matter> matters = new ArrayList<>();
        for (Plan plan : shelf.of(hat.organisation())) {
            if (!plan.ended() && plan.side(hat) == Side.PREDECESSOR && hat.has(Role.RELEASE_AUTHORITY)) {
                overlaps.of(plan).stream()
                        .filter(o -> o.asked() && circulation.mayRead(o.product(), hat))
                        .map(o -> Matter.one(
                                Matter.Kind.OVERLAP,
                                plan.number(),
                                o.product(),
                                null,
                                plan.successor(),
                                "HND-09",
                                o.from(),
                                plan.toa(),
                                now))
                        .forEach(matters::add);
            }
        }
        pending.of(hat).stream()
                .map(c -> new Matter(
                        c.what().kind(),
                        c.plan(),
                        null,
                        null,
                        c.organisation(),
                        c.rule(),
                        c.since(),
                        c.due(),
                        c.due() != null && !now.isBefore(c.due()),
                        c.count()))
                .forEach(matters::add);
        return matters;
    }
}
