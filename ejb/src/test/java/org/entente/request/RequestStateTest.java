package org.entente.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a state looks like from where one stands, and what may follow it. */
class RequestStateTest {

    @Test
    void pki06_whoGaveAnAnswerSeesNoDifferenceBetweenPassedOnAndHeldBack() {
        assertEquals(RequestState.ANSWERED.shownTo(Party.ADDRESSEE), RequestState.HELD_BACK.shownTo(Party.ADDRESSEE));
        assertNotEquals(
                RequestState.ANSWERED.shownTo(Party.REQUESTER), RequestState.HELD_BACK.shownTo(Party.REQUESTER));
        assertEquals(
                Step.values().length,
                Stream.of(Step.values())
                        .filter(s -> s.party() != Party.ADDRESSEE
                                || s.possibleIn(RequestState.ANSWERED) == s.possibleIn(RequestState.HELD_BACK))
                        .count());
    }

    @Test
    void pki05_whoWorksOnARequestIsNotShownOutsideTheAddressee() {
        for (Party party : new Party[] {Party.REQUESTER, Party.BROKER}) {
            assertEquals(RequestState.OPEN, RequestState.ROUTED.shownTo(party));
        }
    }

    @Test
    void pki05_whatHasEndedEndsNoMore() {
        for (RequestState ended : new RequestState[] {
            RequestState.RETURNED, RequestState.HELD_BACK, RequestState.REFUSED, RequestState.WITHDRAWN
        }) {
            assertEquals(
                    0, Stream.of(Step.values()).filter(s -> s.possibleIn(ended)).count(), ended.name());
        }
    }
}
