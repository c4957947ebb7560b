package org.entente.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of the realm: signature, issuer, audience, kind and time, all of them, or no. */
@ApplicationScoped
class AccessTokens {
    static final String AUDIENCE = "entente-api";
    private static final int CLOCK_SKEW_SECONDS = 10;

    @Inject
    private IdentityProvider provider;

    /** Whom a token speaks for. */
    record Bearer(
            String subject,
            @Nullable String session,
            @Nullable Instant secondFactor) {}

    /** Answers null for a token that is not good. */
    @Nullable
    Bearer check(String token) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), provider.keys()));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                AUDIENCE,
                new JWTClaimsSet.Builder()
                        .issuer(provider.issuer().getValue())
                        .claim("typ", "Bearer")
                        .build(),
                new HashSet<>(List.of("sub", "exp", "iat")));
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        try {
            JWTClaimsSet said = processor.process(token, null);
            String session = said.getStringClaim("sid");
            return new Bearer(said.getSubject(), session, SecondFactor.usedAt(said));
        } catch (RateLimitReachedException e) {
            // its key is unknown, and the provider was asked for new ones only now
            return null;
        } catch (KeySourceException e) {
            throw new IdentityProvider.ProviderSilent(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return null;
        }
    }
}
