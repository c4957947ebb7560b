package org.entente.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.log.Leaf;
import org.entente.log.Opening;
import org.jspecify.annotations.Nullable;

/** An event made ready for the tables: its record for the outbox, its openings beside it. */
record Entry(Event event, byte[] record, byte[] salts) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OUTBOX = "INSERT INTO audit_outbox (event_id, record) VALUES (?, ?)";
    private static final String OPENING = """
            INSERT INTO audit_opening (event_id, occurred_at, action, outcome, actor_org, subject_orgs, policy_hash,
              person, hat, roles, mission, session, address, object, object_version, originator, marking, decision, reasons, purpose,
              detail, hat_ground, object_ground, salts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static Entry of(Event event) {
        @Nullable String[] values = event.values();
        ByteArrayOutputStream salts = new ByteArrayOutputStream(32 * values.length);
        List<Leaf.Field> fields = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            byte[] salt = new byte[32];
            RANDOM.nextBytes(salt);
            salts.writeBytes(salt);
            fields.add(field(event.id(), i + 1, salt, values[i]));
        }
        Leaf leaf = new Leaf(
                event.id(),
                event.type(),
                event.occurred().toEpochMilli(),
                event.actorBit(),
                event.subjectOrgs(),
                0,
                event.outcome(),
                event.mode(),
                event.policyHash(),
                fields);
        return new Entry(event, leaf.encoded(), salts.toByteArray());
    }

    /** An absent value carries a random digest, so that its absence tells nothing. */
    private static Leaf.Field field(UUID event, int id, byte[] salt, @Nullable String value) {
        if (value != null) {
            return new Opening(id, salt, value.getBytes(StandardCharsets.UTF_8)).sealedFor(event);
        }
        byte[] noise = new byte[32];
        RANDOM.nextBytes(noise);
        return new Leaf.Field(id, noise);
    }

    /** Writes all entries on this connection; the caller owns the transaction. */
    static void write(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement outbox = connection.prepareStatement(OUTBOX);
                PreparedStatement opening = connection.prepareStatement(OPENING)) {
            for (Entry entry : entries) {
                outbox.setBytes(1, EventId.bytes(entry.event.id()));
                outbox.setBytes(2, entry.record);
                outbox.addBatch();
                entry.bind(opening);
                opening.addBatch();
            }
            outbox.executeBatch();
            opening.executeBatch();
        }
    }

    private void bind(PreparedStatement s) throws SQLException {
        s.setBytes(1, EventId.bytes(event.id()));
        s.setObject(2, LocalDateTime.ofInstant(event.occurred(), ZoneOffset.UTC));
        s.setString(3, event.action());
        s.setString(4, event.outcome().name());
        s.setString(5, event.actorOrg());
        s.setInt(6, event.subjectOrgs());
        s.setBytes(7, event.policyHash());
        int i = 8;
        for (@Nullable String value : event.values()) {
            s.setString(i++, value);
        }
        s.setBytes(i, salts);
    }
}
