package org.entente.identity;

import static org.entente.identity.HatStatus.CONFIRMED;
import static org.entente.identity.HatStatus.ENDED;
import static org.entente.identity.HatStatus.PROVISIONAL;
import static org.entente.identity.HatStatus.RESIDUAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HatTest {
    private static final Instant BEGIN = Instant.parse("2013-07-01T00:00:00Z");
    private static final Instant CONFIRM = Instant.parse("2013-07-15T00:00:00Z");
    private static final Instant END = Instant.parse("2013-11-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2014-01-01T00:00:00Z");

    private final Hat hat = new Hat(
            "H",
            "sow",
            "UN",
            Set.of("U2"),
            Set.of(Role.ANALYST),
            List.of(new Assignment("M", new Interval(BEGIN, END))),
            CONFIRM,
            new Residual("N", new Interval(END, LAST)),
            List.of(),
            List.of());

    @Test
    @DisplayName("ORG-01 a hat passes from provisional to confirmed to residual to ended, each from its first instant")
    void statusChangesAtTheEdges() {
        assertEquals(ENDED, hat.statusAt(BEGIN.minusSeconds(1)));
        assertEquals(PROVISIONAL, hat.statusAt(BEGIN));
        assertEquals(PROVISIONAL, hat.statusAt(CONFIRM.minusSeconds(1)));
        assertEquals(CONFIRMED, hat.statusAt(CONFIRM));
        assertEquals(CONFIRMED, hat.statusAt(END.minusSeconds(1)));
        assertEquals(RESIDUAL, hat.statusAt(END));
        assertEquals(RESIDUAL, hat.statusAt(LAST.minusSeconds(1)));
        assertEquals(ENDED, hat.statusAt(LAST));
    }

    @Test
    void theMissionsAreThoseOfTheLiveAssignmentsOrOfTheResidualGrant() {
        assertEquals(Set.of(), hat.missionsAt(BEGIN.minusSeconds(1)));
        assertEquals(Set.of("M"), hat.missionsAt(BEGIN));
        assertEquals(Set.of("N"), hat.missionsAt(END));
        assertEquals(Set.of(), hat.missionsAt(LAST));
    }

    @Test
    void aHatHasItsRolesOnly() {
        assertTrue(hat.has(Role.ANALYST));
        assertFalse(hat.has(Role.SOURCE_HANDLER));
    }

    @Test
    void aHatWithoutAPersonIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Hat("H", " ", "UN", Set.of(), Set.of(), List.of(), null, null, List.of(), List.of()));
    }

    @Test
    void anIntervalIsHalfOpenAndNeverEndsBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(END, BEGIN));
        assertFalse(new Interval(BEGIN, BEGIN).contains(BEGIN));
        assertTrue(Interval.ALWAYS.contains(BEGIN));
    }
}
