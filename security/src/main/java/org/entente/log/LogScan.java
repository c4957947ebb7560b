package org.entente.log;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a log's records in their order, hashes them into the tree, and holds the tree against every checkpoint that is
 * expected and against every tile that is there. Stops at the first difference. For one thread.
 */
public final class LogScan {
    private static final byte[] NO_TILE = {};

    private final LogFiles files;
    private final Map<String, List<Integer>> present = new HashMap<>();
    private final SortedMap<Long, List<Expected>> expected = new TreeMap<>();
    private final LeafView view = new LeafView();
    private final long from;
    private final long to;
    private long nextMark;

    private record Expected(String where, byte[] root) {}

    /** Looks at each record. */
    @FunctionalInterface
    public interface Visitor {
        void record(long index, LeafView record) throws LogError;
    }

    /**
     * Of the records from {@code from} up to {@code to}; those before and after need hashes alone.
     *
     * @param names of all files that lie under {@code tile/}
     */
    public LogScan(LogFiles files, Collection<String> names, long from, long to) {
        this.files = files;
        this.from = from;
        this.to = to;
        for (String name : names) {
            int part = name.lastIndexOf(".p/");
            String width = part < 0 ? "" : name.substring(part + 3);
            boolean partial = width.matches("[1-9][0-9]{0,2}") && Integer.parseInt(width) < TilePath.WIDTH;
            String base = partial ? name.substring(0, part) : name;
            present.computeIfAbsent(base, key -> new ArrayList<>())
                    .add(partial ? Integer.parseInt(width) : TilePath.WIDTH);
        }
    }

    /** Expects the tree of that size to have this root, as it is said there. */
    public void expect(long size, byte[] root, String where) {
        expected.computeIfAbsent(size, key -> new ArrayList<>()).add(new Expected(where, root));
    }

    /** Reads it all; the largest tree that is expected is the whole log. */
    public void run(Visitor visitor) throws IOException, LogError {
        long size = expected.isEmpty() ? 0 : expected.lastKey();
        if (from % TilePath.WIDTH != 0 || from > to || to > size || (to % TilePath.WIDTH != 0 && to != size)) {
            throw new LogError("the range " + from + " to " + to + " does not consist of whole bundles of " + size);
        }
        agree(size);
        TileBuilder builder = new TileBuilder(this::compare);
        builder.resume(from, files, size);
        nextMark = expected.tailMap(from).firstKey();
        marked(from, builder);
        while (builder.size() < to) {
            bundle(builder, size, visitor);
        }
        if (to == size) {
            builder.finish();
        } else {
            marked(to, size, builder.frontier());
        }
        if (from == 0 && to == size && !present.isEmpty()) {
            throw new LogError(new TreeMap<>(present).firstKey() + " is no part of a log of " + size);
        }
    }

    private void bundle(TileBuilder builder, long size, Visitor visitor) throws IOException, LogError {
        long first = builder.size();
        long number = first / TilePath.WIDTH;
        EntryBundle bundle = EntryBundle.readLenient(files, number, size);
        byte[] tile = leafTile(number, size);
        for (int i = 0; i < bundle.count(); i++) {
            long index = first + i;
            builder.append(bundle.bytes(), bundle.from(i), bundle.length(i), tile);
            try {
                view.read(bundle.bytes(), bundle.from(i), bundle.length(i));
                visitor.record(index, view);
            } catch (LogError wrong) {
                throw new LogError("record " + index + ": " + wrong.sentence());
            }
            marked(index + 1, builder);
        }
        int width = TilePath.width(0, number, size);
        if (bundle.count() < width) {
            throw new LogError("record " + (first + bundle.count()) + ": it is missing");
        }
        if (bundle.ends()[width - 1] != bundle.bytes().length) {
            throw new LogError("record " + (first + width) + ": there is more than the log has");
        }
        older(bundle, number, width);
    }

    /** Partial bundles of earlier days, which must be beginnings of the one that was read. */
    private void older(EntryBundle bundle, long number, int width) throws IOException, LogError {
        String base = TilePath.entries(number, TilePath.WIDTH);
        List<Integer> widths = present.remove(base);
        for (int older : widths == null ? List.<Integer>of() : widths) {
            String path = TilePath.entries(number, older);
            byte[] bytes = older == width ? bundle.bytes() : files.read(path);
            if (older > width
                    || bytes == null
                    || !Arrays.equals(bytes, Arrays.copyOf(bundle.bytes(), bundle.ends()[older - 1]))) {
                throw new LogError(path + " has other records than the log");
            }
        }
    }

    private void compare(int level, long number, int width, byte[] hashes) throws IOException, LogError {
        List<Integer> widths = present.remove(TilePath.tile(level, number, TilePath.WIDTH));
        for (int older : widths == null ? List.<Integer>of() : widths) {
            String path = TilePath.tile(level, number, older);
            byte[] bytes = files.read(path);
            if (older > width
                    || bytes == null
                    || !Arrays.equals(bytes, Arrays.copyOf(hashes, older * TreeHash.BYTES))) {
                throw new LogError(path + " has other hashes than the records");
            }
        }
    }

    /** The hashes of the bundle's records, where there are any to hold them against. */
    private byte[] leafTile(long number, long size) throws IOException {
        byte[] tile = files.read(TilePath.tile(0, number, TilePath.width(0, number, size)));
        return tile == null ? NO_TILE : tile;
    }

    private void marked(long size, TileBuilder builder) throws LogError {
        if (size == nextMark) {
            hold(size, builder.frontier().root());
            SortedMap<Long, List<Expected>> later = expected.tailMap(size + 1);
            nextMark = later.isEmpty() ? -1 : later.firstKey();
        }
    }

    /** What follows the range is taken from the tiles: only then does the range hang together with a checkpoint. */
    private void marked(long range, long size, Frontier frontier) throws IOException, LogError {
        NodeReader nodes = new TileNodes(files, size);
        long at = range;
        while (at < size) {
            int level = Math.min(Long.numberOfTrailingZeros(at), Long.SIZE - 1 - Long.numberOfLeadingZeros(size - at));
            frontier.appendSubtree(nodes.node(level, at >>> level), level);
            at = frontier.size();
        }
        hold(size, frontier.root());
    }

    private void hold(long size, byte[] root) throws LogError {
        for (Expected one : expected.getOrDefault(size, List.of())) {
            if (!MessageDigest.isEqual(root, one.root)) {
                throw new LogError(one.where + ": the first " + size + " records have another root");
            }
        }
    }

    /** Checkpoints outside of the range are shown to be of one log by proofs, which need hashes alone. */
    private void agree(long size) throws IOException, LogError {
        NodeReader nodes = new TileNodes(files, size);
        long before = -1;
        byte[] older = NO_TILE;
        for (Map.Entry<Long, List<Expected>> mark : expected.entrySet()) {
            long next = mark.getKey();
            Expected first = mark.getValue().getFirst();
            for (Expected one : mark.getValue()) {
                if (!MessageDigest.isEqual(one.root, first.root)) {
                    throw new LogError(one.where + ": there are two roots for the size " + next);
                }
            }
            boolean inside = from <= before && next <= to;
            if (before > 0
                    && !inside
                    && !new MerkleTree(nodes, next).consistency(before).proves(older, first.root)) {
                throw new LogError(first.where + ": this log does not begin with that of size " + before);
            }
            before = next;
            older = first.root;
        }
    }
}
