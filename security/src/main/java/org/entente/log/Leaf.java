package org.entente.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One record of the audit log, format v1: binary, big-endian, at most 2 KB. {@code orgSeq} is dense per acting organisation
 * and given by the sequencer; it is 0 until then.
 *
 * @param eventType the registered number of the action, unsigned 16 bit
 * @param occurredMs milliseconds since the epoch, UTC; informative, never used for order
 * @param actorOrg the acting organisation's number, 255 for the platform itself
 * @param subjectOrgs one bit for each organisation whose products or people the event concerns
 * @param policyHash SHA-256 of the rule set and world version that decided
 */
public record Leaf(
        UUID eventId,
        int eventType,
        long occurredMs,
        int actorOrg,
        int subjectOrgs,
        long orgSeq,
        Outcome outcome,
        Mode mode,
        byte[] policyHash,
        List<Field> fields) {

    public static final int MAX_BYTES = 2048;
    private static final byte[] MAGIC = "ENT1".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER_BYTES = 4 + 16 + 2 + 8 + 1 + 2 + 8 + 1 + 1 + 32 + 2;
    static final int FIELD_BYTES = 2 + 32;

    /** How the operation ended. */
    public enum Outcome {
        PERMIT(0),
        DENY(1),
        ERROR(2);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        static Outcome of(int code) {
            for (Outcome one : values()) {
                if (one.code == code) {
                    return one;
                }
            }
            throw new IllegalArgumentException("no code of a record: " + code);
        }
    }

    /** What had to be durable before the answer left: D the record itself, W its cosigned checkpoint. */
    public enum Mode {
        D(0),
        W(1);

        private final int code;

        Mode(int code) {
            this.code = code;
        }

        static Mode of(int code) {
            for (Mode one : values()) {
                if (one.code == code) {
                    return one;
                }
            }
            throw new IllegalArgumentException("no code of a record: " + code);
        }
    }

    /** A field's number and the digest of its opening. */
    public record Field(int id, byte[] digest) {
        public Field {
            if (digest.length != 32 || id < 0 || id > 0xFFFF) {
                throw new IllegalArgumentException("a field is a number and 32 bytes");
            }
        }
    }

    public Leaf {
        fields = List.copyOf(fields);
        if (policyHash.length != 32) {
            throw new IllegalArgumentException("a policy hash has 32 bytes");
        }
        if (HEADER_BYTES + FIELD_BYTES * fields.size() > MAX_BYTES) {
            throw new IllegalArgumentException("too many fields for a record: " + fields.size());
        }
    }

    /** Reads a record; whatever {@link #encoded} would not have written is refused. */
    public static Leaf decode(byte[] record) throws LogError {
        LeafView view = new LeafView();
        view.read(record, 0, record.length);
        List<Field> fields = new ArrayList<>(view.fields());
        for (int i = 0; i < view.fields(); i++) {
            fields.add(new Field(view.fieldId(i), view.digest(i)));
        }
        return new Leaf(
                view.eventId(),
                view.eventType(),
                view.occurredMs(),
                view.actorOrg(),
                view.subjectOrgs(),
                view.orgSeq(),
                Outcome.of(view.outcome()),
                Mode.of(view.mode()),
                view.policyHash(),
                fields);
    }

    /** The same record with its organisation's running number, which only the sequencer gives: dense, from 1. */
    public static byte[] sequenced(byte[] record, long orgSeq) throws LogError {
        new LeafView().read(record, 0, record.length);
        if (orgSeq < 1) {
            throw new IllegalArgumentException("running numbers begin with 1, not " + orgSeq);
        }
        byte[] sequenced = record.clone();
        ByteBuffer.wrap(sequenced).putLong(LeafView.ORG_SEQ, orgSeq);
        return sequenced;
    }

    public byte[] encoded() {
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + FIELD_BYTES * fields.size());
        out.put(MAGIC)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .putShort((short) eventType)
                .putLong(occurredMs)
                .put((byte) actorOrg)
                .putShort((short) subjectOrgs)
                .putLong(orgSeq)
                .put((byte) outcome.code)
                .put((byte) mode.code)
                .put(policyHash)
                .putShort((short) fields.size());
        for (Field field : fields) {
            out.putShort((short) field.id()).put(field.digest());
        }
        return out.array();
    }
}
