package org.entente.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reciprocity report: what was asked, answered and refused between two partners. */
class PairTest {
    private static final Instant BEGAN = Instant.parse("2013-07-01T00:00:00Z");
    private static final Instant DEADLINE = BEGAN.plusSeconds(3600);
    private static final Instant NOW = BEGAN.plusSeconds(7200);

    @Test
    void theMedianIsTheMiddleAndOfAnEvenNumberTheMiddleOfTwo() {
        assertEquals(30L, only(answered(10), answered(30), answered(50)).medianMinutes());
        assertEquals(
                25L,
                only(answered(10), answered(20), answered(30), answered(50)).medianMinutes());
        assertNull(only(waiting()).medianMinutes());
    }

    @Test
    void refusalsAreCountedByReasonAndLatenessByTheDeadline() {
        Pair pair = only(
                refused(RefusalReason.NOT_HELD),
                refused(RefusalReason.NOT_HELD),
                refused(RefusalReason.OTHER),
                answered(59),
                answered(60),
                waiting());
        assertEquals(Map.of("NOT_HELD", 2, "OTHER", 1), pair.refusals());
        assertEquals(6, pair.requests());
        assertEquals(3, pair.refused());
        assertEquals(1, pair.late());
        assertEquals(1, pair.overdue());
        assertEquals(1, pair.waiting());
    }

    @Test
    void whatCameThroughTheBrokerIsAPairOfItsOwn() {
        List<Pair> pairs = Pair.of(
                List.of(
                        exchange("UN", RequestState.OPEN, null, null),
                        exchange(null, RequestState.OPEN, null, null),
                        exchange(null, RequestState.ANSWER_WITH_BROKER, BEGAN.plusSeconds(60), null)),
                NOW);
        assertEquals(2, pairs.size());
        assertNull(pairs.getFirst().requester());
        assertEquals(1, pairs.getFirst().answered());
    }

    private static Pair only(Exchange... exchanges) {
        return Pair.of(List.of(exchanges), NOW).getFirst();
    }

    private static Exchange answered(long minutes) {
        return exchange("UN", RequestState.ANSWERED, BEGAN.plusSeconds(60 * minutes), null);
    }

    private static Exchange refused(RefusalReason reason) {
        return exchange("UN", RequestState.REFUSED, null, reason);
    }

    private static Exchange waiting() {
        return exchange("UN", RequestState.OPEN, null, null);
    }

    private static Exchange exchange(
            @Nullable String requester,
            RequestState state,
            @Nullable Instant answered,
            @Nullable RefusalReason reason) {
        return new Exchange(requester, "ECOWAS", BEGAN, DEADLINE, state, answered, reason);
    }
}
