package org.entente.web.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token says of a second factor. */
final class SecondFactor {
    static final ACR LEVEL = new ACR("level2");
    /** The realm's own note of when each level was reached, which it goes by itself when it asks again or does not. */
    private static final String REACHED = "levels";

    private static final String SECOND = "2";

    private SecondFactor() {}

    /**
     * When it was used; null if none was. A token that was refreshed keeps its level for ever and gets a new time of issue, and
     * a password entered anew a new time of authentication: neither says when the code was entered.
     */
    static @Nullable Instant usedAt(JWTClaimsSet said) throws ParseException {
        Map<String, Object> reached = said.getJSONObjectClaim(REACHED);
        return LEVEL.getValue().equals(said.getStringClaim("acr"))
                        && reached != null
                        && reached.get(SECOND) instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }
}
