package org.entente.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;

/** This folder's own passwords and keys, made once from SecureRandom and readable by the owner alone. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    String password(String of) {
        Path file = folder.resolve(of + ".password");
        if (!Files.exists(file)) {
            Folder.write(file, BASE64URL.encodeToString(random(24)));
        }
        return Folder.read(file);
    }

    /** Thirty-two random bytes: the application's root secret. */
    Path applicationSecret() {
        Path file = folder.resolve("application.secret");
        if (!Files.exists(file)) {
            try {
                Path beside = Files.createTempFile(
                        folder,
                        "secret",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(beside, random(32));
                Files.move(beside, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** The private key (JWK, RSA 2048) with which the web application proves itself to Keycloak. */
    Path clientKey() {
        Path file = folder.resolve("client-key.json");
        if (!Files.exists(file)) {
            makeClientKey(file);
        }
        return file;
    }

    /** The same key's public half (JWKS), for the realm. */
    Path clientKeySet() {
        clientKey();
        return folder.resolve("client-jwks.json");
    }

    private void makeClientKey(Path file) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, RANDOM);
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            String kid = BASE64URL.encodeToString(Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(key.getModulus().toByteArray()), 12));
            String open = "\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\""
                    .formatted(kid, number(key.getModulus()), number(key.getPublicExponent()));
            String closed = "\"d\":\"%s\",\"p\":\"%s\",\"q\":\"%s\",\"dp\":\"%s\",\"dq\":\"%s\",\"qi\":\"%s\""
                    .formatted(
                            number(key.getPrivateExponent()),
                            number(key.getPrimeP()),
                            number(key.getPrimeQ()),
                            number(key.getPrimeExponentP()),
                            number(key.getPrimeExponentQ()),
                            number(key.getCrtCoefficient()));
            Folder.write(folder.resolve("client-jwks.json"), "{\"keys\":[{" + open + "}]}");
            Folder.write(file, "{" + open + "," + closed + "}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA and SHA-256", e);
        }
    }

    /** A salted password line as Payara's file realm keeps it: SHA-256, a hundred rounds. */
    static String payaraKeyfile(String user, String password) {
        byte[] salt = random(8);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(password.getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(salt);
            for (int round = 2; round <= 100; round++) {
                hash = digest.digest(hash);
            }
            byte[] both = Arrays.copyOf(hash, hash.length + salt.length);
            System.arraycopy(salt, 0, both, hash.length, salt.length);
            return user + ";{SSHA256}" + Base64.getEncoder().encodeToString(both) + ";asadmin\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return BASE64URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
