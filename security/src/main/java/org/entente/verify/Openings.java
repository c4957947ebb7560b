package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.entente.json.JsonFields;
import org.entente.log.LeafView;
import org.entente.log.LogError;
import org.entente.log.Opening;

/** What stands behind the fields that this auditor may see, and what was erased, each erasure with the event that did it. */
final class Openings {
    private final Records records;
    private final Set<Field> erased = new HashSet<>();

    private record Field(UUID event, int number) {}

    Openings(Records records) {
        this.records = records;
    }

    void erasure(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        int number = fields.number("field");
        UUID by = JsonLines.event(fields, "by");
        digest(records.find(event), number);
        if (records.place(by) <= records.place(event)) {
            throw new LogError("event " + by + " cannot have erased what came after it");
        }
        if (!erased.add(new Field(event, number))) {
            throw new LogError("field " + number + " of event " + event + " was erased already");
        }
    }

    void opening(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        int number = fields.number("field");
        byte[] salt = JsonLines.base64(fields, "salt");
        byte[] value = fields.rawText("value").getBytes(UTF_8);
        if (salt.length != 32) {
            throw new LogError("a salt has 32 bytes");
        }
        byte[] digest = digest(records.find(event), number);
        if (!Arrays.equals(new Opening(number, salt, value).sealedFor(event).digest(), digest)) {
            throw new LogError("this is not what field " + number + " of event " + event + " was sealed over");
        }
        if (erased.contains(new Field(event, number))) {
            throw new LogError("field " + number + " of event " + event + " is said to be erased, and here it is");
        }
    }

    static byte[] digest(LeafView record, int number) throws LogError {
        for (int i = 0; i < record.fields(); i++) {
            if (record.fieldId(i) == number) {
                return record.digest(i);
            }
        }
        throw new LogError("event " + record.eventId() + " has no field " + number);
    }
}
