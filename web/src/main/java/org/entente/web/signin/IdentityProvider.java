package org.entente.web.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The realm that vouches for people: its addresses, its keys, and how this application proves itself to it. */
@ApplicationScoped
class IdentityProvider {
    private static final int PATIENCE_MS = 5_000;

    @Inject
    @ConfigProperty(name = "entente.oidc.issuer")
    private String issuer;

    @Inject
    @ConfigProperty(name = "entente.oidc.client")
    private String client;

    @Inject
    @ConfigProperty(name = "entente.oidc.key")
    private String keyFile;

    @Inject
    @ConfigProperty(name = "entente.public.url")
    private String publicUrl;

    private volatile @Nullable OIDCProviderMetadata metadata;
    private volatile @Nullable JWKSource<SecurityContext> keys;

    Issuer issuer() {
        return new Issuer(issuer);
    }

    ClientID client() {
        return new ClientID(client);
    }

    URI here(String path) {
        return URI.create(publicUrl + path);
    }

    /** The provider's own description of itself, asked for once it answers. */
    OIDCProviderMetadata metadata() {
        OIDCProviderMetadata known = metadata;
        if (known == null) {
            try {
                known = OIDCProviderMetadata.resolve(issuer(), PATIENCE_MS, PATIENCE_MS);
            } catch (GeneralException | IOException e) {
                throw new ProviderSilent(e);
            }
            metadata = known;
        }
        return known;
    }

    JWKSource<SecurityContext> keys() {
        JWKSource<SecurityContext> known = keys;
        if (known == null) {
            try {
                known = JWKSourceBuilder.create(metadata().getJWKSetURI().toURL())
                        .retrying(true)
                        .build();
            } catch (IOException e) {
                throw new ProviderSilent(e);
            }
            keys = known;
        }
        return known;
    }

    /** A signed statement of who this application is, good for one call. */
    PrivateKeyJWT proof() {
        try {
            RSAKey key = JWK.parse(Files.readString(Path.of(keyFile))).toRSAKey();
            return new PrivateKeyJWT(
                    new JWTAuthenticationClaimsSet(client(), new Audience(issuer)),
                    JWSAlgorithm.RS256,
                    key.toPrivateKey(),
                    key.getKeyID(),
                    null);
        } catch (IOException | ParseException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException("the application's key cannot be used: " + keyFile, e);
        }
    }

    /** The identity provider does not answer: nobody new can sign in until it does. */
    static final class ProviderSilent extends RuntimeException {
        private static final long serialVersionUID = 1;

        ProviderSilent(Throwable cause) {
            super("the identity provider does not answer", cause);
        }
    }
}
