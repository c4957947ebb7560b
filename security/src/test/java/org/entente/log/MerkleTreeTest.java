package org.entente.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.entente.Vectors;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final List<byte[]> REFERENCE = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theReferenceTreeHasTheRootsOfTheRfc() throws Exception {
        List<byte[]> leaves = REFERENCE.stream().map(MerkleTree::leafHash).toList();
        Frontier frontier = new Frontier();
        assertArrayEquals(MerkleTree.emptyRoot(), frontier.root());
        frontier.append(REFERENCE.getFirst());
        assertEquals(ROOTS.getFirst(), HexFormat.of().formatHex(frontier.root()));
        REFERENCE.stream().skip(1).forEach(frontier::append);
        assertEquals(ROOTS.getLast(), HexFormat.of().formatHex(frontier.root()));
        assertArrayEquals(frontier.root(), new MerkleTree(MemoryTree.nodes(leaves), 8).root());
    }

    @Test
    void everyInclusionVectorComesOutAsStated() throws IOException {
        for (JsonObject vector : vectors("inclusion")) {
            InclusionProof proof =
                    new InclusionProof(unsigned(vector, "leafIdx"), unsigned(vector, "treeSize"), proof(vector));
            assertEquals(
                    !vector.getBoolean("wantErr"),
                    proof.proves(bytes(vector, "leafHash"), bytes(vector, "root")),
                    vector.getString("name"));
        }
    }

    @Test
    void everyConsistencyVectorComesOutAsStated() throws IOException {
        for (JsonObject vector : vectors("consistency")) {
            ConsistencyProof proof =
                    new ConsistencyProof(unsigned(vector, "size1"), unsigned(vector, "size2"), proof(vector));
            assertEquals(
                    !vector.getBoolean("wantErr"),
                    proof.proves(bytes(vector, "root1"), bytes(vector, "root2")),
                    vector.getString("name"));
        }
    }

    @Test
    void tenThousandRandomTreesAgreeWithTheDefinitions() throws Exception {
        SplittableRandom random = new SplittableRandom(6962);
        for (int i = 0; i < 10_000; i++) {
            int size = 1 + random.nextInt(i % 100 == 0 ? 300 : 40);
            List<byte[]> leaves = new ArrayList<>();
            Frontier frontier = new Frontier();
            for (int j = 0; j < size; j++) {
                byte[] leaf = new byte[32];
                random.nextBytes(leaf);
                leaves.add(leaf);
                frontier.appendHash(leaf);
                if (random.nextInt(8) == 0) {
                    frontier = Frontier.decode(frontier.encoded());
                }
            }
            MerkleTree tree = new MerkleTree(MemoryTree.nodes(leaves), size);
            byte[] root = MemoryTree.root(leaves);
            assertArrayEquals(root, frontier.root(), "seed 6962, tree " + i);
            assertArrayEquals(root, tree.root());
            int index = random.nextInt(size);
            InclusionProof inclusion = tree.inclusion(index);
            same(MemoryTree.path(index, leaves), inclusion.hashes());
            assertTrue(inclusion.proves(leaves.get(index), root));
            assertFalse(inclusion.proves(leaves.get(index), leaves.get(random.nextInt(size))) && size > 1);
            int smaller = 1 + random.nextInt(size);
            ConsistencyProof consistency = tree.consistency(smaller);
            same(MemoryTree.proof(smaller, leaves), consistency.hashes());
            byte[] older = MemoryTree.root(leaves.subList(0, smaller));
            assertTrue(consistency.proves(older, root));
            damaged(random, inclusion, leaves.get(index), root);
            damaged(random, consistency, older, root);
        }
    }

    @Test
    void whatNoTreeHasIsRefused() {
        NodeReader none = (level, index) -> new byte[32];
        MerkleTree tree = new MerkleTree(none, 3);
        assertThrows(IllegalArgumentException.class, () -> new MerkleTree(none, -1));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(3));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(-1));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(4));
        byte[] empty = MerkleTree.emptyRoot();
        assertTrue(new ConsistencyProof(0, 0, List.of()).proves(empty, empty));
        assertFalse(new ConsistencyProof(0, 0, List.of()).proves(new byte[32], new byte[32]));
        assertFalse(new ConsistencyProof(0, 1, List.of()).proves(empty, new byte[32]));
        assertFalse(new ConsistencyProof(-2, -1, List.of()).proves(empty, empty));
        assertFalse(new InclusionProof(0, 1, List.of()).proves(new byte[31], new byte[31]));
        assertFalse(new InclusionProof(0, 2, List.of(new byte[33])).proves(new byte[32], new byte[32]));
        assertFalse(new InclusionProof(0, Long.MAX_VALUE, java.util.Collections.nCopies(64, new byte[32]))
                .proves(new byte[32], new byte[32]));
    }

    @Test
    void aFrontierIsReadOnlyFromBytesThatItWouldWrite() throws LogError {
        Frontier frontier = new Frontier();
        for (int i = 0; i < 11; i++) {
            frontier.append(new byte[] {(byte) i});
        }
        byte[] encoded = frontier.encoded();
        assertEquals(8 + 3 * 32, encoded.length);
        assertEquals(frontier, Frontier.decode(encoded));
        assertEquals(frontier.copy(), frontier);
        assertThrows(LogError.class, () -> Frontier.decode(new byte[7]));
        assertThrows(LogError.class, () -> Frontier.decode(java.util.Arrays.copyOf(encoded, 72)));
        assertThrows(LogError.class, () -> Frontier.decode(java.util.Arrays.copyOf(encoded, 105)));
        encoded[0] = (byte) 0x80;
        assertThrows(LogError.class, () -> Frontier.decode(encoded));
        assertThrows(IllegalArgumentException.class, () -> frontier.appendSubtree(new byte[32], 1));
    }

    @Test
    void wholeSubtreesCanBeAppendedAtOnce() {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            leaves.add(MerkleTree.leafHash(new byte[] {(byte) i}));
        }
        Frontier frontier = new Frontier();
        frontier.appendSubtree(MemoryTree.root(leaves.subList(0, 16)), 4);
        frontier.appendSubtree(MemoryTree.root(leaves.subList(16, 20)), 2);
        frontier.appendSubtree(MemoryTree.root(leaves.subList(20, 22)), 1);
        frontier.appendHash(leaves.get(22));
        assertEquals(23, frontier.size());
        assertArrayEquals(MemoryTree.root(leaves), frontier.root());
    }

    private static void damaged(SplittableRandom random, InclusionProof proof, byte[] leaf, byte[] root) {
        List<byte[]> hashes = damaged(random, proof.hashes());
        assertFalse(new InclusionProof(proof.index(), proof.size(), hashes).proves(leaf, root));
    }

    private static void damaged(SplittableRandom random, ConsistencyProof proof, byte[] older, byte[] root) {
        List<byte[]> hashes = damaged(random, proof.hashes());
        assertFalse(new ConsistencyProof(proof.from(), proof.to(), hashes).proves(older, root));
    }

    /** One bit turned, one hash lost, or one too many. */
    private static List<byte[]> damaged(SplittableRandom random, List<byte[]> hashes) {
        List<byte[]> damaged = new ArrayList<>(hashes);
        int at = random.nextInt(hashes.size() + 1);
        if (at == hashes.size()) {
            damaged.add(random.nextInt(at + 1), new byte[32]);
        } else if (random.nextBoolean()) {
            damaged.remove(at);
        } else {
            byte[] hash = damaged.get(at).clone();
            hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            damaged.set(at, hash);
        }
        return damaged;
    }

    private static void same(List<byte[]> expected, List<byte[]> actual) {
        assertArrayEquals(expected.toArray(), actual.toArray());
    }

    private static List<JsonObject> vectors(String kind) throws IOException {
        try (Reader text = Files.newBufferedReader(Vectors.FOLDER.resolve("merkle-proofs.json"))) {
            List<JsonObject> vectors =
                    Json.createReader(text).readObject().getJsonArray(kind).getValuesAs(JsonObject.class);
            assertFalse(vectors.isEmpty());
            return vectors;
        }
    }

    private static long unsigned(JsonObject vector, String name) {
        return Long.parseUnsignedLong(vector.getJsonNumber(name).toString());
    }

    private static List<byte[]> proof(JsonObject vector) {
        return vector.get("proof") == JsonValue.NULL
                ? List.of()
                : vector.getJsonArray("proof").getValuesAs(JsonString.class).stream()
                        .map(text -> Base64.getDecoder().decode(text.getString()))
                        .toList();
    }

    private static byte[] bytes(JsonObject vector, String name) {
        return Base64.getDecoder().decode(vector.getString(name));
    }
}
