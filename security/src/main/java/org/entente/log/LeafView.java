package org.entente.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;

/** Looks at records where they lie, one after the other, without taking them apart: what a verifier of millions needs. */
public final class LeafView {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final int MAGIC = 0x454E5431;
    private static final int EVENT_ID = 4;
    private static final int EVENT_TYPE = EVENT_ID + 16;
    private static final int OCCURRED = EVENT_TYPE + 2;
    private static final int ACTOR = OCCURRED + 8;
    private static final int SUBJECTS = ACTOR + 1;
    static final int ORG_SEQ = SUBJECTS + 2;
    private static final int OUTCOME = ORG_SEQ + 8;
    private static final int MODE = OUTCOME + 1;
    private static final int POLICY = MODE + 1;
    private static final int COUNT = POLICY + 32;

    private byte[] bytes = new byte[Leaf.HEADER_BYTES];
    private int from;
    private int fields;

    /** Turns to the record in these bytes; refuses what is no record. */
    public void read(byte[] in, int at, int length) throws LogError {
        bytes = in;
        from = at;
        if (length < Leaf.HEADER_BYTES) {
            throw new LogError("a record has at least " + Leaf.HEADER_BYTES + " bytes, this has " + length);
        }
        if (length > Leaf.MAX_BYTES) {
            throw new LogError("a record has at most " + Leaf.MAX_BYTES + " bytes, this has " + length);
        }
        if ((number(0) << 16 | number(2)) != MAGIC) {
            throw new LogError("the record does not begin with ENT1");
        }
        fields = number(COUNT);
        if (length != Leaf.HEADER_BYTES + fields * Leaf.FIELD_BYTES) {
            throw new LogError("the record says that it has " + fields + " fields, its length says otherwise");
        }
        if (outcome() > 2) {
            throw new LogError("the record has the unknown outcome " + outcome());
        }
        if (mode() > 1) {
            throw new LogError("the record has the unknown mode " + mode());
        }
        if (orgSeq() < 0) {
            throw new LogError("the record has an impossible running number");
        }
    }

    public long eventIdHigh() {
        return (long) LONG.get(bytes, from + EVENT_ID);
    }

    public long eventIdLow() {
        return (long) LONG.get(bytes, from + EVENT_ID + 8);
    }

    public UUID eventId() {
        return new UUID(eventIdHigh(), eventIdLow());
    }

    public int eventType() {
        return number(EVENT_TYPE);
    }

    public long occurredMs() {
        return (long) LONG.get(bytes, from + OCCURRED);
    }

    public int actorOrg() {
        return bytes[from + ACTOR] & 0xFF;
    }

    public int subjectOrgs() {
        return number(SUBJECTS);
    }

    public long orgSeq() {
        return (long) LONG.get(bytes, from + ORG_SEQ);
    }

    public int outcome() {
        return bytes[from + OUTCOME] & 0xFF;
    }

    public int mode() {
        return bytes[from + MODE] & 0xFF;
    }

    public byte[] policyHash() {
        return Arrays.copyOfRange(bytes, from + POLICY, from + COUNT);
    }

    /** How many fields the record has. */
    public int fields() {
        return fields;
    }

    public int fieldId(int field) {
        return number(Leaf.HEADER_BYTES + field * Leaf.FIELD_BYTES);
    }

    public byte[] digest(int field) {
        int at = from + Leaf.HEADER_BYTES + field * Leaf.FIELD_BYTES + 2;
        return Arrays.copyOfRange(bytes, at, at + 32);
    }

    private int number(int at) {
        return (bytes[from + at] & 0xFF) << 8 | (bytes[from + at + 1] & 0xFF);
    }
}
