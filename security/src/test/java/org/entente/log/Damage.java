package org.entente.log;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/** Bytes with a few wounds, repeatable by seed. */
public final class Damage {
    private Damage() {}

    public static byte[] of(byte[] sound, SplittableRandom random) {
        byte[] damaged = sound.clone();
        for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
            int at = random.nextInt(damaged.length + 1);
            int to = Math.min(damaged.length, at + 1 + random.nextInt(8));
            damaged = switch (random.nextInt(6)) {
                case 0 -> joined(damaged, at, new byte[0], to);
                case 1 -> joined(damaged, at, bytes(random), at);
                case 2 -> joined(damaged, to, java.util.Arrays.copyOfRange(damaged, at, to), to);
                case 3 -> java.util.Arrays.copyOf(damaged, at);
                default -> {
                    if (at < damaged.length) {
                        damaged[at] ^= (byte) (1 << random.nextInt(8));
                    }
                    yield damaged;
                }
            };
        }
        return damaged;
    }

    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[1 + random.nextInt(6)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int upTo, byte[] middle, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, upTo);
        out.writeBytes(middle);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }
}
