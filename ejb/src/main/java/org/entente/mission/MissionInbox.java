package org.entente.mission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Proposals about missions that wait for this hat's agreement, and parallel relations that are to be looked at again (HND-10). */
@ApplicationScoped
class MissionInbox implements Inbox {
    @Inject
    private ProposalShelf proposals;

    @Inject
    private Gate gate;

    @Inject
    private Atlas atlas;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        List<Matter> matters = new ArrayList<>(asked(hat, now));
        if (hat.has(Role.RELEASE_AUTHORITY) || hat.has(Role.HANDOVER_OFFICER)) {
            atlas.relations().stream()
                    .filter(r -> r.reviewedBy(hat.organisation(), now))
                    .map(r -> Matter.one(
                            Matter.Kind.RELATION_REVIEW,
                            r.number(),
                            null,
                            null,
                            null,
                            "HND-10",
                            Objects.requireNonNull(r.reviewDue()),
                            r.reviewDue(),
                            now))
                    .forEach(matters::add);
        }
        return matters;
    }

    private List<Matter> asked(Hat hat, Instant now) {
        return proposals.open().stream()
                .filter(p -> MissionProposals.place(p, hat) != null
                        && !proposals.persons(p).contains(gate.person().code()))
                .map(p -> Matter.one(
                        Matter.Kind.MISSION_AGREEMENT, p.number(), null, null, p.by(), "ORG-01", p.at(), null, now))
                .toList();
    }
}
