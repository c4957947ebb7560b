package org.entente.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;
import org.entente.world.KnownWorld;
import org.entente.world.Worlds;

/** Acts that wait for this hat's confirmation. */
@ApplicationScoped
class PeopleInbox implements Inbox {
    @Inject
    private ActStore acts;

    @Inject
    private Worlds worlds;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        if (Action.CONFIRM_PEOPLE_ACT.roles().stream().noneMatch(hat::has)) {
            return List.of();
        }
        KnownWorld world = worlds.moment().world();
        return acts.open(hat.organisation()).stream()
                .filter(a -> ActViews.role(a, hat, world) != null)
                .map(a -> Matter.one(
                        Matter.Kind.PEOPLE_ACT,
                        a.number(),
                        null,
                        null,
                        a.proposerOrg(),
                        "ORG-02",
                        a.proposedAt(),
                        null,
                        now))
                .toList();
    }
}
