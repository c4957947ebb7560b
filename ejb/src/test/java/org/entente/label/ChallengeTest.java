package org.entente.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    private static final Instant MADE = Instant.parse("2013-07-20T12:00:00Z");
    private static final Hat OFFICER = hat("haddad", "UN", Role.CLASSIFICATION_OFFICER);
    private static final Hat AUTHORITY = hat("lindgren", "UN", Role.RELEASE_AUTHORITY);

    @Test
    void cls48_theClocksAreSixtyAndAHundredAndTwentyDays() {
        Challenge challenge = challenge(null);
        assertEquals(
                ChallengeState.OPEN,
                challenge.state(MADE.plus(Duration.ofDays(60)).minusMillis(1)));
        assertEquals(ChallengeState.OVERDUE, challenge.state(MADE.plus(Duration.ofDays(60))));
        assertEquals(ChallengeState.ESCALATED, challenge.state(MADE.plus(Duration.ofDays(120))));
        assertEquals(ChallengeState.UPHELD, challenge(MADE).state(MADE.plus(Duration.ofDays(200))));
    }

    @Test
    void cls48_afterEscalationItWaitsForTheReleaseAuthorityAlone() {
        Instant late = MADE.plus(Duration.ofDays(120));
        assertTrue(challenge(null).awaits(OFFICER, MADE));
        assertFalse(challenge(null).awaits(OFFICER, late));
        assertTrue(challenge(null).awaits(AUTHORITY, late));
        assertFalse(challenge(MADE).awaits(AUTHORITY, late));
    }

    @Test
    void pki09_itNeverWaitsForChallengerOrAuthorNorForAnotherOrganisation() {
        assertFalse(challenge(null).awaits(hat("baro", "UN", Role.CLASSIFICATION_OFFICER), MADE));
        assertFalse(challenge(null).awaits(hat("reis", "UN", Role.CLASSIFICATION_OFFICER), MADE));
        assertFalse(challenge(null).awaits(hat("abebe", "AU", Role.CLASSIFICATION_OFFICER), MADE));
        assertFalse(challenge(null).awaits(hat("costa", "UN", Role.ANALYST), MADE));
    }

    private static Challenge challenge(@Nullable Instant answered) {
        return new Challenge(
                "CHL-1", "UN-1", "UN CONFIDENTIAL", "UN", "reis", "AU", "baro", "why", MADE, answered, false, null);
    }

    private static Hat hat(String person, String organisation, Role role) {
        return new Hat(
                person, person, organisation, Set.of(), Set.of(role), List.of(), null, null, List.of(), List.of());
    }
}
