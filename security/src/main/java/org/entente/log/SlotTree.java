package org.entente.log;

import java.util.ArrayList;
import java.util.List;

/** A tree over sixteen hashes, one an organisation: whoever is shown one of them with four others can check it and learns no other. */
final class SlotTree {
    static final int WIDTH = 16;
    static final int DEPTH = 4;

    private SlotTree() {}

    static byte[] root(byte[][] leaves) {
        byte[][] level = leaves;
        while (level.length > 1) {
            level = above(level);
        }
        return level[0];
    }

    /** The four hashes beside the way from a leaf to the root, from below. */
    static List<byte[]> path(byte[][] leaves, int at) {
        List<byte[]> path = new ArrayList<>(DEPTH);
        byte[][] level = leaves;
        for (int place = at; level.length > 1; place /= 2) {
            path.add(level[place ^ 1]);
            level = above(level);
        }
        return path;
    }

    /** The root that a leaf at this place leads to. */
    static byte[] root(int at, byte[] leaf, List<byte[]> path) {
        TreeHash hash = new TreeHash();
        byte[] node = leaf;
        int place = at;
        for (byte[] beside : path) {
            node = place % 2 == 0 ? hash.node(node, beside) : hash.node(beside, node);
            place /= 2;
        }
        return node;
    }

    private static byte[][] above(byte[][] level) {
        TreeHash hash = new TreeHash();
        byte[][] above = new byte[level.length / 2][];
        for (int i = 0; i < above.length; i++) {
            above[i] = hash.node(level[2 * i], level[2 * i + 1]);
        }
        return above;
    }
}
