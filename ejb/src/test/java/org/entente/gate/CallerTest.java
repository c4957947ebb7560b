package org.entente.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallerTest {
    private final Caller caller = new Caller();

    @Test
    void aSecondFactorCountsForFiveMinutesOfRealTime() {
        assertNull(caller.secondFactorAge(), "none");
        caller.proved(ago(290));
        assertNotNull(caller.secondFactorAge());
        caller.proved(ago(301));
        assertNull(caller.secondFactorAge());
        caller.proved(ago(12));
        assertEquals(12, Objects.requireNonNull(caller.secondFactorAge()).toSeconds());
    }

    @Test
    void itIsThatOfThePersonWhoCallsAndOfNobodyElse() {
        caller.proved(ago(1));
        caller.isPerson("somebody", null, null);
        assertNull(caller.secondFactorAge());
        caller.proved(ago(1));
        caller.isPlatform("clock");
        assertNull(caller.secondFactorAge());
    }

    private static Instant ago(long seconds) {
        return Instant.now().minusSeconds(seconds);
    }
}
