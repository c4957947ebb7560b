package org.entente.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.identity.Role;
import org.junit.jupiter.api.Test;

/** A change is what its text says: what is confirmed is what happens. */
class WorldChangeTest {
    private static final Instant AT = Instant.parse("2013-07-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2013-08-01T00:00:00.125Z");

    private static final List<WorldChange> EVERY = List.of(
            new WorldChange.HatBegun(
                    "AN-U3",
                    "sow",
                    "UN",
                    List.of(Role.LIAISON_OFFICER, Role.ANALYST),
                    List.of("UN-B", "UN-A"),
                    "MINUSMA",
                    AT,
                    LATER,
                    true),
            new WorldChange.HatBegun(
                    "AN-U3", "sow", "UN", List.of(Role.ANALYST), List.of(), "MINUSMA", AT, null, false),
            new WorldChange.Assigned("AN-U3", "MINUSMA", AT, LATER),
            new WorldChange.AssignmentEnded("AN-U3", "MINUSMA", AT, LATER, "HND-1"),
            new WorldChange.AssignmentEnded("AN-U3", "MINUSMA", AT, null, null),
            new WorldChange.HatConfirmed("AN-U3", AT),
            new WorldChange.Cleared("AN-U3", "UN-C", AT, null),
            new WorldChange.ClearanceWithdrawn("AN-U3", AT),
            new WorldChange.Briefed("AN-U3", "EU", AT, LATER),
            new WorldChange.ConductSigned("AN-U3", "UN", AT),
            new WorldChange.HatSuspended("AN-U3", AT, "SO-UN", "a \"badge\", lost\n\u2028"),
            new WorldChange.SuspensionLifted("AN-U3", AT, "OA-UN"),
            new WorldChange.PersonEntered("sow", "1c8b5a4e", "Cpt Moussa Sow", "fr", "sow@un.test"),
            new WorldChange.PersonEntered("sow", "1c8b5a4e", "Awa Koné", "fr", null),
            new WorldChange.MissionEnded("AFISMA", AT),
            new WorldChange.MissionFounded(
                    "UNAMID", "SDN", "EXERCISE - hybrid", "S/RES/1769", AT, Arrays.asList(LATER, null, null, LATER)),
            new WorldChange.MissionFounded("X", null, "x", "x", null, Arrays.asList(null, null, null, null)),
            new WorldChange.HostNamed("UNAMID", "SDN"),
            new WorldChange.HostNamed("UNAMID", null),
            new WorldChange.ArrangementProposed(
                    "ARR-1",
                    "EU",
                    "MLI",
                    "EUTM",
                    "R-UE/EU-R",
                    List.of("ORCON", "PII"),
                    "EUTM-COM",
                    "a letter",
                    "no copies",
                    "NV 12/13",
                    LocalDate.of(2013, 7, 1),
                    "9f".repeat(32),
                    "CO-EU",
                    "koskinen",
                    AT,
                    LATER),
            new WorldChange.ArrangementProposed(
                    "ARR-1",
                    "EU",
                    "AU",
                    null,
                    "R-UE/EU-R",
                    List.of(),
                    null,
                    "b",
                    null,
                    null,
                    null,
                    null,
                    "RA-EU",
                    "moreau",
                    null,
                    null),
            new WorldChange.ArrangementMoved("ARR-1", "IN_FORCE", "agreed", "RA-ECW"),
            new WorldChange.ArrangementMoved("ARR-1", "ENDED", "over", null),
            new WorldChange.ForceBarred("UN", "AFISMA-TROOPS", "AU", AT),
            new WorldChange.ForceCleared("UN", "AFISMA-TROOPS", LATER),
            new WorldChange.ConsentGiven("FRA", "AU", "P05", AT, LATER));

    @Test
    void everyKindOfChangeIsTriedHere() {
        assertEquals(
                Stream.of(WorldChange.class, WorldChange.Right.class)
                        .flatMap(c -> Arrays.stream(c.getPermittedSubclasses()))
                        .filter(c -> !c.isInterface())
                        .collect(Collectors.toSet()),
                EVERY.stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() {
        for (WorldChange change : EVERY) {
            assertEquals(change, WorldChange.read(change.text()));
        }
        assertEquals(
                EVERY.size(),
                EVERY.stream()
                        .map(WorldChange::text)
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void theOrderInWhichRolesAreNamedMakesNoDifference() {
        WorldChange one = new WorldChange.HatBegun(
                "A", "sow", "UN", List.of(Role.ANALYST, Role.LIAISON_OFFICER), List.of(), "M", AT, null, false);
        WorldChange other = new WorldChange.HatBegun(
                "A", "sow", "UN", List.of(Role.LIAISON_OFFICER, Role.ANALYST), List.of(), "M", AT, null, false);
        assertEquals(one.text(), other.text());
    }

    @Test
    void nothingIsConfirmedForATimeThatHasPassed() {
        WorldChange.Right cleared = new WorldChange.Cleared("AN-U3", "UN-C", AT, null);
        assertEquals(new WorldChange.Cleared("AN-U3", "UN-C", LATER, null), cleared.notBefore(LATER));
        assertEquals(cleared, cleared.notBefore(AT.minusSeconds(1)));
        EVERY.stream()
                .filter(WorldChange.Right.class::isInstance)
                .map(WorldChange.Right.class::cast)
                .forEach(change ->
                        assertEquals(change.getClass(), change.notBefore(LATER).getClass()));
    }

    @Test
    void whatIsNoChangeIsNotRead() {
        for (String text : Set.of("{\"change\": \"HAT_GROWN\"}", "{}", "[]", "")) {
            assertThrows(RuntimeException.class, () -> WorldChange.read(text));
        }
    }
}
