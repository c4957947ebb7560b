package org.entente.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AUD-14: more than two seconds between clocks is an alarm, and what a request or a rounded second takes is none. */
class ClockSkewTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void aud14_theDatabaseMayBeOffByTwoSecondsAndByTheTimeThatAskingTakes() {
        assertEquals(List.of(), ClockSkew.of(NOON, NOON.minusSeconds(2), NOON));
        assertEquals(List.of(), ClockSkew.of(NOON, NOON.plusSeconds(3), NOON.plusSeconds(1)));
        assertEquals(
                List.of("database 3 s behind this node"),
                ClockSkew.of(NOON, NOON.minusMillis(3_001), NOON.plusSeconds(9)));
        assertEquals(
                List.of("database 4 s ahead of this node"),
                ClockSkew.of(NOON, NOON.plusSeconds(5), NOON.plusSeconds(1)));
    }

    @Test
    void aud14_aWitnessSignsBetweenTheNoteBeforeAndTheOneThatItSigned() {
        Instant before = NOON.minusSeconds(60);
        assertEquals(
                List.of(),
                ClockSkew.of(
                        Map.of("early", before.minusSeconds(3), "late", NOON.plusSeconds(2), "right", NOON),
                        before,
                        NOON));
        assertEquals(
                List.of("witness ahead 3 s ahead of the database", "witness behind 4 s behind the database"),
                ClockSkew.of(Map.of("behind", before.minusSeconds(4), "ahead", NOON.plusSeconds(3)), before, NOON));
    }
}
