package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.entente.gate.Refused;
import org.entente.world.PlatformKey;
import org.jspecify.annotations.Nullable;

/** Where a page ended, sealed for the hat that read it: another hat cannot go on from there, and nobody can make one up. */
@ApplicationScoped
class Cursors {
    private static final int SEAL = 16;

    @Inject
    private PlatformKey key;

    String after(Row row, String hat, Filter filter) {
        byte[] number = row.number().getBytes(StandardCharsets.US_ASCII);
        byte[] place = ByteBuffer.allocate(8 + number.length)
                .putLong(row.published())
                .put(number)
                .array();
        byte[] seal = seal(place, hat, filter);
        byte[] whole =
                ByteBuffer.allocate(SEAL + place.length).put(seal).put(place).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    @Nullable
    Row open(@Nullable String cursor, String hat, Filter filter) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        if (whole.length < SEAL + 8) {
            throw foreign();
        }
        byte[] place = Arrays.copyOfRange(whole, SEAL, whole.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(whole, SEAL), seal(place, hat, filter))) {
            throw foreign();
        }
        ByteBuffer parts = ByteBuffer.wrap(place);
        long published = parts.getLong();
        return new Row(published, StandardCharsets.US_ASCII.decode(parts).toString(), 0, 0);
    }

    private static Refused foreign() {
        return Refused.malformed("cursor", "after", "CURSOR", "This cursor belongs to another hat or another query.");
    }

    private byte[] seal(byte[] place, String hat, Filter filter) {
        byte[] use = ("cursor\u0000" + hat + "\u0000" + filter + "\u0000").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(key.seal(use, place), SEAL);
    }
}
