package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one act wrote, a line each: a version of a product's content, one of the world, a row of somebody who signed or may do
 * something. The act's record is sealed over them (field 18), so that the tables can be held against the log.
 */
public final class Made {
    private static final String BETWEEN = "\t";

    private static final String FIRST = "-";

    private final SortedMap<String, String> lines = new TreeMap<>();

    /**
     * One more; of what is written twice the last counts.
     *
     * @param kind of row, as in {@code delegation}
     * @param key which of that kind; without tabs
     * @param digest SHA-256 over what the row says
     * @param after the event that wrote it before, null if none did
     */
    public void add(String kind, String key, byte[] digest, @Nullable UUID after) {
        lines.put(kind + BETWEEN + key, HexFormat.of().formatHex(digest) + BETWEEN + (after == null ? FIRST : after));
    }

    /**
     * SHA-256 in hexadecimal over the lines {@code kind TAB key TAB digest TAB after LF}, sorted by kind and key, digests in hexadecimal;
     * null where nothing was made.
     */
    public @Nullable String digest() {
        if (lines.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (row, said) -> text.append(row).append(BETWEEN).append(said).append('\n'));
        return HexFormat.of().formatHex(Hashes.sha256(text.toString().getBytes(UTF_8)));
    }
}
