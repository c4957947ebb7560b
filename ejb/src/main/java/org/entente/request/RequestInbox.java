package org.entente.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Requests that wait for an answer, or for the broker. Who asks is not said here (PKI-06). */
@ApplicationScoped
class RequestInbox implements Inbox {
    @Inject
    private Ledger ledger;

    @Inject
    private Desk desk;

    @Inject
    private Views views;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        if (Collections.disjoint(hat.roles(), Action.READ_REQUEST.roles())) {
            return List.of();
        }
        return desk.standing(ledger.of(hat.organisation(), hat.has(Role.REQUEST_BROKER))).stream()
                .map(o -> views.line(o, hat))
                .filter(RequestInbox::waits)
                .map(line -> Matter.one(
                        line.party() == Party.BROKER ? Matter.Kind.BROKERAGE : Matter.Kind.REQUEST,
                        line.number(),
                        null,
                        line.marking(),
                        null,
                        line.party() == Party.BROKER ? "PKI-06" : "PKI-05",
                        line.since(),
                        line.deadline(),
                        now))
                .toList();
    }

    private static boolean waits(RequestLine line) {
        return switch (line.party()) {
            case REQUESTER -> false;
            case ADDRESSEE -> line.state() == RequestState.OPEN || line.state() == RequestState.ROUTED;
            case BROKER ->
                line.state() == RequestState.AWAITING_BROKER || line.state() == RequestState.ANSWER_WITH_BROKER;
        };
    }
}
