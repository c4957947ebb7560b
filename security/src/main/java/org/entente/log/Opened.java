package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one event opened, by the organisation whose it is: the field {@link Field#OPENED} is the root over sixteen lists, of
 * which a reader of one learns neither what nor whose else was on the page.
 *
 * @param seed 32 random bytes, from which salts and random slots follow; nobody is shown it
 * @param lists by organisation's number; a line is {@code number TAB version TAB ordinals}, with 0 for the title, as in {@code P02
 *     TAB 3 TAB 0-2,4}; sorted, each ends with a line feed
 */
public record Opened(byte[] seed, SortedMap<Integer, String> lists) {
    private static final byte[] LIST = "entente-opened/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SALT = "entente-opened-salt/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "entente-opened-other/1".getBytes(StandardCharsets.US_ASCII);

    public Opened {
        lists = new TreeMap<>(lists);
        if (seed.length != Leaf.HASH || lists.keySet().stream().anyMatch(slot -> slot < 0 || slot >= Slots.JOINT)) {
            throw new IllegalArgumentException("a seed has 32 bytes, a list an organisation's number");
        }
    }

    /** A list as whoever is owed it is shown it. */
    public record Shown(int slot, String list, byte[] salt, List<byte[]> path) {
        public Shown {
            path = List.copyOf(path);
            if (slot < 0
                    || slot >= Slots.JOINT
                    || salt.length != Leaf.HASH
                    || path.size() != SlotTree.DEPTH
                    || path.stream().anyMatch(hash -> hash.length != Leaf.HASH)) {
                throw new IllegalArgumentException("a list has a slot, a salt of 32 bytes and four hashes of 32");
            }
        }

        public byte[] rootFor(UUID event) {
            return SlotTree.root(slot, hash(event, slot, salt, list), path);
        }
    }

    public byte[] rootFor(UUID event) {
        return SlotTree.root(leaves(event));
    }

    public Shown shown(UUID event, int slot) {
        String list = lists.get(slot);
        if (list == null) {
            throw new IllegalArgumentException("there is no list in slot " + slot);
        }
        return new Shown(slot, list, derived(SALT, slot), SlotTree.path(leaves(event), slot));
    }

    private byte[][] leaves(UUID event) {
        byte[][] leaves = new byte[SlotTree.WIDTH][];
        for (int i = 0; i < leaves.length; i++) {
            String list = lists.get(i);
            leaves[i] = list == null ? derived(OTHER, i) : hash(event, i, derived(SALT, i), list);
        }
        return leaves;
    }

    private byte[] derived(byte[] domain, int slot) {
        MessageDigest sha = TreeHash.sha256();
        sha.update(domain);
        sha.update(seed);
        sha.update((byte) slot);
        return sha.digest();
    }

    private static byte[] hash(UUID event, int slot, byte[] salt, String list) {
        byte[] utf8 = list.getBytes(UTF_8);
        MessageDigest sha = Opening.begun(LIST, event);
        sha.update((byte) slot);
        sha.update(salt);
        sha.update(ByteBuffer.allocate(4).putInt(utf8.length).array());
        return sha.digest(utf8);
    }
}
