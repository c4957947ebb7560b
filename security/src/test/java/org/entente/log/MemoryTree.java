package org.entente.log;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, 2.1, word for word: slow, and nothing to get wrong. */
final class MemoryTree {
    private MemoryTree() {}

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.sha256().digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = split(leaves.size());
        return hash(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<byte[]> path(int m, List<byte[]> leaves) {
        List<byte[]> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int k = split(leaves.size());
            boolean left = m < k;
            path.addAll(left ? path(m, leaves.subList(0, k)) : path(m - k, leaves.subList(k, leaves.size())));
            path.add(root(left ? leaves.subList(k, leaves.size()) : leaves.subList(0, k)));
        }
        return path;
    }

    static List<byte[]> proof(int m, List<byte[]> leaves) {
        return m == 0 ? List.of() : subproof(m, leaves, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean whole) {
        int n = leaves.size();
        List<byte[]> path = new ArrayList<>();
        if (m == n) {
            if (!whole) {
                path.add(root(leaves));
            }
            return path;
        }
        int k = split(n);
        if (m <= k) {
            path.addAll(subproof(m, leaves.subList(0, k), whole));
            path.add(root(leaves.subList(k, n)));
        } else {
            path.addAll(subproof(m - k, leaves.subList(k, n), false));
            path.add(root(leaves.subList(0, k)));
        }
        return path;
    }

    /** A reader of the nodes of these leaves. */
    static NodeReader nodes(List<byte[]> leaves) {
        return (level, index) -> root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }

    private static byte[] hash(byte[] left, byte[] right) {
        var sha = TreeHash.sha256();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
