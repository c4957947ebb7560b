package org.entente.running;

import static org.entente.running.Papers.expect;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Missions of a story's own, so that what happens to them happens to nobody else's. */
public final class Missions {
    private Missions() {}

    public static void founded(String code, String lead, String by, @Nullable String host) {
        var body = Json.createObjectBuilder()
                .add("code", code)
                .add("name", "EXERCISE - " + code)
                .add("mandate", "EXERCISE")
                .add("leads", Json.createArrayBuilder().add(lead));
        if (host != null) {
            body.add("hostState", host);
        }
        agreed(expect(201, User.in(by).post("/missions", body)).json());
    }

    /** Everybody who is asked agrees: a lead by its release authority, a side of a relation by somebody who has not agreed yet. */
    public static void agreed(JsonObject proposal) {
        Set<String> hats = new HashSet<>();
        for (JsonObject asked : proposal.getJsonArray("asked").getValuesAs(JsonObject.class)) {
            String lead = asked.getJsonArray("organisations").getString(0).replace("ECOWAS", "ECW");
            String hat = hats.add("RA-" + lead) ? "RA-" + lead : "HO-" + lead;
            expect(200, agree(proposal.getString("number"), hat));
        }
    }

    public static Answer agree(String proposal, String hat) {
        return User.in(hat).proved().post("/missions/proposals/" + proposal + "/agreement", null);
    }

    /** Led by the UN and the AU together. */
    public static void integrated(String code) {
        agreed(expect(
                        201,
                        User.in("RA-AU")
                                .post(
                                        "/missions",
                                        Json.createObjectBuilder()
                                                .add("code", code)
                                                .add("name", "EXERCISE - UN-AU hybrid operation")
                                                .add("mandate", "S/RES/1769")
                                                .add("hostState", "MLI")
                                                .add(
                                                        "leads",
                                                        Json.createArrayBuilder()
                                                                .add("UN")
                                                                .add("AU"))))
                .json());
    }

    /** Answers the number of a benchmark that is entered and not met yet. */
    public static String benchmark(String code, String lead, String by) {
        expect(
                200,
                User.in(by)
                        .post(
                                "/missions/" + code + "/benchmarks",
                                Json.createObjectBuilder()
                                        .add("text", "EXERCISE")
                                        .add("source", "EXERCISE")
                                        .add("owner", lead)));
        return expect(200, User.in(by).get("/missions")).array().getValuesAs(JsonObject.class).stream()
                .filter(m -> m.getString("code").equals(code))
                .findFirst()
                .orElseThrow()
                .getJsonArray("benchmarks")
                .getJsonObject(0)
                .getString("number");
    }

    public static void met(String benchmark, String by) {
        expect(
                200,
                User.in(by)
                        .put(
                                "/missions/benchmarks/" + benchmark,
                                Json.createObjectBuilder().add("status", "MET")));
    }

    /** Answers the number of the relation in which the second takes over from the first. */
    public static String related(String by, String from, String to, @Nullable String overlap) {
        var body = Json.createObjectBuilder().add("to", to).add("type", "SEQUENTIAL");
        if (overlap != null) {
            body.add("overlapFrom", overlap);
        }
        return related(by, from, body);
    }

    /** The same for any kind of relation, agreed by both sides. */
    public static String related(String by, String from, JsonObjectBuilder body) {
        JsonObject proposal = expect(201, User.in(by).post("/missions/" + from + "/relationships", body))
                .json();
        agreed(proposal);
        return proposal.getJsonObject("relation").getString("number");
    }
}
