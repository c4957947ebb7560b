package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A public key with its name, written {@code name+number+key} (a C2SP vkey). Keys of low order and keys that could be
 * written in a second way are refused here, once; what a signature is worth is then said by the Java platform's Ed25519.
 */
public final class NoteVerifier {
    static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final Pattern PLUS = Pattern.compile("+", Pattern.LITERAL);

    private final String name;
    private final KeyKind kind;
    private final byte[] key;
    private final int keyId;
    private final PublicKey publicKey;

    NoteVerifier(String name, KeyKind kind, byte[] key) throws LogError {
        EdwardsPoint point = EdwardsPoint.decode(key);
        if (point == null) {
            throw new LogError("the key of " + name + " is no point of the curve in its one way of writing");
        }
        if (point.isOfLowOrder()) {
            throw new LogError("the key of " + name + " is of low order: anybody can sign with it");
        }
        this.name = name;
        this.kind = kind;
        this.key = key.clone();
        this.keyId = keyId(name, kind, key);
        this.publicKey = publicKey(point);
    }

    public static NoteVerifier parse(String vkey) throws LogError {
        String[] parts = PLUS.split(vkey, 3);
        if (parts.length != 3 || !SignedNote.isName(parts[0])) {
            throw new LogError("a key is written name+number+key: " + Hashes.shortened(vkey));
        }
        byte[] all = Hashes.bytes(parts[2]);
        if (all.length != 1 + KEY_BYTES) {
            throw new LogError("an Ed25519 key has 32 bytes after its kind: " + Hashes.shortened(vkey));
        }
        KeyKind kind = KeyKind.of(all[0]);
        byte[] key = Arrays.copyOfRange(all, 1, all.length);
        if (!hex(keyId(parts[0], kind, key)).equals(parts[1])) {
            throw new LogError("the key of " + parts[0] + " does not have the number " + Hashes.shortened(parts[1]));
        }
        return new NoteVerifier(parts[0], kind, key);
    }

    public String name() {
        return name;
    }

    public KeyKind kind() {
        return kind;
    }

    /** The text that {@link #parse} reads. */
    public String vkey() {
        return name + "+" + hex(keyId) + "+" + Hashes.text(prefixed(kind, key));
    }

    /** Whether the signature says that it was made with this key. */
    public boolean claims(SignedNote.Signature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId;
    }

    /** Whether the signature was made with this key for this text. */
    public boolean verifies(String text, SignedNote.Signature signature) {
        if (!claims(signature)) {
            return false;
        }
        ByteBuffer in = ByteBuffer.wrap(signature.bytes());
        if (kind == KeyKind.LOG) {
            return in.remaining() == SIGNATURE_BYTES && verifies(text.getBytes(UTF_8), signature.bytes());
        }
        if (in.remaining() != Long.BYTES + SIGNATURE_BYTES) {
            return false;
        }
        long seconds = in.getLong();
        byte[] bytes = new byte[SIGNATURE_BYTES];
        in.get(bytes);
        return seconds >= 0 && verifies(cosigned(text, seconds), bytes);
    }

    boolean isSameKey(NoteVerifier other) {
        return Arrays.equals(key, other.key);
    }

    int keyId() {
        return keyId;
    }

    /** What a witness signs. */
    static byte[] cosigned(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }

    static String hex(int keyId) {
        return HexFormat.of().toHexDigits(keyId);
    }

    static byte[] prefixed(KeyKind kind, byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(kind.code()).put(key).array();
    }

    private static int keyId(String name, KeyKind kind, byte[] key) {
        MessageDigest sha = TreeHash.sha256();
        sha.update(name.getBytes(UTF_8));
        sha.update((byte) '\n');
        return ByteBuffer.wrap(sha.digest(prefixed(kind, key))).getInt();
    }

    private boolean verifies(byte[] message, byte[] bytes) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(message);
            return ed25519.verify(bytes);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static PublicKey publicKey(EdwardsPoint point) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point.key()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of ours has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return vkey();
    }
}
