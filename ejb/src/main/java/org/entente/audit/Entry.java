package org.entente.audit;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.entente.log.Field;
import org.entente.log.Leaf;
import org.entente.log.Opened;
import org.entente.log.Opening;
import org.jspecify.annotations.Nullable;

/**
 * An event made ready for the tables: its record for the outbox, its openings beside it.
 *
 * @param salts of the fields in their order, 32 bytes each; random where there is no value
 * @param owed by slot, 9 bytes each
 */
record Entry(Event event, byte[] record, byte[] salts, byte[] owed, Opened opened) {
    static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OUTBOX = "INSERT INTO audit_outbox (event_id, record, owed) VALUES (?, ?, ?)";
    private static final String OPENING = """
            INSERT INTO audit_opening (event_id, occurred_at, action, outcome, actor_org, subject_orgs, policy_hash,
              person, hat, roles, mission, session, address, object, object_version, originator, marking, decision, reasons, purpose,
              detail, hat_ground, object_ground, made, mode, opened_seed, owed, salts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LIST = "INSERT INTO audit_opened (event_id, slot, list) VALUES (?, ?, ?)";
    private static final List<Field> COLUMNS = List.of(
            Field.PERSON,
            Field.HAT,
            Field.ROLES,
            Field.MISSION,
            Field.SESSION,
            Field.ADDRESS,
            Field.OBJECT,
            Field.OBJECT_VERSION,
            Field.ORIGINATOR,
            Field.MARKING,
            Field.DECISION,
            Field.REASONS,
            Field.PURPOSE,
            Field.DETAIL,
            Field.HAT_GROUND,
            Field.OBJECT_GROUND,
            Field.MADE,
            Field.MODE);

    static Entry of(Event event) {
        Map<Field, String> values = event.values();
        Opened opened = new Opened(random(SALT), event.opened().lists());
        byte[] salts = random(SALT * Field.COUNT);
        // an absent value carries a random digest, so that its absence tells nothing
        byte[] digests = random(SALT * Field.COUNT);
        for (Field field : Field.values()) {
            byte[] digest = field == Field.OPENED ? opened.rootFor(event.id()) : digest(event, field, salts, values);
            if (digest != null) {
                System.arraycopy(digest, 0, digests, at(field), SALT);
            }
        }
        return new Entry(
                event,
                // the exercise's clock may stand in 2013; the log grows now
                Leaf.made(event.id(), Instant.now(), digests).encoded(),
                salts,
                encoded(Owing.of(event, values, opened.lists().keySet())),
                opened);
    }

    /** Where a field's bytes begin among all fields'. */
    static int at(Field field) {
        return SALT * (field.number() - 1);
    }

    private static byte @Nullable [] digest(Event event, Field field, byte[] salts, Map<Field, String> values) {
        String value = values.get(field);
        return value == null
                ? null
                : Opening.of(field, Arrays.copyOfRange(salts, at(field), at(field) + SALT), value)
                        .digestFor(event.id());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] encoded(SortedMap<Integer, Long> owed) {
        ByteBuffer out = ByteBuffer.allocate(owed.size() * (1 + Long.BYTES));
        owed.forEach((slot, bits) -> out.put(slot.byteValue()).putLong(bits));
        return out.array();
    }

    /** Writes all entries on this connection; the caller owns the transaction. */
    static void write(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement outbox = connection.prepareStatement(OUTBOX);
                PreparedStatement opening = connection.prepareStatement(OPENING);
                PreparedStatement list = connection.prepareStatement(LIST)) {
            boolean lists = false;
            for (Entry entry : entries) {
                byte[] id = EventId.bytes(entry.event.id());
                outbox.setBytes(1, id);
                outbox.setBytes(2, entry.record);
                outbox.setBytes(3, entry.owed);
                outbox.addBatch();
                entry.bind(opening);
                opening.addBatch();
                for (Map.Entry<Integer, String> one : entry.opened.lists().entrySet()) {
                    list.setBytes(1, id);
                    list.setInt(2, one.getKey());
                    list.setString(3, one.getValue());
                    list.addBatch();
                    lists = true;
                }
            }
            outbox.executeBatch();
            opening.executeBatch();
            if (lists) {
                list.executeBatch();
            }
        }
    }

    private void bind(PreparedStatement s) throws SQLException {
        Map<Field, String> values = event.values();
        s.setBytes(1, EventId.bytes(event.id()));
        s.setObject(2, LocalDateTime.ofInstant(event.occurred(), ZoneOffset.UTC));
        s.setString(3, event.action());
        s.setString(4, event.outcome().name());
        s.setString(5, event.actorOrg());
        s.setInt(6, event.subjectOrgs());
        s.setBytes(7, event.policyHash());
        int i = 8;
        for (Field field : COLUMNS) {
            s.setString(i++, values.get(field));
        }
        s.setBytes(i++, opened.seed());
        s.setBytes(i++, owed);
        s.setBytes(i, salts);
    }
}
