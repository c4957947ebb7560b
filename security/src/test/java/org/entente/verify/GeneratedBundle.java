package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.Vectors;
import org.entente.access.AccessPolicy;
import org.entente.access.Decision;
import org.entente.access.Grounds;
import org.entente.access.WorldFile;
import org.entente.identity.Hat;
import org.entente.log.Checkpoint;
import org.entente.log.Frontier;
import org.entente.log.Hashes;
import org.entente.log.KeyKind;
import org.entente.log.Leaf;
import org.entente.log.LogError;
import org.entente.log.NoteSigner;
import org.entente.log.Opening;
import org.entente.log.SignedNote;
import org.entente.log.Tiles;

/** A log that never was, with everything that an auditor is given of it; the same for the same seed but for its keys. */
final class GeneratedBundle {
    static final String ORIGIN = "entente.example/audit/1";
    static final int RELEASE = 56;
    static final int READ = 12;

    private static final Keys KEYS = Keys.make();

    final List<byte[]> records = new ArrayList<>();
    final TreeSet<Integer> noteSizes = new TreeSet<>();
    final List<String> openings = new ArrayList<>();
    final List<String> erasures = new ArrayList<>();
    final List<String> receipts = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();
    final List<UUID> events = new ArrayList<>();
    private final SplittableRandom random;
    private final World world;

