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
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final int MAGIC = 0x454E5432;
    private static final int EVENT_ID = 4;
    private static final int MINUTE = EVENT_ID + 16;
    static final int SLOTS = MINUTE + 4;
    static final int DIGESTS = SLOTS + Leaf.HASH;

    private byte[] bytes = new byte[Leaf.BYTES];
    private int from;

    /** Turns to the record in these bytes; refuses what is no record. */
    public void read(byte[] in, int at, int length) throws LogError {
        if (length != Leaf.BYTES) {
            throw new LogError("a record has " + Leaf.BYTES + " bytes, this has " + length);
        }
        bytes = in;
        from = at;
        if ((int) INT.get(bytes, from) != MAGIC) {
            throw new LogError("the record does not begin with ENT2");
        }
        if (minute() < 0) {
            throw new LogError("the record is of an impossible minute");
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

    public int minute() {
        return (int) INT.get(bytes, from + MINUTE);
    }

    /** Root over the slots. */
    public byte[] slots() {
        return Arrays.copyOfRange(bytes, from + SLOTS, from + DIGESTS);
    }

    public byte[] digest(Field field) {
        int at = from + DIGESTS + (field.number() - 1) * Leaf.HASH;
        return Arrays.copyOfRange(bytes, at, at + Leaf.HASH);
    }

    byte[] digests() {
        return Arrays.copyOfRange(bytes, from + DIGESTS, from + Leaf.BYTES);
    }
}
