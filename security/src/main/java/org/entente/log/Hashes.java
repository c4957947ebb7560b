package org.entente.log;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Hashes and other bytes as text: base64 in the one way of writing that there is, so that a text has one meaning. */
public final class Hashes {
    private static final int DEEPEST = 63;

    private Hashes() {}

    public static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes of a base64 text with its padding, and with nothing in the bits that are left over. */
    public static byte[] bytes(String text) throws LogError {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (text(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new LogError("this is not base64: " + shortened(text));
        }
        throw new LogError("this is not base64 as it must be written: " + shortened(text));
    }

    public static byte[] sha256(byte[] bytes) {
        return TreeHash.sha256().digest(bytes);
    }

    public static byte[] hash(String text) throws LogError {
        byte[] bytes = bytes(text);
        if (bytes.length != TreeHash.BYTES) {
            throw new LogError("a hash has 32 bytes, not " + bytes.length);
        }
        return bytes;
    }

    static List<byte[]> hashes(List<String> lines) throws LogError {
        if (lines.size() > DEEPEST) {
            throw new LogError("a proof has at most 63 hashes");
        }
        List<byte[]> hashes = new ArrayList<>(lines.size());
        for (String line : lines) {
            hashes.add(hash(line));
        }
        return hashes;
    }

    /** A number of records: decimal, no sign, no leading zero, at most 63 bits. */
    static long size(String text) throws LogError {
        boolean digits = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && (text.length() == 1 || text.charAt(0) != '0')) {
            long size = Long.parseUnsignedLong(text);
            if (size >= 0) {
                return size;
            }
        }
        throw new LogError("this is not a size: " + shortened(text));
    }

    static boolean sound(List<byte[]> hashes) {
        return hashes.size() <= DEEPEST && hashes.stream().allMatch(hash -> hash.length == TreeHash.BYTES);
    }

    static String shortened(String text) {
        String clean = text.replaceAll("[^ -~]", "?");
        return clean.length() > 40 ? clean.substring(0, 40) + "..." : clean;
    }
}
