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
        return edge.tiles.size();
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

    /** The tiles that are not full yet, and the bundle that goes with the lowest. */
    private final class Edge {
        private final TileBuilder tiles =
                new TileBuilder((level, number, width, hashes) -> write(TilePath.tile(level, number, width), hashes));
        private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();

        Edge(long size) throws IOException, LogError {
            tiles.resume(size, files, size);
            if (tiles.width(0) > 0) {
                EntryBundle entries = EntryBundle.read(files, tiles.number(0), size);
                bundle.write(entries.bytes(), 0, entries.ends()[entries.count() - 1]);
            }
        }

        void append(byte[] record) throws IOException, LogError {
            if (record.length > 0xFFFF) {
                throw new LogError("a record of " + record.length + " bytes has no place in a bundle");
            }
            bundle.write(record.length >>> 8);
            bundle.write(record.length);
            bundle.writeBytes(record);
            if (tiles.width(0) == TilePath.WIDTH - 1) {
                write(TilePath.entries(tiles.number(0), TilePath.WIDTH), bundle.toByteArray());
                bundle.reset();
            }
            tiles.append(record, 0, record.length);
        }

        void finish() throws IOException, LogError {
            if (tiles.width(0) > 0) {
                write(TilePath.entries(tiles.number(0), tiles.width(0)), bundle.toByteArray());
            }
            tiles.finish();
        }
    }
}
