package org.entente.running;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that will be so, looking often, and never longer than it may take. */
public final class Patience {
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);

    private Patience() {}

    public static void until(Duration limit, String what, BooleanSupplier so) {
        Instant end = Instant.now().plus(limit);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
