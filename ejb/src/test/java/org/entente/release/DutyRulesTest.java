package org.entente.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Separated duties and the authority to sign. */
class DutyRulesTest {
    private static final Instant NOW = Instant.parse("2013-07-20T12:00:00Z");

    @Test
    void pki09_requesterAuthorAndCheckerDoNotAuthorise() {
        assertEquals(1, DutyRules.separation(signing("requester", 2)).size());
        assertEquals(1, DutyRules.separation(signing("author", 2)).size());
        assertEquals(1, DutyRules.separation(signing("checker", 2)).size());
        assertTrue(DutyRules.separation(signing("authority", 2)).isEmpty());
    }

    @Test
    void pki09_belowTierTwoCheckerAndAuthorityMayBeOne() {
        assertTrue(DutyRules.separation(signing("checker", 1)).isEmpty());
        assertEquals(1, DutyRules.separation(signing("author", 1)).size());
    }

    @Test
    void pki10_aDelegateSignsUpToTheCeilingForTheTypesNamed() {
        assertTrue(DutyRules.authority(delegated(2, 1, false, delegation(1, "INTREP")))
                .isEmpty());
        assertEquals(List.of("PKI-10"), ids(DutyRules.authority(delegated(2, 2, false, delegation(1, "INTREP")))));
        assertEquals(List.of("PKI-10"), ids(DutyRules.authority(delegated(2, 1, false, delegation(1, "FLASH")))));
    }

    @Test
    void pki10_tierThreeAndEyesOnlyAreNeverDelegated() {
        assertEquals(List.of("PKI-10"), ids(DutyRules.authority(delegated(3, 1, false, delegation(1)))));
        assertEquals(List.of("PKI-10"), ids(DutyRules.authority(delegated(2, 1, true, delegation(1)))));
    }

    @Test
    void pki10_anAuthorityWithACeilingOfItsOwnRoutesUp() {
        Signing mission = new Signing(
                Step.AUTHORISATION,
                "moreau",
                "vermeer",
                "vermeer",
                "koskinen",
                2,
                1,
                false,
                "INTREP",
                Role.RELEASE_AUTHORITY,
                true,
                0,
                null,
                false);
        assertEquals(List.of("PKI-10"), ids(DutyRules.authority(mission)));
    }

    @Test
    void pki09_whoAnsweredForAGiverDoesNotSignForTheReleaser() {
        Signing both = new Signing(
                Step.AUTHORISATION,
                "sow",
                "requester",
                "author",
                "checker",
                2,
                1,
                false,
                "INTREP",
                Role.RELEASE_AUTHORITY,
                true,
                null,
                null,
                true);
        assertEquals(List.of("PKI-09"), ids(DutyRules.separation(both)));
    }

    @Test
    void pki10_aDelegationIsInForceFromItsBeginningUntilItsEndOrItsRevocation() {
        Delegation given =
                new Delegation("DEL-1", "UN", "RA", "CO", "UN-C", 1, List.of(), NOW, NOW.plusSeconds(10), null, null);
        assertTrue(!given.inForce(NOW.minusSeconds(1)));
        assertTrue(given.inForce(NOW));
        assertTrue(given.inForce(NOW.plusSeconds(9)));
        assertTrue(!given.inForce(NOW.plusSeconds(10)));
        Delegation revoked =
                new Delegation("DEL-1", "UN", "RA", "CO", "UN-C", 1, List.of(), NOW, null, NOW.plusSeconds(5), "over");
        assertTrue(revoked.inForce(NOW.plusSeconds(4)));
        assertTrue(!revoked.inForce(NOW.plusSeconds(5)));
    }

    private static List<String> ids(List<Objection> objections) {
        return objections.stream().map(Objection::rule).distinct().toList();
    }

    private static Signing signing(String person, int tier) {
        return new Signing(
                Step.AUTHORISATION,
                person,
                "requester",
                "author",
                "checker",
                tier,
                1,
                false,
                "INTREP",
                Role.RELEASE_AUTHORITY,
                true,
                null,
                null,
                false);
    }

    private static Signing delegated(int tier, int rank, boolean eyes, @Nullable Delegation by) {
        return new Signing(
                Step.AUTHORISATION,
                "delegate",
                "requester",
                "author",
                "checker",
                tier,
                rank,
                eyes,
                "INTREP",
                Role.RELEASE_AUTHORITY,
                false,
                null,
                by,
                false);
    }

    private static Delegation delegation(int ceiling, String... types) {
        return new Delegation("DEL-1", "UN", "RA", "CO", "UN-C", ceiling, List.of(types), NOW, null, null, null);
    }
}
