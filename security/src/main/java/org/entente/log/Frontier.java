package org.entente.log;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * All that must be kept of a tree to let it grow and to know its root: the roots of its complete subtrees, one for each bit
 * of its size. For one thread.
 */
public final class Frontier {
    private final TreeHash hash = new TreeHash();
    private final byte[][] roots = new byte[63][TreeHash.BYTES];
    private final byte[] carried = new byte[TreeHash.BYTES];
    private long size;

    /** Of a tree without records. */
    public Frontier() {}

    public static Frontier decode(byte[] encoded) throws LogError {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        long size = encoded.length < Long.BYTES ? -1 : in.getLong();
        if (size < 0 || in.remaining() != Long.bitCount(size) * TreeHash.BYTES) {
            throw new LogError("these bytes are no frontier of a tree");
        }
        Frontier frontier = new Frontier();
        frontier.size = size;
        for (int level = 62; level >= 0; level--) {
            if (frontier.has(level)) {
                in.get(frontier.roots[level]);
            }
        }
        return frontier;
    }

    /** The size in eight bytes, then the roots of the subtrees from left to right. */
    public byte[] encoded() {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + Long.bitCount(size) * TreeHash.BYTES)
                .putLong(size);
        for (int level = 62; level >= 0; level--) {
            if (has(level)) {
                out.put(roots[level]);
            }
        }
        return out.array();
    }

    public Frontier copy() {
        Frontier copy = new Frontier();
        copy.size = size;
        for (int level = 0; level < roots.length; level++) {
            copy.roots[level] = roots[level].clone();
        }
        return copy;
    }

    public long size() {
        return size;
    }

    public void append(byte[] record) {
        append(record, 0, record.length);
    }

    /** Appends the record that lies in these bytes. */
    public void append(byte[] bytes, int from, int length) {
        hash.leaf(bytes, from, length, carried, 0);
        carry(0);
    }

    /** Appends a record of which only the leaf hash is known. */
    public void appendHash(byte[] leafHash) {
        appendSubtree(leafHash, 0);
    }

    /** Appends 2^level records of which only the root is known; the size must be a multiple of their number. */
    public void appendSubtree(byte[] root, int level) {
        if (root.length != TreeHash.BYTES || level < 0 || level > 61 || (size & ((1L << level) - 1)) != 0) {
            throw new IllegalArgumentException("no subtree of level " + level + " fits behind " + size + " records");
        }
        System.arraycopy(root, 0, carried, 0, TreeHash.BYTES);
        carry(level);
    }

    public byte[] root() {
        byte[] root = null;
        for (int level = 0; level < roots.length; level++) {
            if (has(level)) {
                root = root == null ? roots[level].clone() : hash.node(roots[level], root);
            }
        }
        return root == null ? MerkleTree.emptyRoot() : root;
    }

    private void carry(int from) {
        int level = from;
        for (; has(level); level++) {
            hash.node(roots[level], 0, carried, 0, carried, 0);
        }
        System.arraycopy(carried, 0, roots[level], 0, TreeHash.BYTES);
        size = Math.addExact(size, 1L << from);
    }

    private boolean has(int level) {
        return ((size >>> level) & 1) == 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded());
    }
}
