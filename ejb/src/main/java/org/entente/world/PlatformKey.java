package org.entente.world;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The platform's own key, which lies on its host and not in the database: what is sealed with it was written by the platform, and
 * who has the tables alone can neither make a seal nor guess what one covers. Each use begins what it seals with a word of its own.
 */
@ApplicationScoped
public class PlatformKey {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    @ConfigProperty(name = "entente.secret")
    private String file;

    private byte[] secret = new byte[0];

    @PostConstruct
    void load() {
        load(Path.of(file));
    }

    private void load(Path path) {
        try {
            secret = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key in that file, for whoever has the host. */
    static PlatformKey in(Path file) {
        PlatformKey key = new PlatformKey();
        key.load(file);
        return key;
    }

    /** HMAC-SHA256 over these one after the other; whoever seals several says where each ends. */
    public byte[] seal(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    public boolean sealed(byte[] seal, byte[]... parts) {
        return MessageDigest.isEqual(seal(parts), seal);
    }
}
