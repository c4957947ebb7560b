package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.log.EventTypes;
import org.entente.log.Field;
import org.entente.log.Hashes;
import org.entente.log.LogError;
import org.entente.log.Opened;
import org.entente.log.Opening;
import org.entente.log.Owed;

/** What stands behind the fields that this auditor may see, and what was erased, each erasure with the event that did it. */
final class Openings {
    private static final int ERASES = EventTypes.number("APPROVE_PURGE");

    private final Records records;
    private final Receipts receipts;
    private final ActRows rows;
    private final Map<Erased, UUID> erased = new HashMap<>();
    private final Map<UUID, TreeSet<Integer>> purges = new HashMap<>();
    private final Map<UUID, String> certificates = new HashMap<>();

    private record Erased(UUID event, Field field) {}

    Openings(Records records, Receipts receipts, ActRows rows) {
        this.records = records;
        this.receipts = receipts;
        this.rows = rows;
    }

    void erasure(JsonFields fields) throws LogError {
        UUID event = JsonLines.event(fields, "event");
        Field field = Field.of(fields.number("field"));
        UUID by = JsonLines.event(fields, "by");
        int erased = records.place(event);
        if (records.partial() ? records.has(by) && records.place(by) <= erased : records.place(by) <= erased) {
            throw new LogError("event " + by + " cannot have erased what came after it");
        }
        if (this.erased.put(new Erased(event, field), by) != null) {
            throw new LogError("field " + field.number() + " of event " + event + " was erased already");
        }
        purges.computeIfAbsent(by, b -> new TreeSet<>()).add(erased);
    }

    void opening(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        Field field = Field.of(fields.number("field"));
        byte[] salt = JsonLines.hash(fields, "salt");
        String value = fields.rawText("value");
        byte[] digest = new Opening(field, salt, value.getBytes(UTF_8)).digestFor(event);
        if (!Arrays.equals(digest, records.find(event).digest(field))) {
            throw new LogError("this is not what field " + field.number() + " of event " + event + " was sealed over");
        }
        if (erased.containsKey(new Erased(event, field))) {
            throw new LogError(
                    "field " + field.number() + " of event " + event + " is said to be erased, and here it is");
        }
        int place = records.place(event);
        records.show(place, field.bit());
        switch (field) {
            case ACTION -> records.type(place, registered(value));
            case OUTCOME -> {
                if (value.equals("PERMIT")) {
                    records.permit(place);
                }
            }
            case OBJECT -> receipts.object(place, value);
            case MADE -> rows.sealed(event, place, value);
            case DETAIL -> {
                if (purges.containsKey(event)) {
                    certificates.put(event, value);
                }
            }
            default -> {}
        }
    }

    /** A list of what an event opened of one organisation. */
    void list(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        int slot = JsonLines.slot(fields);
        Opened.Shown shown = new Opened.Shown(
                slot, fields.rawText("list"), JsonLines.hash(fields, "salt"), JsonLines.hashes(fields, "path"));
        if (!Arrays.equals(shown.rootFor(event), records.find(event).digest(Field.OPENED))) {
            throw new LogError("this is not the list that event " + event + " was sealed over");
        }
        records.show(records.place(event), Owed.list(slot));
    }

    /**
     * An erasure is the work of a purge that was approved, and of nothing else. Answers how many are of purges after the range,
     * which another bundle has to show.
     */
    int erasuresHadAnOrder() throws LogError {
        int later = 0;
        for (Map.Entry<Erased, UUID> one : erased.entrySet()) {
            if (!records.has(one.getValue())) {
                later++;
                continue;
            }
            int by = records.place(one.getValue());
            if (records.type(by) != ERASES || !records.permitted(by)) {
                throw new LogError("field " + one.getKey().field.number() + " of event " + one.getKey().event
                        + " is said to be erased by event " + one.getValue() + ", which is no purge");
            }
        }
        return later;
    }

    /** To whom nothing is kept back a purge shows exactly what it certified: SHA-256 over the ids of the events, in the order of the log. */
    void erasuresAreCertified() throws IOException, LogError {
        for (Map.Entry<UUID, TreeSet<Integer>> one : purges.entrySet()) {
            if (!records.has(one.getKey())) {
                continue;
            }
            ByteBuffer ids = ByteBuffer.allocate(2 * Long.BYTES * one.getValue().size());
            for (int place : one.getValue()) {
                UUID event = records.event(place);
                ids.putLong(event.getMostSignificantBits()).putLong(event.getLeastSignificantBits());
            }
            String digest = HexFormat.of().formatHex(Hashes.sha256(ids.array()));
            if (!certificates.getOrDefault(one.getKey(), "").contains(digest)) {
                throw new LogError("the purge of record " + records.index(records.place(one.getKey()))
                        + " did not certify the erasures that are said to be its work");
            }
        }
    }

    boolean erased(UUID event, Field field) {
        return erased.containsKey(new Erased(event, field));
    }

    private static int registered(String value) throws LogError {
        if (!value.matches("[1-9][0-9]{0,4}") || !EventTypes.isKnown(Integer.parseInt(value))) {
            throw new LogError("no action has the number " + value);
        }
        return Integer.parseInt(value);
    }
}
