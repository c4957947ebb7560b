package org.entente.log;

import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashes that lead from a record up to the root of a tree (RFC 9162, 2.1.3). Says nothing until it is checked. */
public record InclusionProof(long index, long size, List<byte[]> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether the root is that of a tree of this size with this leaf hash at this index. */
    public boolean proves(byte[] leafHash, byte[] root) {
        byte[] computed = root(leafHash);
        return computed != null && MessageDigest.isEqual(computed, root);
    }

    /** The root that follows, null where index, size and number of hashes do not fit each other. */
    byte @Nullable [] root(byte[] leafHash) {
        if (index < 0 || index >= size || !Hashes.sound(hashes) || leafHash.length != TreeHash.BYTES) {
            return null;
        }
        TreeHash hash = new TreeHash();
        long node = index;
        long last = size - 1;
        byte[] result = leafHash;
        for (byte[] next : hashes) {
            if (last == 0) {
                return null;
            }
            if ((node & 1) == 1 || node == last) {
                result = hash.node(next, result);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                result = hash.node(result, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? result : null;
    }
}
