package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.access.AccessPolicy;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.access.ProductFacts;
import org.entente.access.Reason;
import org.entente.access.World;
import org.entente.access.WorldFile;
import org.entente.identity.Hat;
import org.entente.json.JsonFields;
import org.entente.log.Hashes;
import org.entente.log.LogError;
import org.jspecify.annotations.Nullable;

/** Takes sampled decisions again, each in the world whose hash stands in its record (AUD-06). */
final class Replay {
    private final Bundle bundle;
    private final Records records;
    private final Map<String, Past> worlds = new HashMap<>();

    private record Past(AccessPolicy policy, byte[] hash, Map<String, Hat> hats, boolean inline) {}

    Replay(Bundle bundle, Records records) {
        this.bundle = bundle;
        this.records = records;
    }

    void decision(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        String hash = fields.text("world");
        Instant at = fields.instant("at");
        JsonFields inner = fields.optionalObject("product");
        Outcome outcome = fields.oneOf("outcome", Outcome.class);
        List<Reason> reasons = fields.listOf("reasons", Reason.class);
        if (inner == null) {
            throw new LogError("there is no product");
        }
        ProductFacts product = WorldFile.product(inner);
        boolean beside = fields.optionalFlag("acknowledged");
        boolean acknowledged = inner.optionalFlag("acknowledged") || beside;
        inner.done();
        Past past = past(hash);
        Hat hat = past.inline ? inline(fields) : past.hats.get(fields.text("hat"));
        if (!Arrays.equals(records.find(event).policyHash(), past.hash)) {
            throw new LogError("event " + event + " was decided in another world than " + hash);
        }
        if (hat == null) {
            throw new LogError("nobody had the hat in that world");
        }
        require(past.policy, product);
        Decision decision = past.policy.decide(hat, product, at, acknowledged);
        if (decision.outcome() != outcome || !decision.reasons().equals(reasons)) {
            throw new LogError("event " + event + " was decided " + outcome + " " + reasons + ", and should have been "
                    + decision.outcome() + " " + decision.reasons());
        }
    }

    private Past past(String hash) throws IOException, LogError {
        Past past = worlds.get(hash);
        if (past == null) {
            past = read(hash);
            worlds.put(hash, past);
        }
        return past;
    }

    private Past read(String hash) throws IOException, LogError {
        boolean named = hash.matches("[0-9a-f]{64}");
        byte @Nullable [] canonical = named ? bundle.read("worlds/" + hash + ".txt") : null;
        if (canonical != null) {
            return canonical(hash, canonical);
        }
        byte @Nullable [] text = named ? bundle.read("worlds/" + hash + ".json") : null;
        if (text == null) {
            throw new LogError("there is no world " + hash);
        }
        return switch (WorldFile.read(new InputStreamReader(new ByteArrayInputStream(text), UTF_8))) {
            case WorldFile.Problems problems ->
                throw new LogError("the world " + hash + " has something wrong in line "
                        + problems.problems().getFirst().line());
            case WorldFile.Loaded loaded -> {
                byte[] computed = loaded.world().hash();
                if (!HexFormat.of().formatHex(computed).equals(hash)) {
                    throw new LogError("the world " + hash + " is another one");
                }
                Map<String, Hat> hats = new HashMap<>();
                loaded.hats().forEach(hat -> hats.put(hat.id(), hat));
                yield new Past(AccessPolicy.of(loaded.world()), computed, hats, false);
            }
        };
    }

    /** The text that the hash is taken over; it has no hats, so the decision brings its own. */
    private static Past canonical(String hash, byte[] text) throws LogError {
        byte[] computed = Hashes.sha256(text);
        if (!HexFormat.of().formatHex(computed).equals(hash)) {
            throw new LogError("the world " + hash + " is another one");
        }
        try {
            return new Past(AccessPolicy.of(World.of(new String(text, UTF_8))), computed, Map.of(), true);
        } catch (IllegalArgumentException broken) {
            throw new LogError("the world " + hash + " is none under the rules that this verifier knows");
        }
    }

    private static @Nullable Hat inline(JsonFields fields) {
        JsonFields hat = fields.optionalObject("hat");
        if (hat == null) {
            return null;
        }
        Hat read = WorldFile.hat(hat);
        hat.done();
        return read;
    }

    /** As a world file is checked: a product of an organisation that the world does not have is no question. */
    private static void require(AccessPolicy policy, ProductFacts product) throws LogError {
        boolean originator = policy.world().organisations().stream()
                .anyMatch(organisation -> organisation.code().equals(product.originator()));
        boolean mission = product.mission() == null
                || policy.world().missions().stream()
                        .anyMatch(known -> known.code().equals(product.mission()));
        if (!originator || !mission) {
            throw new LogError("the product is of an organisation or a mission that this world does not have");
        }
    }
}
