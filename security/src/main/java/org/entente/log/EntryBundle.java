package org.entente.log;

import java.io.IOException;
import java.util.Arrays;

/**
 * Up to 256 records behind each other, each with its length in two bytes (C2SP tlog-tiles).
 *
 * @param bytes the whole file
 * @param ends where each record ends; it begins two bytes after the end of the one before
 */
public record EntryBundle(byte[] bytes, int[] ends) {
    public static final int WIDTH = TilePath.WIDTH;
    private static final int LENGTH = 2;

    /** Exactly {@code width} records. */
    public static EntryBundle parse(byte[] bytes, int width) throws LogError {
        EntryBundle bundle = cut(bytes, width);
        if (width > 0 && bundle.ends[width - 1] != bytes.length) {
            throw new LogError("the bundle goes on after its " + width + " records");
        }
        return bundle;
    }

    /** The bundle with this number of a log of that size, cut from the full one where the partial one is gone. */
    public static EntryBundle read(LogFiles files, long number, long size) throws IOException, LogError {
        int width = TilePath.width(0, number, size);
        String path = TilePath.entries(number, width);
        byte[] bytes = width == 0 ? null : files.read(path);
        if (bytes == null && width > 0 && width < WIDTH) {
            byte[] full = files.read(TilePath.entries(number, WIDTH));
            if (full != null) {
                int[] ends = Arrays.copyOf(parse(full, WIDTH).ends, width);
                return new EntryBundle(Arrays.copyOf(full, ends[width - 1]), ends);
            }
        }
        if (bytes == null) {
            throw new LogError("there is no " + path);
        }
        try {
            return parse(bytes, width);
        } catch (LogError broken) {
            throw new LogError(path + ": " + broken.sentence());
        }
    }

    /** As {@link #read}, but of a file with too few or too many records whatever can be read. */
    static EntryBundle readLenient(LogFiles files, long number, long size) throws IOException, LogError {
        int width = TilePath.width(0, number, size);
        byte[] bytes = files.read(TilePath.entries(number, width));
        if (bytes == null) {
            return read(files, number, size);
        }
        int count = 0;
        int[] ends = new int[width];
        for (int at = 0; count < width && at + LENGTH <= bytes.length; count++) {
            at += LENGTH + length(bytes, at);
            if (at > bytes.length) {
                break;
            }
            ends[count] = at;
        }
        return new EntryBundle(bytes, count == width ? ends : Arrays.copyOf(ends, count));
    }

    public int count() {
        return ends.length;
    }

    /** Where the record begins. */
    public int from(int record) {
        return LENGTH + (record == 0 ? 0 : ends[record - 1]);
    }

    public int length(int record) {
        return ends[record] - from(record);
    }

    public byte[] record(int record) {
        return Arrays.copyOfRange(bytes, from(record), ends[record]);
    }

    private static EntryBundle cut(byte[] bytes, int width) throws LogError {
        int[] ends = new int[width];
        int at = 0;
        for (int i = 0; i < width; i++) {
            int length = at + LENGTH > bytes.length ? -1 : length(bytes, at);
            if (length < 0 || at + LENGTH + length > bytes.length) {
                throw new LogError("the bundle ends before its record " + i + " does");
            }
            at += LENGTH + length;
            ends[i] = at;
        }
        return new EntryBundle(bytes, ends);
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
