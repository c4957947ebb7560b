package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.Vectors;
import org.entente.access.AccessPolicy;
import org.entente.access.Decision;
import org.entente.access.Grounds;
import org.entente.access.WorldFile;
import org.entente.identity.Hat;
import org.entente.log.Checkpoint;
import org.entente.log.Field;
import org.entente.log.Frontier;
import org.entente.log.Hashes;
import org.entente.log.KeyKind;
import org.entente.log.Leaf;
import org.entente.log.LogError;
import org.entente.log.Made;
import org.entente.log.NoteSigner;
import org.entente.log.Opened;
import org.entente.log.Opening;
import org.entente.log.Owed;
import org.entente.log.SignedNote;
import org.entente.log.Slots;
import org.entente.log.Tiles;
import org.jspecify.annotations.Nullable;

/** A log that never was, with everything that an auditor is given of it; the same for the same seed but for its keys. */
final class GeneratedBundle {
    static final String ORIGIN = "entente.example/audit/1";
    static final int RELEASE = 56;
    static final int READ = 12;
    static final int PURGE = 99;
    static final int JOINT = Slots.JOINT;

    private static final Keys KEYS = Keys.make();

    final List<byte[]> records = new ArrayList<>();
    final TreeSet<Integer> noteSizes = new TreeSet<>();
    final List<String> openings = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<String> slots = new ArrayList<>();
    final List<String> erasures = new ArrayList<>();
    final List<String> receipts = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();
    final List<String> made = new ArrayList<>();
    final Map<String, String> rows = new TreeMap<>();
    private final Map<String, UUID> wrote = new TreeMap<>();

    /** What the purge that is being made erases. */
    private @Nullable UUID purged;

