package org.entente.request;

import static org.entente.request.RequestState.ANSWERED;
import static org.entente.request.RequestState.ANSWER_WITH_BROKER;
import static org.entente.request.RequestState.AWAITING_BROKER;
import static org.entente.request.RequestState.OPEN;
import static org.entente.request.RequestState.ROUTED;

import java.util.List;
import org.entente.gate.Action;

/** Everything that can happen to a request: who does it, under which action, and in which states. The one table of it. */
public enum Step {
    ASK(Party.REQUESTER, Action.FILE_REQUEST),
    FORWARD(Party.BROKER, Action.FORWARD_REQUEST, AWAITING_BROKER),
    RETURN(Party.BROKER, Action.RETURN_REQUEST, AWAITING_BROKER),
    ROUTE(Party.ADDRESSEE, Action.ROUTE_REQUEST, OPEN, ROUTED),
    ANSWER(Party.ADDRESSEE, Action.ANSWER_REQUEST, OPEN, ROUTED),
    REFUSE(Party.ADDRESSEE, Action.REFUSE_REQUEST, OPEN, ROUTED),
    PASS_ON(Party.BROKER, Action.SETTLE_ANSWER, ANSWER_WITH_BROKER),
    HOLD_BACK(Party.BROKER, Action.SETTLE_ANSWER, ANSWER_WITH_BROKER),
    WITHDRAW(Party.REQUESTER, Action.WITHDRAW_REQUEST, AWAITING_BROKER, OPEN, ROUTED, ANSWER_WITH_BROKER),
    FEED_BACK(Party.REQUESTER, Action.FEED_BACK, ANSWERED);

    private final Party party;
    private final Action action;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<RequestState> states;

    Step(Party party, Action action, RequestState... states) {
        this.party = party;
        this.action = action;
        this.states = List.of(states);
    }

    public Party party() {
        return party;
    }

    public Action action() {
        return action;
    }

    public boolean possibleIn(RequestState state) {
        return states.contains(state);
    }
}
