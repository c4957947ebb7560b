package org.entente.verify;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.log.EntryBundle;
import org.entente.log.EventTypes;
import org.entente.log.LeafView;
import org.entente.log.LogError;
import org.entente.log.LogScan;

/**
 * Every record in its order: a known type, an id of its own, the next running number of its organisation. Afterwards it finds
 * records again by their event.
 */
final class Records implements LogScan.Visitor {
    private static final int KEPT = 64;
    private static final int PERMIT = 0;

    private final Bundle bundle;
    private final long from;
    private final long size;
    private final EventIndex index;
    private final long[] running = new long[256];
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
        this.size = size;
        if (to - from > 1 << 29) {
            throw new LogError("a bundle of more than " + (1 << 29) + " records must be checked in parts");
        }
        this.index = new EventIndex((int) (to - from));
    }

    @Override
    public void record(long at, LeafView record) throws LogError {
        if (!EventTypes.isKnown(record.eventType())) {
            throw new LogError("no action has the number " + record.eventType());
        }
        int actor = record.actorOrg();
        boolean begins = running[actor] == 0;
        if (begins
                ? record.orgSeq() < 1 || (from == 0 && record.orgSeq() != 1)
                : record.orgSeq() != running[actor] + 1) {
            throw new LogError("organisation " + actor + " has the running number " + record.orgSeq() + " after "
                    + (begins ? "none" : running[actor]));
        }
        running[actor] = record.orgSeq();
        if (!index.add(record.eventIdHigh(), record.eventIdLow(), done(record))) {
            throw new LogError("event " + record.eventId() + " is there a second time");
        }
    }

    /** What was done; what was refused or failed was nothing, and leaves no receipt. */
    private static int done(LeafView record) {
        return record.outcome() == PERMIT ? record.eventType() : 0;
    }

    int count() {
        return index.count();
    }

    int type(int place) {
        return index.type(place);
    }

    /** The index in the log of the record at that place of the range. */
    long index(int place) {
        return from + place;
    }

    int place(UUID event) throws LogError {
        int place = index.place(event);
        if (place < 0) {
            throw new LogError("event " + event + " is not in the log");
        }
        return place;
    }

    /** The record of an event; valid until the next one is asked for. */
    LeafView find(UUID event) throws IOException, LogError {
        long at = index(place(event));
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
