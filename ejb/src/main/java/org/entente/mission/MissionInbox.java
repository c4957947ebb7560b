package org.entente.mission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Proposals about missions that wait for this hat's agreement. */
@ApplicationScoped
class MissionInbox implements Inbox {
    @Inject
    private ProposalShelf proposals;

    @Inject
    private Gate gate;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        return proposals.open().stream()
                .filter(p -> MissionProposals.place(p, hat) != null
                        && !proposals.persons(p).contains(gate.person().code()))
                .map(p -> Matter.one(
                        Matter.Kind.MISSION_AGREEMENT, p.number(), null, null, p.by(), "ORG-01", p.at(), null, now))
                .toList();
    }
}
