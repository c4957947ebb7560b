package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesTest {
    @TempDir
    Path folder;

    @Test
    void pathsAreThoseOfTheSpecification() {
        assertEquals("tile/0/x001/x234/067", TilePath.tile(0, 1234067, 256));
        assertEquals("tile/2/000.p/1", TilePath.tile(2, 0, 1));
        assertEquals("tile/entries/x001/000.p/255", TilePath.entries(1000, 255));
        assertEquals(256, TilePath.width(0, 272, 70_000));
        assertEquals(112, TilePath.width(0, 273, 70_000));
        assertEquals(256, TilePath.width(1, 0, 70_000));
        assertEquals(17, TilePath.width(1, 1, 70_000));
        assertEquals(1, TilePath.width(2, 0, 70_000));
        assertEquals(0, TilePath.width(3, 0, 70_000));
        assertEquals(0, TilePath.width(0, 274, 70_000));
    }

    @Test
    void aTreeOfSeventyThousandHasTheTilesThatTheSpecificationNames() throws Exception {
        Tiles tiles = Tiles.quick(folder);
        tiles.append(0, records(70_000));
        assertEquals(273 + 1, files("tile/0").size());
        assertTrue(files("tile/0").containsKey("tile/0/273.p/112"));
        assertEquals(
                List.of("tile/1/000", "tile/1/001.p/17"),
                List.copyOf(files("tile/1").keySet()));
        assertEquals(List.of("tile/2/000.p/1"), List.copyOf(files("tile/2").keySet()));
        assertEquals(273 + 1, files("tile/entries").size());
        Frontier frontier = new Frontier();
        records(70_000).forEach(frontier::append);
        assertArrayEquals(frontier.root(), tiles.tree(70_000).root());
        assertArrayEquals(frontier.root(), tiles.reread(0, 70_000));
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            int index = random.nextInt(70_000);
            assertTrue(tiles.tree(70_000).inclusion(index).proves(MerkleTree.leafHash(record(index)), frontier.root()));
        }
    }

    @Test
    void howTheRecordsCameDoesNotShowInTheFiles() throws Exception {
        SplittableRandom random = new SplittableRandom(8);
        Tiles stepwise = Tiles.durable(folder.resolve("a"));
        long size = 0;
        List<byte[]> roots = new ArrayList<>();
        Frontier frontier = new Frontier();
        while (size < 1500) {
            int more = random.nextInt(1, 300);
            List<byte[]> records = new ArrayList<>();
            for (long i = size; i < size + more; i++) {
                records.add(record(i));
                frontier.append(record(i));
            }
            long before = size;
            size = stepwise.append(size, records);
            assertEquals(frontier.size(), size);
            assertArrayEquals(frontier.root(), stepwise.reread(before, size));
            roots.add(frontier.root());
            // again, as after a crash between the files and whoever had to remember them
            assertEquals(size, stepwise.append(before, records));
            ConsistencyProof proof = stepwise.tree(size).consistency(before);
            assertTrue(before == 0 || proof.proves(roots.get(roots.size() - 2), frontier.root()));
        }
        Tiles atOnce = Tiles.quick(folder.resolve("b"));
        atOnce.append(0, records((int) size));
        SortedMap<String, byte[]> all = files("b");
        all.forEach((name, bytes) -> assertArrayEquals(bytes, files("a").get("a" + name.substring(1)), name));
        try (Stream<Path> left = Files.walk(folder.resolve("a"))) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.toString().endsWith(".new")).toList());
        }
    }

    @Test
    void proofsFromTilesAgreeWithTheDefinitions() throws Exception {
        SplittableRandom random = new SplittableRandom(9);
        Tiles tiles = Tiles.quick(folder);
        List<byte[]> leaves = new ArrayList<>();
        tiles.append(0, records(1200));
        for (int i = 0; i < 1200; i++) {
            leaves.add(MerkleTree.leafHash(record(i)));
        }
        for (int i = 0; i < 600; i++) {
            int size = random.nextInt(1, 1201);
            // complete subtrees are the same in every larger tree
            MerkleTree tree = new MerkleTree(tiles.nodes(1200), size);
            byte[] root = MemoryTree.root(leaves.subList(0, size));
            assertArrayEquals(root, tree.root(), "seed 9, tree " + i);
            int index = random.nextInt(size);
            assertArrayEquals(
                    MemoryTree.path(index, leaves.subList(0, size)).toArray(),
                    tree.inclusion(index).hashes().toArray());
            assertArrayEquals(
                    MemoryTree.proof(index, leaves.subList(0, size)).toArray(),
                    tree.consistency(index).hashes().toArray());
        }
    }

    @Test
    void whatLiesThereIsNeverReplacedByOtherBytes() throws Exception {
        Tiles tiles = Tiles.quick(folder);
        tiles.append(0, records(300));
        assertThrows(LogError.class, () -> tiles.append(0, records(301).subList(1, 301)));
        assertThrows(LogError.class, () -> tiles.append(290, records(20)));
        assertThrows(LogError.class, () -> tiles.append(400, records(1)), "nothing says what came before");
        assertThrows(LogError.class, () -> tiles.append(300, List.of(new byte[70_000])));
    }

    @Test
    void aTurnedBitIsFoundOnRereading() throws Exception {
        Tiles tiles = Tiles.quick(folder);
        tiles.append(0, records(700));
        byte[] root = tiles.reread(0, 700);
        SplittableRandom random = new SplittableRandom(10);
        int found = 0;
        SortedMap<String, byte[]> all = files("tile");
        for (var file : all.entrySet()) {
            byte[] bent = file.getValue().clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve(file.getKey()), bent);
            boolean noticed;
            try {
                noticed = !java.util.Arrays.equals(root, tiles.reread(0, 700));
            } catch (LogError broken) {
                noticed = true;
            }
            assertTrue(noticed, file.getKey());
            found++;
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertEquals(3 + 3 + 1, found);
    }

    @Test
    void aBundleIsReadOnlyIfItIsWhole() throws LogError {
        byte[] bundle = {0, 1, 7, 0, 0, 0, 2, 8, 9};
        EntryBundle parsed = EntryBundle.parse(bundle, 3);
        assertArrayEquals(new byte[] {7}, parsed.record(0));
        assertArrayEquals(new byte[0], parsed.record(1));
        assertArrayEquals(new byte[] {8, 9}, parsed.record(2));
        for (int width : new int[] {1, 2, 4}) {
            assertThrows(LogError.class, () -> EntryBundle.parse(bundle, width));
        }
        for (int length = 0; length < bundle.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bundle, length);
            assertThrows(LogError.class, () -> EntryBundle.parse(cut, 3));
        }
    }

    private static byte[] record(long index) {
        return Long.toString(index * 7919).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static List<byte[]> records(int count) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(record(i));
        }
        return records;
    }

    private SortedMap<String, byte[]> files(String below) {
        try (Stream<Path> all = Files.walk(folder.resolve(below))) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), TilesTest::bytes, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
