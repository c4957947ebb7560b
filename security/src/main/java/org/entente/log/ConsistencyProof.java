package org.entente.log;

import java.security.MessageDigest;
import java.util.List;

/** The hashes that show that a tree begins with a smaller one (RFC 9162, 2.1.4). Says nothing until it is checked. */
public record ConsistencyProof(long from, long to, List<byte[]> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether the tree with the second root begins with the tree that has the first. */
    public boolean proves(byte[] fromRoot, byte[] toRoot) {
        if (from < 0 || to < from || !Hashes.sound(hashes) || !Hashes.sound(List.of(fromRoot, toRoot))) {
            return false;
        }
        if (from == to) {
            return hashes.isEmpty()
                    && MessageDigest.isEqual(fromRoot, toRoot)
                    && (from > 0 || MessageDigest.isEqual(fromRoot, MerkleTree.emptyRoot()));
        }
        // Every tree begins with the empty one: such a proof would show nothing.
        return from > 0 && climbs(fromRoot, toRoot);
    }

    private boolean climbs(byte[] fromRoot, byte[] toRoot) {
        boolean complete = Long.bitCount(from) == 1;
        if (!complete && hashes.isEmpty()) {
            return false;
        }
        TreeHash hash = new TreeHash();
        int low = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> low;
        long last = (to - 1) >> low;
        byte[] older = complete ? fromRoot : hashes.getFirst();
        byte[] newer = older;
        for (byte[] next : hashes.subList(complete ? 0 : 1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = hash.node(next, older);
                newer = hash.node(next, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newer = hash.node(newer, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(older, fromRoot) && MessageDigest.isEqual(newer, toRoot);
    }
}
