package org.entente.log;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962: a leaf is SHA-256(0x00 || record), a node SHA-256(0x01 || left || right). For one thread. */
final class TreeHash {
    static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha = sha256();

    byte[] leaf(byte[] record) {
        byte[] hash = new byte[BYTES];
        leaf(record, 0, record.length, hash, 0);
        return hash;
    }

    byte[] node(byte[] left, byte[] right) {
        byte[] hash = new byte[BYTES];
        node(left, 0, right, 0, hash, 0);
        return hash;
    }

    void leaf(byte[] bytes, int from, int length, byte[] to, int at) {
        sha.update(LEAF);
        sha.update(bytes, from, length);
        finish(to, at);
    }

    void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] to, int at) {
        sha.update(NODE);
        sha.update(left, leftAt, BYTES);
        sha.update(right, rightAt, BYTES);
        finish(to, at);
    }

    /** The root over {@code count} hashes side by side, where count is a power of two; the hashes are overwritten. */
    void fold(byte[] hashes, int from, int count) {
        for (int left = count; left > 1; left /= 2) {
            for (int i = 0; i < left; i += 2) {
                int at = from + i * BYTES;
                node(hashes, at, hashes, at + BYTES, hashes, from + i / 2 * BYTES);
            }
        }
    }

    private void finish(byte[] to, int at) {
        try {
            sha.digest(to, at, BYTES);
        } catch (DigestException tooSmall) {
            throw new IllegalStateException("there was no room for a hash", tooSmall);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
