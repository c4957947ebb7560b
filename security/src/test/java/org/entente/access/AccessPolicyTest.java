package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.entente.Vectors;
import org.entente.identity.Assignment;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.marking.Handling;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private static final Instant NEW_YEAR = Instant.parse("2020-01-01T00:00:00Z");

    private final WorldFile.Loaded rules = Vectors.world("rules.json");
    private final AccessPolicy policy = AccessPolicy.of(rules.world());

    @Test
    void equalProductsShareOneClass() {
        AccessClass one = policy.classOf("AU", "INTREP", null, "AU SECRET", List.of("(AU-S)"));
        assertSame(one, policy.classOf("AU", "INTREP", null, "AU SECRET", List.of("(AU-S)")));
        assertEquals(one, AccessPolicy.of(rules.world()).classOf("AU", "INTREP", null, "AU SECRET", List.of("(AU-S)")));
        assertNotEquals(one, policy.classOf("AU", "FLASH", null, "AU SECRET", List.of("(AU-S)")));
    }

    @Test
    void aClassOfAnotherSnapshotIsCompiledAgain() {
        AccessPolicy other = AccessPolicy.of(Vectors.world("mali-13.json").world());
        AccessClass elsewhere = other.classOf("AU", "INTREP", "NORTH", "AU CONFIDENTIAL//REL TO AU, UN", List.of());
        assertEquals(Visibility.ALWAYS, policy.visibility(hat("UN-ANALYST"), elsewhere, NEW_YEAR));
        assertEquals(
                Outcome.PERMIT,
                policy.decide(hat("UN-ANALYST"), elsewhere, "P", NEW_YEAR, NEW_YEAR, false, List.of())
                        .outcome());
    }

    @Test
    void aPermitSaysWhatTheReaderOwes() {
        AccessClass receipt = policy.classOf("AU", "INTREP", null, "AU SECRET//NO PRINT/ACK REQUIRED", List.of());
        Decision decision = policy.decide(hat("AU-ANALYST"), receipt, "P", NEW_YEAR, NEW_YEAR, true, List.of());
        assertEquals(new Decision.Permit(List.of(), Set.of(Handling.NO_PRINT, Handling.ACK_REQUIRED)), decision);
    }

    @Test
    void portionsWithoutTheirIdsAreRefused() {
        AccessClass parts = policy.classOf("AU", "INTREP", null, "AU SECRET", List.of("(AU-S)"));
        assertThrows(
                IllegalArgumentException.class,
                () -> policy.decide(hat("AU-ANALYST"), parts, "P", NEW_YEAR, NEW_YEAR, true, List.of()));
    }

    @Test
    void onlySourceAndEyesOnlyHideAPortion() {
        assertTrue(policy.portionReadable(hat("AU-ANALYST"), "AU", "(AU-S//ORCON/PII//REL TO AU, UN)"));
        assertFalse(policy.portionReadable(hat("AU-ANALYST"), "AU", "(AU-S//SOURCE)"));
        assertTrue(policy.portionReadable(hat("AU-HANDLER"), "AU", "(AU-S//SOURCE)"));
        assertFalse(policy.portionReadable(hat("AU-ANALYST"), "AU", "(AU-S//EYES ONLY J2)"));
        assertTrue(policy.portionReadable(hat("AU-J2"), "AU", "(AU-S//EYES ONLY J2)"));
        assertFalse(policy.portionReadable(hat("AU-J2"), "AU", "(AU-X)"));
    }

    @Test
    void aListMayBeKeptUntilTheNextChangeOfTheHatsStanding() {
        Hat summer = hat("UN-SUMMER");
        assertEquals(Instant.parse("2020-02-01T00:00:00Z"), policy.standsUntil(summer, NEW_YEAR));
        assertEquals(
                Instant.parse("2020-07-01T00:00:00Z"),
                policy.standsUntil(summer, Instant.parse("2020-06-01T00:00:00Z")));
        assertEquals(null, policy.standsUntil(summer, Instant.parse("2020-09-01T00:00:00Z")));
    }

    @Test
    void whatDependsOnThePublicationOrOnConsentsIsSaidToDepend() {
        Hat analyst = hat("UN-ANALYST");
        Instant may = Instant.parse("2020-05-15T00:00:00Z");
        assertEquals(Visibility.DEPENDS, visible(analyst, "AU CONFIDENTIAL//REL TO AU, COALITION", may));
        assertEquals(
                Visibility.DEPENDS,
                visible(analyst, "AU CONFIDENTIAL//CONTAINS NORLAND INFORMATION//REL TO AU, UN", may));
        assertEquals(
                Visibility.NEVER,
                visible(analyst, "AU CONFIDENTIAL//CONTAINS NORLAND INFORMATION//REL TO AU, UN", NEW_YEAR));
        assertEquals(Visibility.NEVER, visible(analyst, "AU CONFIDENTIAL", may));
        assertEquals(Visibility.NEVER, visible(analyst, "NONSENSE", may));
        assertEquals(Visibility.ALWAYS, visible(analyst, "AU CONFIDENTIAL//REL TO AU, UN", may));
        assertEquals(Visibility.DEPENDS, visible(hat("AU-PAST"), "AU CONFIDENTIAL", may));
        assertEquals(Visibility.NEVER, visible(hat("UN-PAST"), "AU CONFIDENTIAL//REL TO AU, UN", may));
    }

    @Test
    void aHatOfAnUnknownOrganisationReadsNothing() {
        Hat stranger = new Hat(
                "S",
                "s",
                "ATLANTIS",
                Set.of(),
                Set.of(),
                List.of(new Assignment("NORTH", Interval.ALWAYS)),
                null,
                null,
                List.of(),
                List.of());
        AccessClass open = policy.classOf("AU", "INTREP", null, "AU UNCLASSIFIED", List.of());
        assertEquals(
                Outcome.NO_HAT,
                policy.decide(stranger, open, "P", NEW_YEAR, NEW_YEAR, true, List.of())
                        .outcome());
    }

    @Test
    void anUnknownOriginatorIsUnparsed() {
        AccessClass lost = policy.classOf("ATLANTIS", "INTREP", null, "AU UNCLASSIFIED", List.of());
        assertEquals(
                List.of(Reason.UNPARSED),
                policy.decide(hat("AU-ANALYST"), lost, "P", NEW_YEAR, NEW_YEAR, true, List.of())
                        .reasons());
    }

    @Test
    void aWorldThatContradictsItselfIsRefused() {
        World world = rules.world();
        assertThrows(
                IllegalArgumentException.class,
                () -> new World(
                        world.schemes(),
                        world.equivalences(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        Set.of()));
    }

    @Test
    void theHashChangesWithTheWorld() {
        assertEquals(32, rules.world().hash().length);
        assertFalse(Arrays.equals(
                rules.world().hash(), Vectors.world("mali-13.json").world().hash()));
    }

    private Visibility visible(Hat hat, String marking, Instant at) {
        return policy.visibility(hat, policy.classOf("AU", "INTREP", null, marking, List.of()), at);
    }

    private Hat hat(String id) {
        return rules.hats().stream()
                .filter(hat -> hat.id().equals(id))
                .findAny()
                .orElseThrow();
    }
}
