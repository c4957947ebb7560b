package org.entente.verify;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.json.JsonText;
import org.entente.log.Field;
import org.entente.log.LogError;
import org.entente.log.Owed;
import org.entente.log.Slots;

/**
 * The events that concern whoever the bundle was made for: their numbers have no gap, and of each everything was opened that the
 * record says is owed, or erased by an event.
 */
final class Concerns {
    private final Records records;
    private final Openings openings;
    private final int reader;
    private final long[] last = new long[Slots.JOINT + 1];
    private final int[] places = new int[Slots.JOINT + 1];
    private long first;

    Concerns(Bundle bundle, Records records, Openings openings) throws IOException, LogError {
        this.records = records;
        this.openings = openings;
        this.reader = reader(bundle);
        Arrays.fill(places, -1);
    }

    private static int reader(Bundle bundle) throws IOException, LogError {
        byte[] text = bundle.read("shown-to.json");
        StringJoiner wrong = new StringJoiner("; ");
        JsonFields fields = text == null
                ? null
                : JsonText.read(
                        new StringReader(new String(text, StandardCharsets.UTF_8)),
                        (at, field, message) -> wrong.add(field + " " + message));
        if (fields != null) {
            int slot = JsonLines.slot(fields);
            fields.done();
            if (wrong.length() == 0) {
                return slot;
            }
        }
        throw new LogError("shown-to.json: it does not say for whom the bundle was made");
    }

    void slot(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        int slot = JsonLines.slot(fields);
        long count = fields.unsigned("count");
        long owed = JsonLines.bits(fields, "owed");
        if (count < 1 || !Owed.possible(owed)) {
            throw new LogError("this is no slot of a record");
        }
        Slots.Shown shown = new Slots.Shown(
                new Slots.Given(slot, count, owed), JsonLines.hash(fields, "salt"), JsonLines.hashes(fields, "path"));
        if (!Arrays.equals(shown.rootFor(event), records.find(event).slots())) {
            throw new LogError("this is not what slot " + slot + " of event " + event + " was sealed over");
        }
        int place = records.place(event);
        next(slot, place, count);
        complete(event, place, slot, owed);
    }

    private void next(int slot, int place, long count) throws LogError {
        boolean begins = places[slot] < 0;
        if (place <= places[slot]) {
            throw new LogError("the records of slot " + slot + " are not in the order of the log");
        }
        if (begins ? records.fromTheBeginning() && count != 1 : count != last[slot] + 1) {
            throw new LogError("record " + records.index(place) + " is number " + count + " of slot " + slot
                    + ", after " + (begins ? "none" : last[slot]) + ": one is kept back");
        }
        if (slot == Slots.JOINT && count != records.index(place) + 1) {
            throw new LogError("record " + records.index(place) + " is not number " + count + " of all");
        }
        if (begins && slot == reader) {
            first = count;
        }
        last[slot] = count;
        places[slot] = place;
    }

    private void complete(UUID event, int place, int slot, long owed) throws LogError {
        long missing = owed & ~records.shown(place);
        for (Field field : Field.values()) {
            if (Owed.has(missing, field)) {
                if (!openings.erased(event, field)) {
                    throw new LogError("record " + records.index(place) + ": field " + field.number() + " of event "
                            + event + " is owed to slot " + slot + ", and neither opened nor erased");
                }
                missing -= field.bit();
            }
        }
        if (missing != 0) {
            throw new LogError("record " + records.index(place) + ": a list of what event " + event
                    + " opened is owed to slot " + slot + " and not there");
        }
    }

    /** Whether nothing is kept back from whoever it was made for. */
    boolean everything() {
        return reader == Slots.JOINT;
    }

    /** The joint auditor's numbers are those of the log: none may be missing at the end either. */
    void nothingElse() throws LogError {
        if (reader == Slots.JOINT && places[reader] != records.count() - 1) {
            throw new LogError(
                    "record " + records.index(places[reader] + 1) + ": it is kept back from the joint auditor");
        }
    }

    /** For whom the bundle is and how far it reaches, in words. */
    String told() {
        String whose = reader == Slots.JOINT ? "the joint auditor" : "organisation " + reader;
        return places[reader] < 0
                ? whose + ", of whose events there is none"
                : whose + ", events " + first + " to " + last[reader] + ", the last made at "
                        + Instant.ofEpochSecond(records.minute(places[reader]) * 60L);
    }
}
