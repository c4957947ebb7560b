package org.entente.log;

import java.io.IOException;
import java.util.Arrays;

/**
 * The rightmost tiles of a growing tree, one for each level; what is full goes to the sink and, as one hash, to the level
 * above. For one thread.
 */
final class TileBuilder {
    /** Enough for 2^56 records. */
    private static final int LEVELS = 7;

    private static final byte[] NOTHING = {};

    private final TreeHash hash = new TreeHash();
    private final byte[][] tiles = new byte[LEVELS][TilePath.WIDTH * TreeHash.BYTES];
    private final byte[] newest = new byte[TreeHash.BYTES];
    private final Sink sink;
    private long size;

    /** Takes tiles; the bytes are its own. */
    @FunctionalInterface
    interface Sink {
        void tile(int level, long number, int width, byte[] hashes) throws IOException, LogError;
    }

    TileBuilder(Sink sink) {
        this.sink = sink;
    }

    /** Goes on from a smaller tree, whose tiles are in these files together with those of the tree of size {@code known}. */
    void resume(long smaller, LogFiles files, long known) throws IOException, LogError {
        size = smaller;
        for (int level = 0; level < LEVELS && size >>> (level * TilePath.HEIGHT) > 0; level++) {
            int width = width(level);
            if (width > 0) {
                byte[] tile = TileNodes.tile(files, level, number(level), known);
                System.arraycopy(tile, 0, tiles[level], 0, width * TreeHash.BYTES);
            }
        }
    }

    long size() {
        return size;
    }

    long number(int level) {
        return size >>> ((level + 1) * TilePath.HEIGHT);
    }

    int width(int level) {
        return (int) (size >>> (level * TilePath.HEIGHT)) & (TilePath.WIDTH - 1);
    }

    void append(byte[] bytes, int from, int length) throws IOException, LogError {
        append(bytes, from, length, NOTHING);
    }

    /** Appends a record whose hash must be the one in this tile, if the tile reaches so far. */
    void append(byte[] bytes, int from, int length, byte[] expected) throws IOException, LogError {
        hash.leaf(bytes, from, length, newest, 0);
        int at = width(0) * TreeHash.BYTES;
        int end = at + TreeHash.BYTES;
        if (end <= expected.length && !Arrays.equals(newest, 0, TreeHash.BYTES, expected, at, end)) {
            throw new LogError("record " + size + ": its hash is not the one in the tree");
        }
        System.arraycopy(newest, 0, tiles[0], at, TreeHash.BYTES);
        size++;
        if (width(0) == 0) {
            full(0);
        }
    }

    /** Gives out the tiles that are not full. */
    void finish() throws IOException, LogError {
        for (int level = 0; level < LEVELS; level++) {
            int width = width(level);
            if (width > 0) {
                sink.tile(level, number(level), width, Arrays.copyOf(tiles[level], width * TreeHash.BYTES));
            }
        }
    }

    Frontier frontier() {
        Frontier frontier = new Frontier();
        for (int level = LEVELS - 1; level >= 0; level--) {
            for (int i = 0; i < width(level); i++) {
                int at = i * TreeHash.BYTES;
                byte[] subtree = Arrays.copyOfRange(tiles[level], at, at + TreeHash.BYTES);
                frontier.appendSubtree(subtree, level * TilePath.HEIGHT);
            }
        }
        return frontier;
    }

    private void full(int level) throws IOException, LogError {
        sink.tile(level, number(level) - 1, TilePath.WIDTH, tiles[level].clone());
        if (level + 1 == LEVELS) {
            throw new LogError("the log is full");
        }
        hash.fold(tiles[level], 0, TilePath.WIDTH);
        int above = (width(level + 1) + TilePath.WIDTH - 1) % TilePath.WIDTH;
        System.arraycopy(tiles[level], 0, tiles[level + 1], above * TreeHash.BYTES, TreeHash.BYTES);
        if (width(level + 1) == 0) {
            full(level + 1);
        }
    }
}
