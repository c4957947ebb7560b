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
import org.entente.access.WorldFile;
import org.entente.identity.Hat;
import org.entente.json.JsonFields;
import org.entente.log.LogError;
import org.jspecify.annotations.Nullable;

/** Takes sampled decisions again, each in the world whose hash stands in its record (AUD-06). */
final class Replay {
    private final Bundle bundle;
    private final Records records;
    private final Map<String, Past> worlds = new HashMap<>();

    private record Past(AccessPolicy policy, byte[] hash, Map<String, Hat> hats) {}

    Replay(Bundle bundle, Records records) {
        this.bundle = bundle;
        this.records = records;
    }

    void decision(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        String hash = fields.text("world");
        String hatId = fields.text("hat");
        Instant at = fields.instant("at");
        JsonFields inner = fields.optionalObject("product");
        boolean acknowledged = fields.flag("acknowledged");
        Outcome outcome = fields.oneOf("outcome", Outcome.class);
        List<Reason> reasons = fields.listOf("reasons", Reason.class);
        if (inner == null) {
            throw new LogError("there is no product");
        }
        ProductFacts product = WorldFile.product(inner);
        inner.done();
        Past past = past(hash);
        if (!Arrays.equals(records.find(event).policyHash(), past.hash)) {
            throw new LogError("event " + event + " was decided in another world than " + hash);
        }
        Hat hat = past.hats.get(hatId);
        if (hat == null) {
            throw new LogError("nobody had the hat " + hatId + " in that world");
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
        byte @Nullable [] text = hash.matches("[0-9a-f]{64}") ? bundle.read("worlds/" + hash + ".json") : null;
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
                yield new Past(AccessPolicy.of(loaded.world()), computed, hats);
            }
        };
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
