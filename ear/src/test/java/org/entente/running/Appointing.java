package org.entente.running;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The offices that give people of an organisation their rights, doing what is theirs to do. */
public final class Appointing {
    private static final Map<String, String> SUFFIX = Map.of("UN", "UN", "AU", "AU", "ECOWAS", "ECW", "EU", "EU");

    private Appointing() {}

    public static User administrator(String organisation) {
        return User.in("OA-" + Objects.requireNonNull(SUFFIX.get(organisation)));
    }

    public static User securityOfficer(String organisation) {
        return User.in("SO-" + Objects.requireNonNull(SUFFIX.get(organisation)));
    }

    /** A hat as a body proposes it. */
    public static JsonObjectBuilder hat(String id, String person, String mission, String... roles) {
        return Json.createObjectBuilder()
                .add("hat", id)
                .add("person", person)
                .add("roles", Json.createArrayBuilder(List.of(roles)))
                .add("mission", mission)
                .add("reason", "EXERCISE: reinforcement");
    }

    /** Proposes, and answers the number of the act. */
    public static String proposed(User by, String path, JsonObjectBuilder body) {
        return expect(201, by.post(path, body)).text("number");
    }

    /** Reads the act and confirms what it says, with a second factor. */
    public static Answer confirm(User by, String act) {
        JsonObject seen = expect(200, by.get("/people/acts/" + act)).json();
        return confirm(by, act, seen.getString("digest"));
    }

    public static Answer confirm(User by, String act, String digest) {
        return by.proved()
                .post(
                        "/people/acts/" + act + "/confirmation",
                        Json.createObjectBuilder().add("digest", digest));
    }

    /** The successor's two offices confirm the new hats of a handover. */
    public static void rehatted(Handover plan, String organisation) {
        for (JsonObject person :
                expect(200, plan.to().get(plan.path("/persons"))).array().getValuesAs(JsonObject.class)) {
            JsonObject act = person.getJsonObject("act");
            if (act != null && act.getString("state").equals("PROPOSED")) {
                expect(200, confirm(administrator(organisation), act.getString("act")));
                expect(200, confirm(securityOfficer(organisation), act.getString("act")));
            }
        }
    }

    /** The security officer records what the administrator confirms: clearance, briefing, code of conduct. */
    public static void vetted(String organisation, String hat, String level, String scheme) {
        User officer = securityOfficer(organisation);
        expect(
                200,
                confirm(
                        administrator(organisation),
                        proposed(officer, "/hats/" + hat + "/clearances", cleared(level))));
        expect(
                200,
                confirm(
                        administrator(organisation),
                        proposed(officer, "/hats/" + hat + "/briefings", briefed(scheme))));
        expect(
                200,
                confirm(
                        administrator(organisation),
                        proposed(officer, "/hats/" + hat + "/conduct", because("EXERCISE: signed"))));
    }

    public static JsonObjectBuilder cleared(String level) {
        return because("EXERCISE: vetted").add("level", level);
    }

    public static JsonObjectBuilder briefed(String scheme) {
        return because("EXERCISE: instructed").add("scheme", scheme);
    }
}