    record Keys(NoteSigner log, List<NoteSigner> witnesses) {
        static Keys make() {
            try {
                List<NoteSigner> witnesses = new ArrayList<>();
                for (String name : List.of("UN", "AU", "ECOWAS", "EU")) {
                    witnesses.add(NoteSigner.generate(name + ".example/witness", KeyKind.WITNESS));
                }
                return new Keys(NoteSigner.generate(ORIGIN, KeyKind.LOG), witnesses);
            } catch (LogError e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The world in which all these events happened, and what was asked in it. */
    record World(WorldFile.Loaded file, String hash) {
        static World read(String name) throws IOException {
            WorldFile.Loaded file = Vectors.world(name);
            return new World(file, HexFormat.of().formatHex(file.world().hash()));
        }
    }

    GeneratedBundle(long seed, int size, World world) {
        this.random = new SplittableRandom(seed);
        this.world = world;
        long[] running = new long[256];
        AccessPolicy policy = AccessPolicy.of(world.file().world());
        for (int i = 0; i < size; i++) {
            int actor = random.nextInt(8) == 0 ? 255 : random.nextInt(5);
            int kind = random.nextInt(10);
            int type = kind == 0 ? RELEASE : kind < 6 ? READ : 11;
            UUID event = new UUID(random.nextLong(), random.nextLong());
            events.add(event);
            List<Leaf.Field> grounds = new ArrayList<>();
            long at = 1_700_000_000_000L + i * 1000L + random.nextInt(5000);
            if (type == READ && random.nextInt(40) == 0) {
                at = decision(event, policy, grounds);
            }
            records.add(
                    record(event, type, actor, ++running[actor], i, at, grounds).encoded());
            if (type == RELEASE) {
                receipts.add("{\"event\":\"" + event + "\",\"type\":56,\"what\":\"release\",\"ref\":\"R" + i + "\"}");
            }
        }
        if (size > 1 && random.nextBoolean()) {
            int erased = random.nextInt(size - 1);
            int by = random.nextInt(erased + 1, size);
            openings.removeIf(line -> line.contains(events.get(erased) + "\",\"field\":5,"));
            erasures.add("{\"event\":\"" + events.get(erased) + "\",\"field\":5,\"by\":\"" + events.get(by) + "\"}");
        }
        noteSizes.add(size);
        for (int i = random.nextInt(2); i > 0; i--) {
            noteSizes.add(random.nextInt(size + 1));
        }
    }

    static NoteSigner log() {
        return KEYS.log();
    }

    static NoteSigner witness(int number) {
        return KEYS.witnesses().get(number);
    }

    static String policy() {
        StringBuilder text = new StringBuilder("log " + KEYS.log().verifier() + "\n");
        StringBuilder group = new StringBuilder("group four 3");
        for (int i = 0; i < 4; i++) {
            text.append("witness W" + i + " " + witness(i).verifier() + "\n");
            group.append(" W" + i);
        }
        return text + group.toString() + "\nquorum four\n";
    }

    /** A note over the first records, under the hands of these witnesses. */
    static byte[] note(List<byte[]> records, int size, int... witnesses) {
        Frontier frontier = new Frontier();
        records.subList(0, size).forEach(frontier::append);
        return note(new Checkpoint(ORIGIN, size, frontier.root()), witnesses);
    }

    static byte[] note(Checkpoint checkpoint, int... witnesses) {
        String text = checkpoint.text();
        List<SignedNote.Signature> signatures =
                new ArrayList<>(List.of(KEYS.log().sign(text)));
        for (int witness : witnesses) {
            signatures.add(witness(witness).cosign(text, 1_700_000_000L + witness));
        }
        return new SignedNote(text, signatures).encoded();
    }

    void write(Path folder) throws IOException, LogError {
        Tiles tiles = Tiles.quick(folder);
        int before = 0;
        for (int size : noteSizes) {
            tiles.append(before, records.subList(before, size));
            put(folder, "notes/" + size + ".txt", note(records, size, 0, 1, 3));
            before = size;
        }
        put(folder, "policy.txt", policy().getBytes(UTF_8));
        put(folder, "openings.jsonl", lines(openings));
        put(folder, "erasures.jsonl", lines(erasures));
        put(folder, "receipts.jsonl", lines(receipts));
        put(folder, "receipts-types.json", "[56, 57]".getBytes(UTF_8));
        put(folder, "decisions.jsonl", lines(decisions));
        put(
                folder,
                "worlds/" + world.hash() + ".txt",
                world.file().world().text().getBytes(UTF_8));
    }

    static byte[] lines(List<String> lines) {
        return lines.isEmpty() ? new byte[0] : (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    static void put(Path folder, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Leaf record(UUID event, int type, int actor, long running, int index, long at, List<Leaf.Field> grounds) {
        List<Leaf.Field> fields = new ArrayList<>();
        boolean open = random.nextInt(3) == 0;
        for (int id : new int[] {1, 2, 5, 7, 10}) {
            byte[] salt = new byte[32];
            random.nextBytes(salt);
            String value = "value " + index + "/" + id + " é\"\\";
            fields.add(new Opening(id, salt, value.getBytes(UTF_8)).sealedFor(event));
            if (open) {
                openings.add("{\"event\":\"" + event + "\",\"field\":" + id + ",\"salt\":\""
                        + Base64.getEncoder().encodeToString(salt) + "\",\"value\":"
                        + Json.createValue(value) + "}");
            }
        }
        fields.addAll(grounds);
        return new Leaf(
                event,
                type,
                at,
                actor,
                1 << (actor & 7),
                running,
                type != RELEASE && random.nextInt(5) == 0 ? Leaf.Outcome.DENY : Leaf.Outcome.PERMIT,
                random.nextInt(20) == 0 ? Leaf.Mode.W : Leaf.Mode.D,
                world.file().world().hash(),
                fields);
    }

    /** Takes a decision, tells it, and seals its grounds into fields of the record; answers when it was. */
    private long decision(UUID event, AccessPolicy policy, List<Leaf.Field> fields) {
        Hat hat = world.file().hats().get(random.nextInt(world.file().hats().size()));
        int number = random.nextInt(world.file().products().size());
        WorldFile.Case any =
                world.file().cases().get(random.nextInt(world.file().cases().size()));
        boolean acknowledged = random.nextBoolean();
        Decision decision = policy.decide(hat, world.file().products().get(number), any.at(), acknowledged);
        Grounds grounds = new Grounds(hat, world.file().products().get(number), acknowledged);
        var line = Json.createObjectBuilder()
                .add("event", event.toString())
                .add("world", world.hash())
                .add("at", any.at().toString())
                .add("outcome", decision.outcome().name())
                .add("hat", grounds.hatText())
                .add("hatSalt", sealed(event, 15, grounds.hatText(), fields))
                .add("product", grounds.productText())
                .add("productSalt", sealed(event, 16, grounds.productText(), fields));
        var reasons = Json.createArrayBuilder();
        decision.reasons().forEach(reason -> reasons.add(reason.name()));
        decisions.add(line.add("reasons", reasons).build().toString());
        return any.at().toEpochMilli();
    }

    private String sealed(UUID event, int field, String text, List<Leaf.Field> fields) {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        String digest = HexFormat.of().formatHex(Hashes.sha256(text.getBytes(UTF_8)));
        fields.add(new Opening(field, salt, digest.getBytes(UTF_8)).sealedFor(event));
        return Base64.getEncoder().encodeToString(salt);
    }
}
