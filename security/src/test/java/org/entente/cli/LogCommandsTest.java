package org.entente.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.Vectors;
import org.entente.log.Checkpoint;
import org.entente.log.EventTypes;
import org.entente.log.Field;
import org.entente.log.Frontier;
import org.entente.log.KeyKind;
import org.entente.log.Leaf;
import org.entente.log.LogError;
import org.entente.log.MerkleTree;
import org.entente.log.NoteSigner;
import org.entente.log.SignedNote;
import org.entente.log.Tiles;
import org.entente.log.WitnessClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandsTest {
    private static final String ORIGIN = "entente.example/audit/1";

    @TempDir
    Path folder;

    private final NoteSigner log;
    private final NoteSigner witness;
    private final Path policy;

    LogCommandsTest(@TempDir Path keys) throws IOException, LogError {
        log = NoteSigner.generate(ORIGIN, KeyKind.LOG);
        witness = NoteSigner.generate("un.example/witness", KeyKind.WITNESS);
        witness.write(keys.resolve("witness.key"));
        policy = Files.writeString(
                keys.resolve("policy.txt"),
                "log " + log.verifier() + "\nwitness UN " + witness.verifier() + "\nquorum UN\n");
    }

    private record Ran(int status, String out, String err) {}

    private static Ran run(String input, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                java.util.Arrays.stream(arguments).map(Object::toString).toList(),
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return new Ran(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void everyProofOfTheVectorsIsAnsweredAsStated() throws IOException {
        StringBuilder input = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        try (Reader text = Files.newBufferedReader(Vectors.FOLDER.resolve("merkle-proofs.json"))) {
            JsonObject all = Json.createReader(text).readObject();
            for (String kind : List.of("inclusion", "consistency")) {
                for (JsonObject one : all.getJsonArray(kind).getValuesAs(JsonObject.class)) {
                    input.append(Json.createObjectBuilder(one).add("kind", kind).build())
                            .append('\n');
                    expected.append("{\"name\": \"" + one.getString("name") + "\", \"valid\": "
                            + !one.getBoolean("wantErr") + "}\n");
                }
            }
        }
        Ran ran = run(input.toString(), "proofs");
        assertEquals(expected.toString(), ran.out());
        assertEquals(0, ran.status());
    }

    @Test
    void aLineThatIsNoProofIsAnsweredInItsPlace() {
        String good =
                "{\"name\":\"a\",\"kind\":\"consistency\",\"size1\":1,\"size2\":1,\"root1\":\"\",\"root2\":\"\",\"proof\":null}\n";
        Ran ran = run(
                good + "nonsense\n" + good.replace("null", "[\"?\"]") + good.replace("\"size1\":1", "\"size1\":-1")
                        + good.replace("\"size1\":1", "\"size1\":18446744073709551616")
                        + good.replace("\"a\"", "\"b\""),
                "proofs");
        List<String> lines = ran.out().lines().toList();
        assertEquals(6, lines.size());
        assertEquals("{\"name\": \"a\", \"valid\": false}", lines.getFirst());
        for (int i = 1; i < 5; i++) {
            assertTrue(lines.get(i).startsWith("{\"error\": ") && lines.get(i).endsWith("\"line\": " + (i + 1) + "}"));
        }
        assertEquals("{\"name\": \"b\", \"valid\": false}", lines.getLast());
        assertEquals(1, ran.status());
    }

    @Test
    void aProofIsTakenFromABundleAndCheckedWithoutIt() throws Exception {
        Path bundle = folder.resolve("bundle");
        List<byte[]> records = records(600);
        log(bundle, records);
        Files.createDirectories(bundle.resolve("notes"));
        Files.move(bundle.resolve("checkpoint"), bundle.resolve("notes/600.txt"));
        Files.copy(policy, bundle.resolve("policy.txt"));
        Files.writeString(bundle.resolve("shown-to.json"), "{\"slot\": 3}");
        Ran sound = run("", "verify", bundle, "--policy", policy, "--retained", bundle.resolve("notes/600.txt"));
        assertEquals(0, sound.status(), sound.toString());
        assertTrue(sound.out().startsWith("verdict: sound\n"));
        assertEquals(2, run("", "verify", folder.resolve("none")).status());

        Ran proof = run("", "prove", new UUID(7, 444), bundle);
        assertEquals(0, proof.status());
        Path file = Files.writeString(folder.resolve("one.tlog-proof"), proof.out());
        Ran checked = run("", "prove", "--check", file, policy);
        assertEquals("record 444 of " + ORIGIN + ", which had 600 records, cosigned by UN\n", checked.out());
        Files.writeString(file, proof.out().replace("index 444", "index 445"));
        assertEquals(1, run("", "prove", "--check", file, policy).status());
        assertEquals(1, run("", "prove", new UUID(8, 444), bundle).status());

        Path bent = bundle.resolve("tile/entries/001");
        byte[] bytes = Files.readAllBytes(bent);
        bytes[1000] ^= 1;
        Files.write(bent, bytes);
        Ran difference = run("", "verify", bundle);
        assertEquals(1, difference.status());
        assertTrue(difference.out().contains("first difference: record 2"), difference.out());
    }

    @Test
    void aWatchFollowsALogAndKeepsWhatShowsAFork() throws Exception {
        Path served = folder.resolve("served");
        Path state = folder.resolve("state");
        List<byte[]> records = records(900);
        Object[] watch = {"watch", served, "--state", state, "--policy", policy, "--once"};
        log(served, records.subList(0, 100));
        assertEquals(ORIGIN + " grew from 0 to 100 records\n", run("", watch).out());
        assertEquals(ORIGIN + " still has 100 records\n", run("", watch).out());
        log(served, records.subList(0, 700));
        assertEquals(ORIGIN + " grew from 100 to 700 records\n", run("", watch).out());
        assertTrue(Files.exists(state.resolve("tile/entries/001")));
        assertTrue(Files.exists(state.resolve("notes/700.txt")));

        Path forked = folder.resolve("forked");
        List<byte[]> other = new ArrayList<>(records);
        other.set(50, records.get(51));
        log(forked, other.subList(0, 800));
        watch[1] = forked;
        Ran fork = run("", watch);
        assertEquals(1, fork.status(), fork.toString());
        assertTrue(fork.out().startsWith("ALARM: "), fork.out());
        assertEquals(3, fork.out().lines().count());
        fork.out().lines().skip(1).forEach(line -> assertTrue(Files.exists(Path.of(line.substring(6)))));

        log(folder.resolve("old"), records.subList(0, 300));
        watch[1] = folder.resolve("old");
        Ran rollback = run("", watch);
        assertEquals(1, rollback.status());
        assertTrue(rollback.out().startsWith("ALARM: the log went back from 700 to 300"), rollback.out());

        log(folder.resolve("same"), other.subList(0, 700));
        watch[1] = folder.resolve("same");
        assertTrue(run("", watch).out().startsWith("ALARM: the log has two roots for 700"));

        log(served, records);
        Path bent = served.resolve("tile/entries/003.p/132");
        byte[] sound = Files.readAllBytes(bent);
        byte[] bytes = sound.clone();
        bytes[500] ^= 1;
        Files.write(bent, bytes);
        watch[1] = served;
        assertTrue(run("", watch).out().startsWith("ALARM: record 7"));
        Files.write(bent, sound);
        assertEquals(ORIGIN + " grew from 700 to 900 records\n", run("", watch).out());
        Files.writeString(served.resolve("checkpoint"), "nonsense");
        assertEquals(1, run("", watch).status());
    }

    @Test
    void aLogIsWatchedOverTheNetworkAndCosigned() throws Exception {
        Path served = folder.resolve("served");
        log(served, records(300));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            Path file = served.resolve(exchange.getRequestURI().getPath().substring(5));
            boolean there = Files.isRegularFile(file);
            byte[] bytes = there ? Files.readAllBytes(file) : new byte[] {'?'};
            exchange.sendResponseHeaders(there ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            Path key = folder.resolve("key");
            witness.write(key);
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
            Object[] watch = {
                "watch", url, "--state", folder.resolve("state"), "--policy", policy, "--key", key, "--once"
            };
            List<String> found = run("", watch).out().lines().toList();
            assertEquals(ORIGIN + " grew from 0 to 300 records", found.getFirst());
            assertTrue(found.get(1).startsWith("\u2014 un.example/witness "), found.toString());
            watch[1] = url + "/nothing";
            assertEquals(1, run("", watch).status());
            watch[1] = "http://";
            assertEquals(1, run("", watch).status());
            watch[1] = "http://127.0.0.1:1/";
            assertEquals(2, run("", watch).status());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void keysAreMadeAndNeverOverwritten() throws Exception {
        Ran made = run("", "keys", "au.example/w", folder, "--witness");
        assertEquals(0, made.status());
        NoteSigner signer = NoteSigner.read(folder.resolve("au.example_w.key"));
        assertEquals(signer.verifier() + "\n", made.out());
        assertEquals(KeyKind.WITNESS, signer.verifier().kind());
        assertEquals(2, run("", "keys", "au.example/w", folder, "--witness").status());
        assertEquals(1, run("", "keys", "a b", folder).status());
    }

    @Test
    void wrongWordsAreAnsweredWithAdvice() {
        for (Object[] wrong : new Object[][] {
            {"verify"},
            {"verify", "a", "b"},
            {"verify", "a", "--loud"},
            {"verify", "a", "--retained"},
            {"prove", "a"},
            {"prove", "not-an-event", "a"},
            {"prove", "--check", "a"},
            {"watch", "a"},
            {"watch", "a", "--state", "b"},
            {"witness"},
            {"witness", "--state", "a", "--key", "b", "--listen", "c:1"},
            {"witness", "--state", "a", "--key", "b", "--listen", "c", "--log", "d"},
            {"keys", "a"},
            {"proofs", "a"}
        }) {
            Ran ran = run("", wrong);
            assertEquals(2, ran.status(), List.of(wrong).toString());
            assertTrue(ran.err().contains("verify  BUNDLE"), ran.err());
        }
    }

    /** A real process, killed without warning again and again while it is asked for two histories at once. */
    @Test
    void aWitnessThatIsKilledNeverSignsTwoHistories() throws Exception {
        List<byte[]> real = records(400);
        List<byte[]> fork = new ArrayList<>(real);
        fork.set(0, real.get(1));
        Path key = folder.resolve("key");
        witness.write(key);
        SplittableRandom random = new SplittableRandom(31);
        Tree[] trees = {new Tree(folder.resolve("real"), real), new Tree(folder.resolve("fork"), fork)};
        int[] signed = new int[2];
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int life = 0; life < 3; life++) {
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-XX:TieredStopAtLevel=1",
                                Main.class.getName(),
                                "witness",
                                "--state",
                                folder.resolve("witness").toString(),
                                "--key",
                                key.toString(),
                                "--policy",
                                policy.toString(),
                                "--listen",
                                "127.0.0.1:0")
                        .redirectErrorStream(true)
                        .start();
                try (BufferedReader out = process.inputReader()) {
                    String line = out.readLine();
                    assertNotNull(line);
                    assertTrue(line.contains(" listens on "), line);
                    URI address = URI.create("http://127.0.0.1:" + line.substring(line.lastIndexOf(' ') + 1));
                    WitnessClient client = new WitnessClient(http, address, witness.verifier(), Duration.ofSeconds(5));
                    int grace = 60 + random.nextInt(200);
                    // killed some time after its first answer: how long a busy machine takes to that is not what is
                    // tried
                    CountDownLatch answered = new CountDownLatch(1);
                    Thread killer = Thread.ofPlatform().start(() -> {
                        try {
                            answered.await(30, TimeUnit.SECONDS);
                            Thread.sleep(grace);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        process.destroyForcibly();
                    });
                    for (int i = 0; process.isAlive(); i++) {
                        int which = i % 2;
                        int size = 1 + random.nextInt(400);
                        SignedNote note = trees[which].note(size);
                        if (client.add(note, 0, trees[which].tree(size)::consistency)
                                instanceof WitnessClient.Cosigned) {
                            signed[which]++;
                        }
                        answered.countDown();
                    }
                    killer.join();
                } finally {
                    process.destroyForcibly();
                }
            }
        }
        assertEquals(0, Math.min(signed[0], signed[1]), "seed 31: it signed for both");
        assertTrue(signed[0] + signed[1] > 0);

        // and it ends when it is asked to
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "witness",
                        "--state",
                        folder.resolve("witness").toString(),
                        "--key",
                        key.toString(),
                        "--log",
                        log.verifier().vkey(),
                        "--listen",
                        "127.0.0.1:0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertNotNull(out.readLine());
            process.destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theRegisteredTypesHaveNamesAndNumbers() {
        assertTrue(EventTypes.isKnown(12));
        assertFalse(EventTypes.isKnown(0));
        assertFalse(EventTypes.isKnown(65_535));
        assertEquals("READ_PRODUCT", EventTypes.names().get(12));
    }

    private final class Tree {
        private final Path files;
        private final List<byte[]> records;

        Tree(Path files, List<byte[]> records) throws Exception {
            this.files = files;
            this.records = records;
            Tiles.quick(files).append(0, records);
        }

        MerkleTree tree(int size) {
            return new MerkleTree(Tiles.quick(files).nodes(records.size()), size);
        }

        SignedNote note(int size) throws Exception {
            String text = new Checkpoint(ORIGIN, size, tree(size).root()).text();
            return new SignedNote(text, List.of(log.sign(text)));
        }
    }

    private void log(Path served, List<byte[]> records) throws Exception {
        Frontier frontier = new Frontier();
        records.forEach(frontier::append);
        Tiles.quick(served).append(0, records);
        String text = new Checkpoint(ORIGIN, records.size(), frontier.root()).text();
        SignedNote note = new SignedNote(text, List.of(log.sign(text), witness.cosign(text, 1_700_000_000)));
        Files.write(served.resolve("checkpoint"), note.encoded());
    }

    private static List<byte[]> records(int count) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(Leaf.made(new UUID(7, i), Instant.EPOCH, new byte[Field.COUNT * 32])
                    .encoded());
        }
        return records;
    }
}
