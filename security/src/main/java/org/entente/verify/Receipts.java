package org.entente.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.log.LogError;

/**
 * Releases and handovers as the business tables have them: each is in the log once, of the same thing, and the log has no other, as
 * far as this auditor may know of them.
 */
final class Receipts {
    private final Records records;
    private final Set<Integer> types = new TreeSet<>();
    private final Map<Integer, Receipt> receipts = new HashMap<>();
    private final Map<Integer, String> objects = new HashMap<>();

    private record Receipt(int line, int type, String reference) {}

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

    void receipt(JsonFields fields) throws LogError {
        UUID event = JsonLines.event(fields, "event");
        int type = fields.number("type");
        fields.oneOf("what", What.class);
        String reference = fields.text("ref");
        int place = records.place(event);
        if (!types.contains(type)) {
            throw new LogError("the type " + type + " is not among those that have receipts");
        }
        if (receipts.put(place, new Receipt(receipts.size() + 1, type, reference)) != null) {
            throw new LogError("there is a second receipt for record " + records.index(place));
        }
    }

    /** What an event acted on, as its opening says; remembered where there is a receipt of it. */
    void object(int place, String value) {
        if (receipts.containsKey(place)) {
            objects.put(place, value);
        }
    }

    /** Each receipt against its record, and each record against its receipt, once everything has been opened. */
    void agree() throws LogError {
        for (Map.Entry<Integer, Receipt> one : receipts.entrySet()) {
            int place = one.getKey();
            Receipt receipt = one.getValue();
            if (records.type(place) != receipt.type || !records.permitted(place)) {
                throw new LogError("receipts.jsonl line " + receipt.line + ": record " + records.index(place)
                        + " has the type " + records.type(place) + ", the receipt " + receipt.type);
            }
            if (!receipt.reference.equals(objects.getOrDefault(place, "-"))) {
                throw new LogError("receipts.jsonl line " + receipt.line + ": record " + records.index(place)
                        + " is about " + objects.getOrDefault(place, "-") + ", the receipt about " + receipt.reference);
            }
        }
        for (int place = 0; place < records.count(); place++) {
            if (types.contains(records.type(place)) && records.permitted(place) && !receipts.containsKey(place)) {
                throw new LogError("record " + records.index(place) + ": it has no receipt");
            }
        }
    }
}
