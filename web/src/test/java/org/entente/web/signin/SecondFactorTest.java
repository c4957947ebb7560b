package org.entente.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
    private static final Instant USED = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void itIsAsOldAsItsUseHoweverOftenTheTokenWasRefreshedOrThePasswordEntered() throws ParseException {
        Date later = Date.from(USED.plusSeconds(4_000));
        JWTClaimsSet refreshed =
                level2().issueTime(later).claim("auth_time", later).build();
        assertEquals(USED, SecondFactor.usedAt(refreshed));
    }

    @Test
    void whatIsNotSaidOutrightIsNotBelieved() throws ParseException {
        assertNull(SecondFactor.usedAt(level2().claim("acr", "level1").build()));
        assertNull(SecondFactor.usedAt(level2().claim("acr", null).build()));
        assertNull(SecondFactor.usedAt(level2().claim("levels", null).build()));
        assertNull(SecondFactor.usedAt(
                level2().claim("levels", Map.of("1", USED.getEpochSecond())).build()));
        assertNull(SecondFactor.usedAt(
                level2().claim("levels", Map.of("2", "yesterday")).build()));
    }

    private static JWTClaimsSet.Builder level2() {
        return new JWTClaimsSet.Builder()
                .claim("acr", "level2")
                .claim("levels", Map.of("1", 1_000, "2", USED.getEpochSecond()));
    }
}
