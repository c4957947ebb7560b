package org.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.access.Decision;
import org.entente.access.Grounds;
import org.entente.access.Outcome;
import org.entente.access.Reason;
import org.entente.access.World;
import org.entente.json.JsonFields;
import org.entente.log.Hashes;
import org.entente.log.LeafView;
import org.entente.log.LogError;
import org.entente.log.Opening;
import org.jspecify.annotations.Nullable;

/**
 * Takes sampled decisions again (AUD-06): in the world whose hash stands in the record, for the hat and the product whose digests
 * stand in it, so that nobody can bring other grounds than those of then.
 */
final class Replay {
    private static final int HAT = 15;
    private static final int PRODUCT = 16;

    private final Bundle bundle;
    private final Records records;
    private final Map<String, World> worlds = new HashMap<>();

    Replay(Bundle bundle, Records records) {
        this.bundle = bundle;
        this.records = records;
    }

    void decision(JsonFields fields) throws IOException, LogError {
        UUID event = JsonLines.event(fields, "event");
        String hash = fields.text("world");
        Instant at = fields.instant("at");
        String hat = fields.text("hat");
        String product = fields.text("product");
        byte[] hatSalt = JsonLines.base64(fields, "hatSalt");
        byte[] productSalt = JsonLines.base64(fields, "productSalt");
        Outcome outcome = fields.oneOf("outcome", Outcome.class);
        List<Reason> reasons = fields.listOf("reasons", Reason.class);
        World world = world(hash);
        LeafView record = records.find(event);
        if (!HexFormat.of().formatHex(record.policyHash()).equals(hash)) {
            throw new LogError("event " + event + " was decided in another world than " + hash);
        }
        if (record.occurredMs() != at.toEpochMilli()) {
            throw new LogError("event " + event + " was not at " + at);
        }
        sealed(record, event, HAT, hat, hatSalt);
        sealed(record, event, PRODUCT, product, productSalt);
        Decision decision;
        try {
            decision = Grounds.of(hat, product).decide(world, at);
        } catch (IllegalArgumentException broken) {
            throw new LogError("the grounds of event " + event + " cannot be read");
        }
        if (decision.outcome() != outcome || !decision.reasons().equals(reasons)) {
            throw new LogError("event " + event + " was decided " + outcome + " " + reasons + ", and should have been "
                    + decision.outcome() + " " + decision.reasons());
        }
    }

    private static void sealed(LeafView record, UUID event, int field, String text, byte[] salt) throws LogError {
        if (salt.length != 32) {
            throw new LogError("a salt has 32 bytes");
        }
        byte[] value =
                HexFormat.of().formatHex(Hashes.sha256(text.getBytes(UTF_8))).getBytes(UTF_8);
        byte[] digest = new Opening(field, salt, value).sealedFor(event).digest();
        if (!Arrays.equals(digest, Openings.digest(record, field))) {
            throw new LogError("event " + event + " was not decided on these grounds");
        }
    }

    private World world(String hash) throws IOException, LogError {
        World known = worlds.get(hash);
        if (known == null) {
            known = read(hash);
            worlds.put(hash, known);
        }
        return known;
    }

    /** The text that the hash is taken over. */
    private World read(String hash) throws IOException, LogError {
        byte @Nullable [] text = hash.matches("[0-9a-f]{64}") ? bundle.read("worlds/" + hash + ".txt") : null;
        if (text == null) {
            throw new LogError("there is no world " + hash);
        }
        if (!HexFormat.of().formatHex(Hashes.sha256(text)).equals(hash)) {
            throw new LogError("the world " + hash + " is another one");
        }
        try {
            return World.of(new String(text, UTF_8));
        } catch (IllegalArgumentException broken) {
            throw new LogError("the world " + hash + " is none under the rules that this verifier knows");
        }
    }
}
