package org.entente.sequencer;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.entente.log.Frontier;
import org.entente.log.Leaf;
import org.entente.log.LogError;

/**
 * Where the log ends: everything that must be known to go on.
 *
 * @param sequences the last number that each acting organisation's records were given
 * @param epoch of the sequencer that may go on
 */
record Head(Frontier frontier, Map<Integer, Long> sequences, long epoch) {

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

    /** Gives the record its number among its organisation's, and appends it; answers it as it stands in the log. */
    byte[] append(byte[] record) throws LogError {
        int organisation = Leaf.decode(record).actorOrg();
        byte[] numbered = Leaf.sequenced(record, sequences.merge(organisation, 1L, Long::sum));
        frontier.append(numbered);
        return numbered;
    }

    byte[] storedSequences() {
        ByteBuffer out = ByteBuffer.allocate(sequences.size() * (1 + Long.BYTES));
        sequences.forEach(
                (organisation, last) -> out.put(organisation.byteValue()).putLong(last));
        return out.array();
    }
}
