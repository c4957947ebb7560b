package org.entente.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.log.EventTypes;
import org.junit.jupiter.api.Test;

/** What can be done has one number for ever, and whoever checks the log knows all of them. */
class ActionTest {
    /** What was possible once stands in old records for ever. */
    private static final Map<Integer, String> RETIRED = Map.of(46, "ERASE_OPENING");

    @Test
    void theVerifierKnowsExactlyTheActionsThatThereAre() {
        SortedMap<Integer, String> actions = new TreeMap<>(RETIRED);
        for (Action action : Action.values()) {
            actions.merge(action.number(), action.name(), (a, b) -> a + " and " + b);
        }
        assertEquals(EventTypes.names(), actions);
    }
}
