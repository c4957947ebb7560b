package org.entente.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962 over the log's records, wherever its hashes are kept. Roots and proofs follow the RFC's recursion. */
public final class MerkleTree {
    private final NodeReader nodes;
    private final long size;
    private final TreeHash hash = new TreeHash();

    public MerkleTree(NodeReader nodes, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("no tree has " + Long.toUnsignedString(size) + " records");
        }
        this.nodes = nodes;
        this.size = size;
    }

    public static byte[] leafHash(byte[] record) {
        return new TreeHash().leaf(record);
    }

    public static byte[] nodeHash(byte[] left, byte[] right) {
        return new TreeHash().node(left, right);
    }

    /** The root of a tree without records. */
    public static byte[] emptyRoot() {
        return TreeHash.sha256().digest();
    }

    public byte[] root() throws IOException, LogError {
        return size == 0 ? emptyRoot() : range(0, size);
    }

    /** That the record at the index is in the tree. */
    public InclusionProof inclusion(long index) throws IOException, LogError {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("record " + index + " is not in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /** That the tree begins with the smaller tree. */
    public ConsistencyProof consistency(long smaller) throws IOException, LogError {
        if (smaller < 0 || smaller > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not begin with one of " + smaller);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (smaller > 0 && smaller < to) {
            long middle = from + split(to - from);
            if (smaller <= middle) {
                path.add(range(middle, to));
                to = middle;
            } else {
                path.add(range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(range(from, to));
        }
        return new ConsistencyProof(smaller, size, path.reversed());
    }

    /** The root over a range that the recursion visits: complete subtrees, the last one perhaps ragged. */
    private byte[] range(long from, long to) throws IOException, LogError {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.node(level, from >>> level);
        }
        long middle = from + split(count);
        return hash.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two that is smaller than the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
