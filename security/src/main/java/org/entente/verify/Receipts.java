package org.entente.verify;

import java.io.IOException;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.log.LogError;

/** Releases and handovers as the business tables have them: each is in the log once, and the log has no other. */
final class Receipts {
    private final Records records;
    private final Set<Integer> types = new TreeSet<>();
    private final BitSet matched = new BitSet();

    private enum What {
        release,
        handover
    }

    Receipts(Records records) {
        this.records = records;
    }

    void type(int type) {
        types.add(type);
    }

    void receipt(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        int type = fields.number("type");
        fields.oneOf("what", What.class);
        fields.text("ref");
        int place = records.place(event);
        if (!types.contains(type)) {
            throw new LogError("the type " + type + " is not among those that have receipts");
        }
        if (records.type(place) != type) {
            throw new LogError("record " + records.index(place) + " has the type " + records.type(place)
                    + ", the receipt " + type);
        }
        if (matched.get(place)) {
            throw new LogError("there is a second receipt for record " + records.index(place));
        }
        matched.set(place);
    }

    void nothingElse() throws LogError {
        for (int place = 0; place < records.count(); place++) {
            if (types.contains(records.type(place)) && !matched.get(place)) {
                throw new LogError("record " + records.index(place) + ": it has no receipt");
            }
        }
    }
}