    final List<UUID> events = new ArrayList<>();
    private final SplittableRandom random;
    private final World world;
    private final int reader;
    private final long[] counts = new long[Slots.JOINT + 1];

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
        this(seed, size, world, JOINT);
    }

    /** The bundle of an organisation's auditor, or of the joint one. */
    GeneratedBundle(long seed, int size, World world, int reader) {
        this.random = new SplittableRandom(seed);
        this.world = world;
        this.reader = reader;
        AccessPolicy policy = AccessPolicy.of(world.file().world());
        int erased = size > 1 && random.nextBoolean() ? random.nextInt(size - 1) : -1;
        int by = erased < 0 ? -1 : random.nextInt(erased + 1, size);
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(10);
            int type = i == by ? PURGE : kind == 0 ? RELEASE : kind < 6 ? READ : 11;
            UUID event = new UUID(random.nextLong(), random.nextLong());
            events.add(event);
            purged = i == by ? events.get(erased) : null;
            record(event, type, i, policy, i == erased || i == by);
        }
        if (erased >= 0) {
            erase(erased, by);
        }
        noteSizes.add(size);
        for (int i = random.nextInt(2); i > 0; i--) {
            noteSizes.add(random.nextInt(size + 1));
        }
    }

    /** The fifth field of one event goes, by a purge that concerns the same organisation. */
    private void erase(int erased, int by) {
        if (openings.removeIf(line -> line.contains(events.get(erased) + "\",\"field\":5,"))) {
            erasures.add("{\"event\":\"" + events.get(erased) + "\",\"field\":5,\"by\":\"" + events.get(by) + "\"}");
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
        put(folder, "shown-to.json", ("{\"slot\":" + reader + "}").getBytes(UTF_8));
        put(folder, "openings.jsonl", lines(openings));
        put(folder, "opened.jsonl", lines(opened));
        put(folder, "slots.jsonl", lines(slots));
        put(folder, "erasures.jsonl", lines(erasures));
        put(folder, "receipts.jsonl", lines(receipts));
        put(folder, "receipts-types.json", "[56, 57]".getBytes(UTF_8));
        put(folder, "decisions.jsonl", lines(decisions));
        put(folder, "made.jsonl", lines(made));
        put(folder, "rows.jsonl", lines(List.copyOf(rows.values())));
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

    private void record(UUID event, int type, int index, AccessPolicy policy, boolean readers) {
        boolean decided = type == READ && random.nextInt(40) == 0;
        Leaf.Outcome outcome = type == READ && random.nextInt(5) == 0 ? Leaf.Outcome.DENY : Leaf.Outcome.PERMIT;
        long at = 1_700_000_000_000L + index * 1000L + random.nextInt(5000);
        Map<Field, String> values = new TreeMap<>();
        for (Field field : List.of(Field.PERSON, Field.HAT, Field.SESSION, Field.MARKING)) {
            values.put(field, "value " + index + "/" + field + " é\"\\");
        }
        values.put(Field.OBJECT, type == RELEASE ? "R" + index : "P" + index);
        values.put(Field.ACTION, Integer.toString(type));
        values.put(Field.ACTOR, "-");
        values.put(Field.OUTCOME, outcome.name());
        values.put(Field.MODE, random.nextInt(20) == 0 ? "W" : "D");
        values.put(Field.POLICY, world.hash());
        Grounds grounds = null;
        if (decided) {
            WorldFile.Case any =
                    world.file().cases().get(random.nextInt(world.file().cases().size()));
            Hat hat = world.file().hats().get(random.nextInt(world.file().hats().size()));
            grounds = new Grounds(
                    hat,
                    world.file()
                            .products()
                            .get(random.nextInt(world.file().products().size())),
                    random.nextBoolean());
            at = any.at().toEpochMilli();
            values.put(Field.HAT_GROUND, sha256(grounds.hatText()));
            values.put(Field.OBJECT_GROUND, sha256(grounds.productText()));
        }
        values.put(Field.OCCURRED, Long.toString(at));
        UUID gone = purged;
        if (gone != null) {
            byte[] id = ByteBuffer.allocate(16)
                    .putLong(gone.getMostSignificantBits())
                    .putLong(gone.getLeastSignificantBits())
                    .array();
            values.put(Field.DETAIL, "purge, digest=" + HexFormat.of().formatHex(Hashes.sha256(id)));
        }
        String key = "R" + index % 7;
        byte[] digest = bytes();
        UUID after = wrote.get(key);
        if (type == RELEASE) {
            Made one = new Made();
            one.add("release", key, digest, after);
            values.put(Field.MADE, Objects.requireNonNull(one.digest()));
            wrote.put(key, event);
        }
        Opened lists = new Opened(
                bytes(), type == READ ? new TreeMap<>(Map.of(2, "P" + index + "\t1\t0-2\n")) : new TreeMap<>());
        List<Slots.Given> given = new ArrayList<>();
        long all = values.keySet().stream().mapToLong(Field::bit).sum();
        int own = reader == JOINT ? 0 : reader;
        int actor = readers ? own : random.nextInt(5);
        if (actor < 4) {
            given.add(new Slots.Given(actor, ++counts[actor], all | (type == READ ? Owed.list(2) : 0)));
        }
        if (actor != 2) {
            given.add(new Slots.Given(
                    2,
                    ++counts[2],
                    (all & ~Field.PERSON.bit() & ~Field.HAT_GROUND.bit()) | (type == READ ? Owed.list(2) : 0)));
        }
        given.add(new Slots.Given(JOINT, ++counts[JOINT], all | (type == READ ? Owed.list(2) : 0)));
        Slots slots = new Slots(bytes(), given);
        byte[] digests = new byte[Field.COUNT * 32];
        random.nextBytes(digests);
        Map<Field, byte[]> salts = new TreeMap<>();
        long owed = given.stream()
                .filter(g -> g.slot() == reader)
                .mapToLong(Slots.Given::owed)
                .sum();
        values.forEach((field, value) -> {
            byte[] salt = bytes();
            salts.put(field, salt);
            Opening opening = Opening.of(field, salt, value);
            System.arraycopy(opening.digestFor(event), 0, digests, 32 * (field.number() - 1), 32);
            if (Owed.has(owed, field)) {
                openings.add("{\"event\":\"" + event + "\",\"field\":" + field.number() + ",\"salt\":\"" + base64(salt)
                        + "\",\"value\":" + Json.createValue(value) + "}");
            }
        });
        System.arraycopy(lists.rootFor(event), 0, digests, 32 * (Field.OPENED.number() - 1), 32);
        records.add(Leaf.made(event, Instant.ofEpochMilli(at), digests)
                .sequenced(slots.rootFor(event))
                .encoded());
        if (type == RELEASE) {
            written(event, key, digest, after, Owed.has(owed, Field.PERSON));
        }
        for (Slots.Given one : given) {
            if (one.slot() == reader) {
                tell(event, slots.shown(event, one));
                if (type == READ) {
                    tell(event, lists.shown(event, 2));
                }
                if (type == RELEASE) {
                    receipts.add("{\"event\":\"" + event + "\",\"type\":56,\"what\":\"release\",\"ref\":\"R" + index
                            + "\"}");
                }
                if (grounds != null && Owed.has(one.owed(), Field.HAT_GROUND)) {
                    tell(event, policy, grounds, Instant.ofEpochMilli(at), salts);
                }
            }
        }
    }

    /** A row that an event wrote: its line where the reader is told who acted, and how it stands where the reader ever was. */
    private void written(UUID event, String key, byte[] digest, @Nullable UUID after, boolean told) {
        String row = "{\"event\":\"" + event + "\",\"kind\":\"release\",\"key\":\"" + key + "\",\"digest\":\""
                + base64(digest) + "\"";
        if (told) {
            made.add(row + ",\"after\":\"" + (after == null ? "" : after) + "\"}");
        }
        if (told || rows.containsKey(key)) {
            rows.put(key, row + "}");
        }
    }

    private void tell(UUID event, Slots.Shown slot) {
        slots.add("{\"event\":\"" + event + "\",\"slot\":" + slot.given().slot() + ",\"salt\":\"" + base64(slot.salt())
                + "\",\"count\":" + slot.given().count() + ",\"owed\":\""
                + String.format("%016x", slot.given().owed()) + "\",\"path\":" + path(slot.path()) + "}");
    }

    private void tell(UUID event, Opened.Shown list) {
        opened.add("{\"event\":\"" + event + "\",\"slot\":" + list.slot() + ",\"salt\":\"" + base64(list.salt())
                + "\",\"list\":" + Json.createValue(list.list()) + ",\"path\":" + path(list.path()) + "}");
    }

    /** A decision, to be taken again. */
    private void tell(UUID event, AccessPolicy policy, Grounds grounds, Instant at, Map<Field, byte[]> salts) {
        Decision decision = policy.decide(grounds.hat(), grounds.product(), at, grounds.acknowledged());
        var line = Json.createObjectBuilder()
                .add("event", event.toString())
                .add("world", world.hash())
                .add("worldSalt", base64(salt(salts, Field.POLICY)))
                .add("at", at.toString())
                .add("atSalt", base64(salt(salts, Field.OCCURRED)))
                .add("outcome", decision.outcome().name())
                .add("hat", grounds.hatText())
                .add("hatSalt", base64(salt(salts, Field.HAT_GROUND)))
                .add("product", grounds.productText())
                .add("productSalt", base64(salt(salts, Field.OBJECT_GROUND)));
        var reasons = Json.createArrayBuilder();
        decision.reasons().forEach(reason -> reasons.add(reason.name()));
        decisions.add(line.add("reasons", reasons).build().toString());
    }

    private static byte[] salt(Map<Field, byte[]> salts, Field field) {
        return Objects.requireNonNull(salts.get(field));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String path(List<byte[]> path) {
        return path.stream().map(hash -> "\"" + base64(hash) + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Hashes.sha256(text.getBytes(UTF_8)));
    }
}
