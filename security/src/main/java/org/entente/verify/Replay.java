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
import org.entente.log.Field;
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
        byte[] worldSalt = JsonLines.hash(fields, "worldSalt");
        byte[] atSalt = JsonLines.hash(fields, "atSalt");
        byte[] hatSalt = JsonLines.hash(fields, "hatSalt");
        byte[] productSalt = JsonLines.hash(fields, "productSalt");
        Outcome outcome = fields.oneOf("outcome", Outcome.class);
        List<Reason> reasons = fields.listOf("reasons", Reason.class);
        World world = world(hash);
        LeafView record = records.find(event);
        sealed(record, event, Opening.of(Field.POLICY, worldSalt, hash), "in this world");
        sealed(record, event, Opening.of(Field.OCCURRED, atSalt, Long.toString(at.toEpochMilli())), "at this instant");
        sealed(record, event, Opening.of(Field.HAT_GROUND, hatSalt, sha256(hat)), "on these grounds");
        sealed(record, event, Opening.of(Field.OBJECT_GROUND, productSalt, sha256(product)), "on these grounds");
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

    private static void sealed(LeafView record, UUID event, Opening opening, String how) throws LogError {
        if (!Arrays.equals(opening.digestFor(event), record.digest(opening.field()))) {
            throw new LogError("event " + event + " was not decided " + how);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Hashes.sha256(text.getBytes(UTF_8)));
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
