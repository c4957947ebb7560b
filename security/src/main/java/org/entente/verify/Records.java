package org.entente.verify;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.log.EntryBundle;
import org.entente.log.LeafView;
import org.entente.log.LogError;
import org.entente.log.LogScan;

/**
 * Every record in its order, each of an event of its own. Afterwards it finds records again by their event, and remembers what
 * their openings said of them.
 */
final class Records implements LogScan.Visitor {
    private static final int KEPT = 64;

    private final Bundle bundle;
    private final long from;
    private final long to;
    private final long size;
    private final EventIndex index;
    private final short[] types;
    private final BitSet permitted = new BitSet();
    private final long[] shown;
    private final int[] minutes;
    private final LeafView view = new LeafView();
    private final Map<Long, EntryBundle> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, EntryBundle> eldest) {
            return size() > KEPT;
        }
    };

    Records(Bundle bundle, long from, long to, long size) throws LogError {
        this.bundle = bundle;
        this.from = from;
        this.to = to;
        this.size = size;
        if (to - from > 1 << 29) {
            throw new LogError("a bundle of more than " + (1 << 29) + " records must be checked in parts");
        }
        int count = (int) (to - from);
        this.index = new EventIndex(count);
        this.types = new short[count];
        this.shown = new long[count];
        this.minutes = new int[count];
    }

    @Override
    public void record(long at, LeafView record) throws LogError {
        if (!index.add(record.eventIdHigh(), record.eventIdLow())) {
            throw new LogError("event " + record.eventId() + " is there a second time");
        }
        minutes[count() - 1] = record.minute();
    }

    int count() {
        return index.count();
    }

    boolean fromTheBeginning() {
        return from == 0;
    }

    /** Whether the log goes on after the range. */
    boolean partial() {
        return to < size;
    }

    /** The registered number of what was done as its opening says; 0 where that was not opened. */
    int type(int place) {
        return types[place] & 0xFFFF;
    }

    void type(int place, int type) {
        types[place] = (short) type;
    }

    /** What was refused or failed was nothing, and leaves no receipt. */
    boolean permitted(int place) {
        return permitted.get(place);
    }

    void permit(int place) {
        permitted.set(place);
    }

    /** Bits of what was opened of a record, as {@link org.entente.log.Owed} has them. */
    long shown(int place) {
        return shown[place];
    }

    void show(int place, long bits) {
        shown[place] |= bits;
    }

    int minute(int place) {
        return minutes[place];
    }

    /** The index in the log of the record at that place of the range. */
    long index(int place) {
        return from + place;
    }

    /** Whether the event's record is in the range. */
    boolean has(UUID event) {
        return index.place(event) >= 0;
    }

    int place(UUID event) throws LogError {
        int place = index.place(event);
        if (place < 0) {
            throw new LogError("event " + event + " is not in the log");
        }
        return place;
    }

    /** The event of the record at that place. */
    UUID event(int place) throws IOException, LogError {
        return read(index(place)).eventId();
    }

    /** The record of an event; valid until the next one is asked for. */
    LeafView find(UUID event) throws IOException, LogError {
        return read(index(place(event)));
    }

    private LeafView read(long at) throws IOException, LogError {
        long number = at / EntryBundle.WIDTH;
        EntryBundle entries = kept.get(number);
        if (entries == null) {
            entries = EntryBundle.read(bundle, number, size);
            kept.put(number, entries);
        }
        int i = (int) (at % EntryBundle.WIDTH);
        view.read(entries.bytes(), entries.from(i), entries.length(i));
        return view;
    }
}
