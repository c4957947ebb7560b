package org.entente.deploy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The second factor of an account of the exercise: RFC 6238 with SHA-1, six digits and 30 s, under a key that anybody can work
 * out. Only the exercise's realm has such keys.
 */
final class Code {
    private static final int PERIOD = 30;

    private Code() {}

    static String of(String person, Instant now) {
        return of(("entente-exercise-" + person).getBytes(StandardCharsets.US_ASCII), now);
    }

    static String of(byte[] key, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / PERIOD)
                    .array());
            int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", truncated % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
