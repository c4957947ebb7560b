package org.entente.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What each organisation is owed of one event: sixteen slots, one for each organisation's number and the last for the joint
 * auditor. A slot says which running number the event has among those that concern its organisation, and which openings that
 * organisation must be shown; the slot of one that is not concerned is random, so that nobody can tell which they are.
 *
 * @param seed 32 random bytes of the sequencer, from which salts and random slots follow; nobody is shown it
 * @param given the organisations that the event concerns, by number
 */
public record Slots(byte[] seed, List<Given> given) {
    /** The joint auditor's slot, in which every event counts. */
    public static final int JOINT = SlotTree.WIDTH - 1;

    private static final byte[] SLOT = ascii("entente-slot/2");
    private static final byte[] SALT = ascii("entente-slot-salt/2");
    private static final byte[] OTHER = ascii("entente-slot-other/2");
    private static final int BYTES = 1 + Long.BYTES + Long.BYTES;

    /**
     * An organisation that an event concerns.
     *
     * @param count its running number among the organisation's events, from 1
     * @param owed {@link Owed} to it
     */
    public record Given(int slot, long count, long owed) {
        public Given {
            if (slot < 0 || slot > JOINT || count < 1) {
                throw new IllegalArgumentException("no slot " + slot + " with the number " + count);
            }
        }
    }

    /** A slot as its organisation is shown it: its four neighbours' hashes lead to the record's root. */
    public record Shown(Given given, byte[] salt, List<byte[]> path) {
        public Shown {
            path = List.copyOf(path);
            if (salt.length != Leaf.HASH
                    || path.size() != SlotTree.DEPTH
                    || path.stream().anyMatch(hash -> hash.length != Leaf.HASH)) {
                throw new IllegalArgumentException("a slot has a salt of 32 bytes and four hashes of 32");
            }
        }

        public byte[] rootFor(UUID event) {
            return SlotTree.root(given.slot, hash(event, given, salt), path);
        }
    }

    public Slots {
        given = List.copyOf(given);
        if (seed.length != Leaf.HASH) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
    }

    public byte[] rootFor(UUID event) {
        return SlotTree.root(leaves(event));
    }

    public Shown shown(UUID event, Given one) {
        return new Shown(one, salt(one.slot), SlotTree.path(leaves(event), one.slot));
    }

    /** The organisations concerned, as the log keeps them: 17 bytes each. */
    public byte[] encoded() {
        ByteBuffer out = ByteBuffer.allocate(given.size() * BYTES);
        given.forEach(one -> out.put((byte) one.slot).putLong(one.count).putLong(one.owed));
        return out.array();
    }

    public static Slots decode(byte[] seed, byte[] encoded) {
        List<Given> given = new ArrayList<>(encoded.length / BYTES);
        for (ByteBuffer in = ByteBuffer.wrap(encoded); in.hasRemaining(); ) {
            given.add(new Given(in.get(), in.getLong(), in.getLong()));
        }
        return new Slots(seed, given);
    }

    private byte[][] leaves(UUID event) {
        byte[][] leaves = new byte[SlotTree.WIDTH][];
        for (Given one : given) {
            leaves[one.slot] = hash(event, one, salt(one.slot));
        }
        for (int i = 0; i < leaves.length; i++) {
            if (leaves[i] == null) {
                leaves[i] = derived(OTHER, i);
            }
        }
        return leaves;
    }

    private byte[] salt(int slot) {
        return derived(SALT, slot);
    }

    private byte[] derived(byte[] domain, int slot) {
        MessageDigest sha = TreeHash.sha256();
        sha.update(domain);
        sha.update(seed);
        sha.update((byte) slot);
        return sha.digest();
    }

    private static byte[] hash(UUID event, Given one, byte[] salt) {
        MessageDigest sha = Opening.begun(SLOT, event);
        sha.update((byte) one.slot);
        sha.update(salt);
        return sha.digest(
                ByteBuffer.allocate(16).putLong(one.count).putLong(one.owed).array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
