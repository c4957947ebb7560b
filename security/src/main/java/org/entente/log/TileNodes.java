package org.entente.log;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The hashes of a tree of a certain size, read from its tiles. Whether the tiles are right shows only in the root: compare
 * it with a checkpoint that is to be trusted. For one thread.
 */
public final class TileNodes implements NodeReader {
    private static final int KEPT = 256;

    private final LogFiles files;
    private final long size;
    private final TreeHash hash = new TreeHash();
    private final Map<String, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    public TileNodes(LogFiles files, long size) {
        this.files = files;
        this.size = size;
    }

    public MerkleTree tree() {
        return new MerkleTree(this, size);
    }

    @Override
    public byte[] node(int level, long index) throws IOException, LogError {
        int tileLevel = level / TilePath.HEIGHT;
        int height = level % TilePath.HEIGHT;
        long first = index << height;
        long number = first / TilePath.WIDTH;
        int from = (int) (first % TilePath.WIDTH) * TreeHash.BYTES;
        int count = 1 << height;
        byte[] tile = tile(tileLevel, number);
        if (from + count * TreeHash.BYTES > tile.length) {
            throw new LogError("the tree of " + size + " has no node " + index + " on level " + level);
        }
        byte[] hashes = Arrays.copyOfRange(tile, from, from + count * TreeHash.BYTES);
        hash.fold(hashes, 0, count);
        return Arrays.copyOf(hashes, TreeHash.BYTES);
    }

    private byte[] tile(int level, long number) throws IOException, LogError {
        String path = TilePath.tile(level, number, TilePath.width(level, number, size));
        byte[] tile = kept.get(path);
        if (tile == null) {
            tile = tile(files, level, number, size);
            kept.put(path, tile);
        }
        return tile;
    }

    /** A tile as it is in a tree of that size: a partial one may be cut from the full one that replaced it. */
    static byte[] tile(LogFiles files, int level, long number, long size) throws IOException, LogError {
        int width = TilePath.width(level, number, size);
        String path = TilePath.tile(level, number, width);
        byte[] tile = width == 0 ? null : files.read(path);
        if (tile == null && width > 0 && width < TilePath.WIDTH) {
            byte[] full = files.read(TilePath.tile(level, number, TilePath.WIDTH));
            if (full != null && full.length == TilePath.WIDTH * TreeHash.BYTES) {
                return Arrays.copyOf(full, width * TreeHash.BYTES);
            }
        }
        if (tile == null) {
            throw new LogError("there is no " + path);
        }
        if (tile.length != width * TreeHash.BYTES) {
            throw new LogError(path + " has " + tile.length + " bytes");
        }
        return tile;
    }
}
