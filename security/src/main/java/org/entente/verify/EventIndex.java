package org.entente.verify;

import java.util.UUID;

/** Where each event's record lies: some 30 bytes an event, so that ten million fit into a small heap. */
final class EventIndex {
    private final long[] high;
    private final long[] low;
    /** The record's place in the range, plus one; 0 where the slot is free. */
    private final int[] places;

    private int count;

    EventIndex(int capacity) {
        int slots = (int) Math.min(Integer.MAX_VALUE - 8, capacity * 3L / 2 + 8);
        high = new long[slots];
        low = new long[slots];
        places = new int[slots];
    }

    /** Adds the next record; false if there is one with this id already. */
    boolean add(long idHigh, long idLow) {
        int slot = slot(idHigh, idLow);
        if (places[slot] != 0) {
            return false;
        }
        high[slot] = idHigh;
        low[slot] = idLow;
        places[slot] = ++count;
        return true;
    }

    /** The place of the event's record in the range, -1 where there is none. */
    int place(UUID event) {
        return places[slot(event.getMostSignificantBits(), event.getLeastSignificantBits())] - 1;
    }

    int count() {
        return count;
    }

    private int slot(long idHigh, long idLow) {
        long mixed = (idHigh ^ Long.rotateLeft(idLow, 32)) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        int slot = (int) (((mixed & 0xFFFFFFFFL) * places.length) >>> 32);
        while (places[slot] != 0 && (high[slot] != idHigh || low[slot] != idLow)) {
            slot = slot + 1 == places.length ? 0 : slot + 1;
        }
        return slot;
    }
}
