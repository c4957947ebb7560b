package org.entente.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.log.Field;
import org.entente.log.LogError;
import org.entente.log.Made;

/**
 * What acts wrote of whoever signed or may do what, and the tables as they stand against it: each row is as the last act left it, and
 * no row is there, or missing, that no act made so.
 */
final class ActRows {
    private final Records records;
    private final Map<UUID, Made> made = new LinkedHashMap<>();
    private final Map<Integer, Sealed> sealed = new HashMap<>();
    private final Map<Written, byte[]> written = new HashMap<>();
    private final Set<Written> overwritten = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();
    private int byOthers;

    private record Sealed(UUID event, String digest) {}

    private record Written(String row, UUID event) {}

    ActRows(Records records) {
        this.records = records;
    }

    void line(JsonFields fields) throws LogError {
        UUID event = JsonLines.event(fields, "event");
        String kind = fields.text("kind");
        String key = fields.text("key");
        byte[] digest = JsonLines.hash(fields, "digest");
        String before = fields.rawText("after");
        UUID after = before.isEmpty() ? null : JsonLines.event(fields, "after");
        records.place(event);
        made.computeIfAbsent(event, e -> new Made()).add(kind, key, digest, after);
        written.put(new Written(row(kind, key), event), digest);
        missing.add(row(kind, key));
        if (after != null && !overwritten.add(new Written(row(kind, key), after))) {
            throw new LogError("two events wrote " + row(kind, key) + " over what " + after + " had written");
        }
    }

    /** What field 18 of an event says that its lines come to. */
    void sealed(UUID event, int place, String digest) {
        sealed.put(place, new Sealed(event, digest));
    }

    /** Each event's lines are those that it was sealed over, and whoever is told who acted is told all of them. */
    void agree(Openings openings) throws LogError {
        for (Map.Entry<UUID, Made> one : made.entrySet()) {
            Sealed by = sealed.get(records.place(one.getKey()));
            if (by == null || !by.digest.equals(one.getValue().digest())) {
                throw new LogError("record " + records.index(records.place(one.getKey()))
                        + ": this is not what it wrote, or not all of it");
            }
        }
        for (Map.Entry<Integer, Sealed> one : sealed.entrySet()) {
            UUID event = one.getValue().event;
            boolean told =
                    (records.shown(one.getKey()) & Field.PERSON.bit()) != 0 || openings.erased(event, Field.PERSON);
            if (told && !made.containsKey(event)) {
                throw new LogError("record " + records.index(one.getKey()) + ": what it wrote is kept back");
            }
        }
    }

    /** A row as it stands in the tables now, and the event that is said to have written it last. */
    void row(JsonFields fields) throws IOException, LogError {
        String kind = fields.text("kind");
        String key = fields.text("key");
        byte[] digest = JsonLines.hash(fields, "digest");
        if (fields.rawText("event").isEmpty()) {
            throw new LogError("no act made " + kind + " " + key);
        }
        UUID event = JsonLines.event(fields, "event");
        Written by = new Written(row(kind, key), event);
        missing.remove(by.row);
        if (!records.has(event) || !made.containsKey(event)) {
            // made after what is published here, or by somebody whose acts are not this auditor's to see
            byOthers++;
        } else if (overwritten.contains(by) || !Arrays.equals(written.get(by), digest)) {
            throw new LogError("no act made " + kind + " " + key + " as it stands");
        }
    }

    /** Once all rows were seen: what an act made and nobody took away is there. Answers how many rows others wrote last. */
    int nothingMissing() throws LogError {
        if (!missing.isEmpty()) {
            throw new LogError("an act made " + missing.iterator().next() + ", and it is no longer there");
        }
        return byOthers;
    }

    private static String row(String kind, String key) {
        return kind + " " + key;
    }
}
