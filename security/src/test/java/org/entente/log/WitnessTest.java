package org.entente.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final String ORIGIN = "entente.example/audit/1";

    @TempDir
    Path folder;

    private final List<byte[]> leaves = new ArrayList<>();
    private final List<byte[]> fork = new ArrayList<>();
    private final NoteSigner log;
    private final NoteSigner key;
    private final List<Policy.Log> logs;

    WitnessTest() throws LogError {
        log = NoteSigner.generate(ORIGIN, KeyKind.LOG);
        key = NoteSigner.generate("un.example/witness", KeyKind.WITNESS);
        logs = List.of(new Policy.Log(log.verifier(), null));
    }

    @BeforeEach
    void grow() {
        for (int i = 0; i < 400; i++) {
            leaves.add(MerkleTree.leafHash(new byte[] {(byte) i, (byte) (i >> 8)}));
            fork.add(i == 5 ? MerkleTree.leafHash(new byte[] {99}) : leaves.get(i));
        }
    }

    @Test
    void everyStatusOfTheSpecificationIsGivenWhereItSaysSo() throws Exception {
        try (Witness witness = open()) {
            assertEquals(400, witness.addCheckpoint(new byte[0]).status());
            assertEquals(
                    400,
                    witness.addCheckpoint("old 0\n\nnonsense\n".getBytes(UTF_8)).status());
            NoteSigner stranger = NoteSigner.generate("other.example/log", KeyKind.LOG);
            assertEquals(
                    404, witness.addCheckpoint(request(stranger, leaves, 0, 10)).status());
            NoteSigner liar = NoteSigner.generate(ORIGIN, KeyKind.LOG);
            assertEquals(
                    403, witness.addCheckpoint(request(liar, leaves, 0, 10)).status());
            SignedNote.Signature bent =
                    new SignedNote.Signature(ORIGIN, log.verifier().keyId(), new byte[64]);
            byte[] spoilt =
                    new AddCheckpoint(0, List.of(), note(log, leaves, 10).with(List.of(bent))).encoded();
            assertEquals(403, witness.addCheckpoint(spoilt).status());
            assertEquals(new Witness.Answer(409, "0\n"), witness.addCheckpoint(request(log, leaves, 5, 10)));
            byte[] garbage = new AddCheckpoint(0, List.of(new byte[32]), note(log, leaves, 10)).encoded();
            assertEquals(422, witness.addCheckpoint(garbage).status());

            Witness.Answer first = witness.addCheckpoint(request(log, leaves, 0, 10));
            assertEquals(200, first.status());
            SignedNote.Signature cosignature =
                    SignedNote.signatures(first.body()).getFirst();
            assertTrue(key.verifier().verifies(note(log, leaves, 10).text(), cosignature));

            assertEquals(new Witness.Answer(409, "10\n"), witness.addCheckpoint(request(log, leaves, 0, 20)));
            assertEquals(
                    400,
                    witness.addCheckpoint(new AddCheckpoint(11, List.of(), note(log, leaves, 10)).encoded())
                            .status());
            assertEquals(
                    200, witness.addCheckpoint(request(log, leaves, 10, 10)).status());
            assertEquals(new Witness.Answer(409, "10\n"), witness.addCheckpoint(request(log, fork, 10, 10)));
            assertEquals(422, witness.addCheckpoint(request(log, fork, 10, 20)).status());
            byte[] superfluous = new AddCheckpoint(10, List.of(new byte[32]), note(log, leaves, 10)).encoded();
            assertEquals(422, witness.addCheckpoint(superfluous).status());
            assertEquals(
                    200, witness.addCheckpoint(request(log, leaves, 10, 20)).status());
            assertEquals(new Witness.Answer(409, "20\n"), witness.addCheckpoint(request(log, leaves, 10, 15)));
        }
        try (Witness again = open()) {
            assertEquals(new Witness.Answer(409, "20\n"), again.addCheckpoint(request(log, leaves, 10, 30)));
            assertEquals(200, again.addCheckpoint(request(log, leaves, 20, 30)).status());
        }
    }

    @Test
    void theExampleRequestOfTheSpecificationIsRead() throws LogError {
        String example = """
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
                """;
        AddCheckpoint request = AddCheckpoint.parse(example.getBytes(UTF_8));
        assertEquals(20852014, request.oldSize());
        assertEquals(4, request.hashes().size());
        assertEquals(example, new String(request.encoded(), UTF_8));
        String line = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
        for (String[] change : new String[][] {
            {"old 20852014", "old 020852014"},
            {"old 20852014", "old  20852014"},
            {"old 20852014", "new 20852014"},
            {"old 20852014", "old"},
            {"gxbjbMiKA9temvuZZDDpkaw=", "gxbjbMiKA9temvuZZDDpkaw"},
            {"PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=", "AAAA"},
            {"/0=\n\n", "/0=\n"},
            {line, line.repeat(61)}
        }) {
            String changed = example.replace(change[0], change[1]);
            assertThrows(LogError.class, () -> AddCheckpoint.parse(changed.getBytes(UTF_8)), changed);
        }
        assertEquals(
                63,
                AddCheckpoint.parse(example.replace(line, line.repeat(60)).getBytes(UTF_8))
                        .hashes()
                        .size());
    }

    @Test
    void twoProcessesCannotShareOneMemory() throws Exception {
        try (Witness first = open()) {
            assertEquals(200, first.addCheckpoint(request(log, leaves, 0, 10)).status());
            assertThrows(LogError.class, this::open);
        }
        try (Witness again = open()) {
            assertEquals(409, again.addCheckpoint(request(log, leaves, 0, 10)).status());
        }
    }

    @Test
    void aWitnessThatCannotReadItsMemoryDoesNotStart() throws Exception {
        try (Witness witness = open()) {
            witness.addCheckpoint(request(log, leaves, 0, 10));
        }
        Path state;
        try (var files = Files.newDirectoryStream(folder, "*.note")) {
            state = files.iterator().next();
        }
        byte[] sound = Files.readAllBytes(state);
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Damage.of(sound, random);
            if (!java.util.Arrays.equals(sound, damaged)) {
                Files.write(state, damaged);
                assertThrows(LogError.class, this::open, "seed 12, " + i);
            }
        }
        Files.write(state, new byte[0]);
        assertThrows(LogError.class, this::open);
        Files.write(state, sound);
        Path elsewhere = folder.resolve("0".repeat(64) + ".note");
        Files.write(elsewhere, sound);
        assertThrows(LogError.class, this::open, "the memory of one log under the name of another");
        Files.delete(elsewhere);
        Files.write(folder.resolve(".left-behind.new"), new byte[3]);
        try (Witness again = open()) {
            assertEquals(409, again.addCheckpoint(request(log, leaves, 0, 10)).status());
        }
    }

    /** The power fails between two steps; whatever was answered before and after belongs to one history. */
    @Test
    void aWitnessThatDiesBetweenTwoStepsNeverSignsTwoHistories() throws Exception {
        SplittableRandom random = new SplittableRandom(13);
        for (int run = 0; run < 100; run++) {
            Path memory = folder.resolve("run" + run);
            Map<Long, byte[]> seen = new ConcurrentHashMap<>();
            int size = 0;
            for (int life = 0; life < 4; life++) {
                Witness.Step deadly = random.nextBoolean() ? Witness.Step.CHECKED : Witness.Step.REMEMBERED;
                int dies = random.nextInt(4);
                int[] count = {0};
                try (Witness witness = Witness.open(memory, key, logs, () -> 1, step -> {
                    if (step == deadly && count[0]++ == dies) {
                        throw new IllegalStateException("the power failed");
                    }
                })) {
                    for (int i = 0; i < 6; i++) {
                        List<byte[]> tree = random.nextInt(3) == 0 ? fork : leaves;
                        int next = Math.min(400, size + random.nextInt(20));
                        int from = random.nextInt(4) == 0 ? Math.max(0, size - 3) : size;
                        Witness.Answer answer = witness.addCheckpoint(request(log, tree, from, next));
                        if (answer.status() == 200) {
                            size = next;
                            byte[] root = MemoryTree.root(tree.subList(0, next));
                            byte[] before = seen.putIfAbsent((long) next, root);
                            assertTrue(before == null || java.util.Arrays.equals(before, root), "seed 13");
                        } else if (answer.status() == 409) {
                            size = Integer.parseInt(answer.body().strip());
                        }
                    }
                } catch (IllegalStateException died) {
                    assertEquals("the power failed", died.getMessage());
                }
            }
            oneHistory(seen);
        }
    }

    @Test
    void manyAtOnceAreAnsweredAsIfTheyHadComeOneAfterTheOther() throws Exception {
        Map<Long, byte[]> seen = new ConcurrentHashMap<>();
        try (WitnessServer server = WitnessServer.start(open(), loopback());
                var threads = Executors.newFixedThreadPool(16);
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.address().getPort());
            WitnessClient client = new WitnessClient(http, address, key.verifier(), Duration.ofSeconds(10));
            List<Callable<WitnessClient.Result>> tasks = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(14);
            for (int i = 0; i < 300; i++) {
                List<byte[]> tree = random.nextInt(3) == 0 ? fork : leaves;
                int size = 6 + random.nextInt(390);
                tasks.add(() -> {
                    WitnessClient.Result result = client.add(note(log, tree, size), 0, from -> proof(tree, from, size));
                    if (result instanceof WitnessClient.Cosigned) {
                        byte[] root = MemoryTree.root(tree.subList(0, size));
                        byte[] before = seen.putIfAbsent((long) size, root);
                        assertTrue(before == null || java.util.Arrays.equals(before, root), "two roots of " + size);
                    }
                    return result;
                });
            }
            int cosigned = 0;
            for (Future<WitnessClient.Result> done : threads.invokeAll(tasks)) {
                cosigned += done.get() instanceof WitnessClient.Cosigned ? 1 : 0;
            }
            assertTrue(cosigned > 0);
            oneHistory(seen);
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request(log, leaves, 0, 400)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(409, answer.statusCode());
            assertEquals(
                    "text/x.tlog.size",
                    answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals(seen.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + "\n", answer.body());
        }
    }

    @Test
    void theClientTellsWhatAWitnessMeans() throws Exception {
        try (WitnessServer server = WitnessServer.start(open(), loopback());
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
            WitnessClient client = new WitnessClient(http, address, key.verifier(), Duration.ofSeconds(10));
            assertInstanceOf(WitnessClient.Cosigned.class, add(client, leaves, 0, 100));
            assertInstanceOf(WitnessClient.Cosigned.class, add(client, leaves, 7, 200), "the size it is told will do");
            assertEquals(new WitnessClient.Ahead(200), add(client, leaves, 0, 150));
            assertEquals(new WitnessClient.Forked(200), add(client, fork, 200, 200));
            assertEquals(new WitnessClient.Forked(200), add(client, fork, 0, 300));
            NoteSigner liar = NoteSigner.generate(ORIGIN, KeyKind.LOG);
            WitnessClient.Result refused = client.add(note(liar, leaves, 300), 200, from -> proof(leaves, from, 300));
            assertEquals(
                    403, assertInstanceOf(WitnessClient.Refused.class, refused).status());
            NoteSigner another = NoteSigner.generate("au.example/witness", KeyKind.WITNESS);
            WitnessClient wrong = new WitnessClient(http, address, another.verifier(), Duration.ofSeconds(10));
            assertEquals(
                    200,
                    assertInstanceOf(WitnessClient.Refused.class, add(wrong, leaves, 200, 300))
                            .status());
            HttpResponse<String> get = http.send(
                    HttpRequest.newBuilder(address.resolve("/add-checkpoint")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(405, get.statusCode());
            HttpResponse<String> large = http.send(
                    HttpRequest.newBuilder(address.resolve("/add-checkpoint"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1 << 20]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(400, large.statusCode());
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI nobody = URI.create("http://127.0.0.1:1");
            WitnessClient client = new WitnessClient(http, nobody, key.verifier(), Duration.ofSeconds(10));
            assertInstanceOf(WitnessClient.Unreachable.class, add(client, leaves, 0, 350));
        }
    }

    @Test
    void aProofThatCarriesItsRecordIsCheckedWithNothingButThePolicy() throws Exception {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(Leaf.made(new java.util.UUID(1, i), java.time.Instant.EPOCH, new byte[Field.COUNT * 32])
                    .encoded());
        }
        List<byte[]> hashes = records.stream().map(MerkleTree::leafHash).toList();
        SignedNote note = note(log, hashes, 20);
        RecordProof proof =
                new RecordProof(records.get(7), new MerkleTree(MemoryTree.nodes(hashes), 20).inclusion(7), note);
        Policy policy = Policy.parse(("log " + log.verifier() + "\nquorum none\n").getBytes(UTF_8));
        RecordProof read = RecordProof.parse(proof.encoded());
        assertArrayEquals(proof.encoded(), read.encoded());
        assertInstanceOf(Policy.Signed.class, read.judge(policy));
        RecordProof other = new RecordProof(records.get(8), proof.inclusion(), note);
        assertInstanceOf(Policy.Refused.class, other.judge(policy));
        assertInstanceOf(Policy.Refused.class, new RecordProof(new byte[9], proof.inclusion(), note).judge(policy));
    }

    /** The trees differ in record 5: all roots of larger trees that were cosigned are of the one or all of the other. */
    private void oneHistory(Map<Long, byte[]> seen) {
        long real = seen.entrySet().stream().filter(one -> isOf(leaves, one)).count();
        long other = seen.entrySet().stream().filter(one -> isOf(fork, one)).count();
        long small = seen.keySet().stream().filter(size -> size <= 5).count();
        assertEquals(seen.size(), Math.max(real, other));
        assertEquals(small, Math.min(real, other));
    }

    private static boolean isOf(List<byte[]> tree, Map.Entry<Long, byte[]> cosigned) {
        return java.util.Arrays.equals(
                MemoryTree.root(tree.subList(0, cosigned.getKey().intValue())), cosigned.getValue());
    }

    private WitnessClient.Result add(WitnessClient client, List<byte[]> tree, long from, int size) throws Exception {
        return client.add(note(log, tree, size), from, smaller -> proof(tree, smaller, size));
    }

    private Witness open() throws Exception {
        return Witness.open(folder, key, logs, () -> 1_700_000_000);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static SignedNote note(NoteSigner log, List<byte[]> tree, int size) {
        String text = new Checkpoint(log.name(), size, MemoryTree.root(tree.subList(0, size))).text();
        return new SignedNote(text, List.of(log.sign(text)));
    }

    private static ConsistencyProof proof(List<byte[]> tree, long from, int size) {
        return new ConsistencyProof(from, size, MemoryTree.proof((int) from, tree.subList(0, size)));
    }

    private static byte[] request(NoteSigner log, List<byte[]> tree, int from, int size) {
        return new AddCheckpoint(from, proof(tree, from, size).hashes(), note(log, tree, size)).encoded();
    }
}
