package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A private key with its name, kept in a file of one line, {@code PRIVATE+KEY+name+number+seed}, as golang.org/x/mod
 * writes it, so that other tools can take it over. Only the file's owner may read it.
 */
public final class NoteSigner {
    private static final Pattern LINE = Pattern.compile("PRIVATE\\+KEY\\+([^+]+)\\+([0-9a-f]{8})\\+([0-9A-Za-z+/=]+)");

    private final NoteVerifier verifier;
    private final byte[] seed;
    private final KeyPair pair;

    private NoteSigner(String name, KeyKind kind, byte[] seed) throws LogError {
        this.seed = seed.clone();
        this.pair = pair(seed);
        this.verifier = new NoteVerifier(name, kind, encoded((EdECPublicKey) pair.getPublic()));
    }

    public static NoteSigner generate(String name, KeyKind kind) throws LogError {
        if (!SignedNote.isName(name)) {
            throw new LogError("this cannot name a key: " + Hashes.shortened(name));
        }
        byte[] seed = new byte[NoteVerifier.KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return new NoteSigner(name, kind, seed);
    }

    public static NoteSigner parse(String line) throws LogError {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches() || !SignedNote.isName(parts.group(1))) {
            throw new LogError("this is no private key");
        }
        byte[] all = Hashes.bytes(parts.group(3));
        if (all.length != 1 + NoteVerifier.KEY_BYTES) {
            throw new LogError("this is no private key for Ed25519");
        }
        NoteSigner signer = new NoteSigner(parts.group(1), KeyKind.of(all[0]), Arrays.copyOfRange(all, 1, all.length));
        if (!NoteVerifier.hex(signer.verifier.keyId()).equals(parts.group(2))) {
            throw new LogError("the private key does not have the number that it is said to have");
        }
        return signer;
    }

    public static NoteSigner read(Path file) throws IOException, LogError {
        return parse(Files.readString(file, UTF_8));
    }

    /** Writes the key to a new file that only its owner may read. */
    public void write(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        String line = "PRIVATE+KEY+" + verifier.name() + "+" + NoteVerifier.hex(verifier.keyId()) + "+"
                + Hashes.text(NoteVerifier.prefixed(verifier.kind(), seed)) + "\n";
        DurableFile.write(file, line.getBytes(UTF_8));
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    public String name() {
        return verifier.name();
    }

    /** Signs as a log does. */
    public SignedNote.Signature sign(String text) {
        require(KeyKind.LOG);
        return new SignedNote.Signature(name(), verifier.keyId(), signed(text.getBytes(UTF_8)));
    }

    /** Signs as a witness does: that this is the newest consistent checkpoint it knew at that second. */
    public SignedNote.Signature cosign(String text, long seconds) {
        require(KeyKind.WITNESS);
        byte[] signature = signed(NoteVerifier.cosigned(text, seconds));
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new SignedNote.Signature(name(), verifier.keyId(), bytes);
    }

    private void require(KeyKind kind) {
        if (verifier.kind() != kind) {
            throw new IllegalStateException("the key of " + name() + " is for a " + verifier.kind());
        }
    }

    private byte[] signed(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the private key of " + name() + " cannot sign", e);
        }
    }

    /** The platform derives a public key only while it makes a pair, so it is handed the seed as its random bytes. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
            pairs.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            KeyPair pair = pairs.generateKeyPair();
            byte[] taken = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(taken, seed)) {
                throw new IllegalStateException("this Java platform does not make Ed25519 keys from their seeds");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of ours has Ed25519", e);
        }
    }

    private static byte[] encoded(EdECPublicKey key) {
        byte[] y = key.getPoint().getY().toByteArray();
        byte[] encoded = new byte[NoteVerifier.KEY_BYTES];
        for (int i = 0; i < y.length && i < encoded.length; i++) {
            encoded[i] = y[y.length - 1 - i];
        }
        encoded[encoded.length - 1] |= (byte) (key.getPoint().isXOdd() ? 0x80 : 0);
        return encoded;
    }

    @Override
    public String toString() {
        return "the private key of " + verifier;
    }

    private static final class Fixed extends SecureRandom {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
