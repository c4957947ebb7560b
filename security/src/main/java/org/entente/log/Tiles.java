package org.entente.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The log's files in a folder (C2SP tlog-tiles): tiles of hashes and bundles of records. Each is written once and never
 * again; all follow from the sequence of records, bit for bit, so a lost folder is written anew from size 0. For one thread.
 */
public final class Tiles {
    /** Enough for 2^56 records. */
    private static final int LEVELS = 7;

    private final Path folder;
    private final LogFiles files;
    private final boolean force;

    private Tiles(Path folder, boolean force) {
        this.folder = folder;
        this.files = LogFiles.in(folder);
        this.force = force;
    }

    /** Every file is on the disk before it is visible. */
    public static Tiles durable(Path folder) {
        return new Tiles(folder, true);
    }

    /** For what is made anew if the power fails meanwhile. */
    public static Tiles quick(Path folder) {
        return new Tiles(folder, false);
    }

    public LogFiles files() {
        return files;
    }

    /** The nodes of the tree of that size, and so of every smaller tree. */
    public NodeReader nodes(long size) {
        return new TileNodes(files, size);
    }

    public MerkleTree tree(long size) {
        return new TileNodes(files, size).tree();
    }

    public long append(long size, List<byte[]> records) throws IOException, LogError {
        return append(size, records.iterator());
    }

    /**
     * Writes the tiles and bundles that these records bring to a log of that size, which must have been written before, and
     * answers the new size. Writing the same again changes nothing; writing something else is refused.
     */
    public long append(long size, Iterator<byte[]> records) throws IOException, LogError {
        Edge edge = new Edge(size);
        while (records.hasNext()) {
            edge.append(records.next());
        }
        edge.finish();
        return edge.size;
    }

    /**
     * The root of the tree of that size, computed anew from what lies on the disk: the records from {@code from} on are read
     * and hashed again, and every tile above them. For a look before a signature.
     */
    public byte[] reread(long from, long size) throws IOException, LogError {
        TreeHash hash = new TreeHash();
        for (long number = from / TilePath.WIDTH; number * TilePath.WIDTH < size; number++) {
            EntryBundle bundle = EntryBundle.read(files, number, size);
            byte[] leaves = new byte[bundle.count() * TreeHash.BYTES];
            for (int i = 0; i < bundle.count(); i++) {
                hash.leaf(bundle.bytes(), bundle.from(i), bundle.length(i), leaves, i * TreeHash.BYTES);
            }
            compare(leaves, 0, number, size);
            climb(hash, leaves, 0, number, size);
        }
        return tree(size).root();
    }

    /** Compares a full tile's root with its place on the level above, and so on where that one is full. */
    private void climb(TreeHash hash, byte[] below, int level, long number, long size) throws IOException, LogError {
        if (below.length < TilePath.WIDTH * TreeHash.BYTES) {
            return;
        }
        byte[] root = below.clone();
        hash.fold(root, 0, TilePath.WIDTH);
        long above = number / TilePath.WIDTH;
        int at = (int) (number % TilePath.WIDTH) * TreeHash.BYTES;
        byte[] tile = TileNodes.tile(files, level + 1, above, size);
        if (!Arrays.equals(root, 0, TreeHash.BYTES, tile, at, at + TreeHash.BYTES)) {
            throw new LogError("the hash over tile " + number + " of level " + level + " is not the one above it");
        }
        if (at / TreeHash.BYTES == TilePath.WIDTH - 1) {
            climb(hash, tile, level + 1, above, size);
        }
    }

    private void compare(byte[] expected, int level, long number, long size) throws IOException, LogError {
        if (!Arrays.equals(TileNodes.tile(files, level, number, size), expected)) {
            throw new LogError("the hashes in tile " + number + " of level " + level + " are not those of the records");
        }
    }

    private void write(String path, byte[] bytes) throws IOException, LogError {
        byte[] present = files.read(path);
        if (present == null) {
            DurableFile.writeOpen(folder.resolve(path), bytes, force);
        } else if (!Arrays.equals(present, bytes)) {
            throw new LogError("there is another " + path + " already");
        }
    }

    /** The tiles that are not full yet, one for each level, and the bundle that goes with the lowest. */
    private final class Edge {
        private final TreeHash hash = new TreeHash();
        private final byte[][] tiles = new byte[LEVELS][TilePath.WIDTH * TreeHash.BYTES];
        private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        private long size;

        Edge(long size) throws IOException, LogError {
            this.size = size;
            for (int level = 0; level < LEVELS && size >>> (level * TilePath.HEIGHT) > 0; level++) {
                int width = width(level);
                if (width > 0) {
                    byte[] tile = TileNodes.tile(files, level, number(level), size);
                    System.arraycopy(tile, 0, tiles[level], 0, tile.length);
                }
            }
            if (width(0) > 0) {
                EntryBundle entries = EntryBundle.read(files, number(0), size);
                bundle.write(entries.bytes(), 0, entries.ends()[entries.count() - 1]);
            }
        }

        void append(byte[] record) throws IOException, LogError {
            if (record.length > 0xFFFF) {
                throw new LogError("a record of " + record.length + " bytes has no place in a bundle");
            }
            bundle.write(record.length >>> 8);
            bundle.write(record.length);
            bundle.write(record, 0, record.length);
            hash.leaf(record, 0, record.length, tiles[0], width(0) * TreeHash.BYTES);
            size++;
            if (width(0) == 0) {
                write(TilePath.entries(number(0) - 1, TilePath.WIDTH), bundle.toByteArray());
                bundle.reset();
                full(0);
            }
        }

        void finish() throws IOException, LogError {
            if (width(0) > 0) {
                write(TilePath.entries(number(0), width(0)), bundle.toByteArray());
            }
            for (int level = 0; level < LEVELS; level++) {
                int width = width(level);
                if (width > 0) {
                    byte[] hashes = Arrays.copyOf(tiles[level], width * TreeHash.BYTES);
                    write(TilePath.tile(level, number(level), width), hashes);
                }
            }
        }

        private void full(int level) throws IOException, LogError {
            write(TilePath.tile(level, number(level) - 1, TilePath.WIDTH), tiles[level].clone());
            hash.fold(tiles[level], 0, TilePath.WIDTH);
            if (level + 1 == LEVELS) {
                throw new LogError("the log is full");
            }
            int above = (width(level + 1) + TilePath.WIDTH - 1) % TilePath.WIDTH;
            System.arraycopy(tiles[level], 0, tiles[level + 1], above * TreeHash.BYTES, TreeHash.BYTES);
            if (width(level + 1) == 0) {
                full(level + 1);
            }
        }

        private long number(int level) {
            return size >>> ((level + 1) * TilePath.HEIGHT);
        }

        private int width(int level) {
            return (int) (size >>> (level * TilePath.HEIGHT)) & (TilePath.WIDTH - 1);
        }
    }
}
