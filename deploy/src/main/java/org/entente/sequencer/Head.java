package org.entente.sequencer;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.log.Frontier;
import org.entente.log.Leaf;
import org.entente.log.LogError;
import org.entente.log.Slots;

/**
 * Where the log ends: everything that must be known to go on.
 *
 * @param sequences the last number that each organisation's events were given, by slot
 * @param epoch of the sequencer that may go on
 */
record Head(Frontier frontier, Map<Integer, Long> sequences, long epoch) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Head read(byte[] frontier, byte[] sequences, long epoch) throws LogError {
        Map<Integer, Long> numbers = new TreeMap<>();
        for (ByteBuffer in = ByteBuffer.wrap(sequences); in.hasRemaining(); ) {
            numbers.put(in.get() & 0xFF, in.getLong());
        }
        return new Head(frontier.length == 0 ? new Frontier() : Frontier.decode(frontier), numbers, epoch);
    }

    long size() {
        return frontier.size();
    }

    Head copy() {
        return new Head(frontier.copy(), new TreeMap<>(sequences), epoch);
    }

    /** A record in the log, with what its slots hold. */
    record Placed(byte[] record, Slots slots) {}

    /**
     * Numbers the record among the events of each organisation that it concerns, and appends it.
     *
     * @param owed what each organisation is owed of it, by slot: 9 bytes each
     */
    Placed append(byte[] record, byte[] owed) throws LogError {
        Leaf leaf = Leaf.decode(record);
        List<Slots.Given> given = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(owed); in.hasRemaining(); ) {
            int slot = in.get();
            given.add(new Slots.Given(slot, sequences.merge(slot, 1L, Long::sum), in.getLong()));
        }
        byte[] seed = new byte[32];
        RANDOM.nextBytes(seed);
        Slots slots = new Slots(seed, given);
        byte[] placed = leaf.sequenced(slots.rootFor(leaf.eventId())).encoded();
        frontier.append(placed);
        return new Placed(placed, slots);
    }

    byte[] storedSequences() {
        ByteBuffer out = ByteBuffer.allocate(sequences.size() * (1 + Long.BYTES));
        sequences.forEach(
                (organisation, last) -> out.put(organisation.byteValue()).putLong(last));
        return out.array();
    }
}
