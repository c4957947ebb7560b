package org.entente.web.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authorization code flow with PKCE, state and nonce, against the realm's token endpoint with our own key. */
@ApplicationScoped
class CodeFlow {
    static final String CALLBACK = "/callback";
    private static final int PATIENCE_MS = 5_000;

    @Inject
    private IdentityProvider provider;

    /** Where to send somebody to sign in. */
    URI signIn(Departure departure, @Nullable String language) {
        return away(departure, language, null);
    }

    /** Where to send somebody to use a second factor, unless one was used just now. */
    URI proveStrongly(Departure departure, @Nullable String language) {
        return away(departure, language, SecondFactor.LEVEL);
    }

    private URI away(Departure departure, @Nullable String language, @Nullable ACR level) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid"), provider.client(), provider.here(CALLBACK))
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(new State(departure.state()))
                .nonce(new Nonce(departure.nonce()))
                .codeChallenge(new CodeVerifier(departure.verifier()), CodeChallengeMethod.S256);
        LangTag tag = language == null ? null : language(language);
        if (tag != null) {
            request.uiLocales(List.of(tag));
        }
        if (level != null) {
            request.acrValues(List.of(level));
        }
        return request.build().toURI();
    }

    private static @Nullable LangTag language(String tag) {
        try {
            return LangTag.parse(tag);
        } catch (LangTagException e) {
            return null;
        }
    }

    static Departure departure(String returnTo) {
        return new Departure(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), returnTo);
    }

    /** Exchanges the code; null if the provider does not accept it or what it answers does not hold. */
    @Nullable
    SignedIn arrive(String code, Departure departure) {
        return tokens(
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code), provider.here(CALLBACK), new CodeVerifier(departure.verifier())),
                new Nonce(departure.nonce()));
    }

    /** Asks whether the person is still signed in; null if not. */
    @Nullable
    SignedIn refresh(SignedIn before) {
        SignedIn after = tokens(new RefreshTokenGrant(new RefreshToken(before.refreshToken())), null);
        return after == null || !after.subject().equals(before.subject()) ? null : after.provedAsBefore(before);
    }

    /** Where to send somebody to sign out for good. */
    URI signOut(SignedIn signedIn) {
        try {
            JWT hint = com.nimbusds.jwt.JWTParser.parse(signedIn.idToken());
            return new LogoutRequest(
                            provider.metadata().getEndSessionEndpointURI(),
                            hint,
                            provider.here("/signed-out.xhtml"),
                            null)
                    .toURI();
        } catch (ParseException e) {
            throw new IllegalStateException("an ID token that was good no longer parses", e);
        }
    }

    private @Nullable SignedIn tokens(AuthorizationGrant grant, @Nullable Nonce nonce) {
        try {
            HTTPRequest request = new TokenRequest.Builder(
                            provider.metadata().getTokenEndpointURI(), provider.proof(), grant)
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(PATIENCE_MS);
            request.setReadTimeout(PATIENCE_MS);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse success)) {
                return null;
            }
            OIDCTokens tokens = success.getOIDCTokens();
            IDTokenClaimsSet claims = validator().validate(tokens.getIDToken(), nonce);
            return new SignedIn(
                    claims.getSubject().getValue(),
                    claims.getSessionID() == null ? null : claims.getSessionID().getValue(),
                    SecondFactor.usedAt(claims.toJWTClaimsSet()),
                    tokens.getIDTokenString(),
                    tokens.getRefreshToken().getValue(),
                    Instant.now().plusSeconds(tokens.getAccessToken().getLifetime()));
        } catch (IOException e) {
            throw new IdentityProvider.ProviderSilent(e);
        } catch (GeneralException
                | ParseException
                | com.nimbusds.jose.JOSEException
                | com.nimbusds.jose.proc.BadJOSEException e) {
            return null;
        }
    }

    IDTokenValidator validator() {
        return new IDTokenValidator(
                provider.issuer(),
                provider.client(),
                new com.nimbusds.jose.proc.JWSVerificationKeySelector<>(JWSAlgorithm.RS256, provider.keys()),
                null);
    }
}
