package org.entente.running;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of an account's second factor (RFC 6238); each is good once. In the realm for tests there is one each second. */
public final class SecondFactor {
    private static final int PERIOD = 1;
    /** How far ahead of its time the realm takes a code, less what a page may take to bring it there. */
    private static final int AHEAD = 25;

    private static final Map<String, Long> USED = new ConcurrentHashMap<>();

    private SecondFactor() {}

    /** A code that this account has not used yet; whoever used up all that are good now waits for the next. */
    public static synchronized String code(String name) {
        long now = Instant.now().getEpochSecond() / PERIOD;
        long next = Math.max(now, USED.getOrDefault(name, 0L) + 1);
        while (next > Instant.now().getEpochSecond() / PERIOD + AHEAD) {
            pause();
        }
        USED.put(name, next);
        return at(name, next);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String at(String name, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(("entente-exercise-" + name).getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", truncated % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
