package org.entente.running;

import static org.entente.running.Papers.expect;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The people behind a release: each organisation's authority and registry, doing what is theirs to do. */
public final class Offices {
    private static final Map<String, String> AUTHORITIES =
            Map.of("UN", "lindgren", "AU", "tadesse", "ECOWAS", "diallo", "EU", "moreau");
    private static final Map<String, String> REGISTRIES =
            Map.of("UN", "castro", "AU", "keita", "ECOWAS", "bah", "EU", "lindqvist");

    private Offices() {}

    public static User authority(String organisation) {
        return User.named(Objects.requireNonNull(AUTHORITIES.get(organisation)));
    }

    public static User registry(String organisation) {
        return User.named(Objects.requireNonNull(REGISTRIES.get(organisation)));
    }

    /** Takes every release of a product that nothing stands against to its recipients. */
    public static void handOver(User insider, String product) {
        for (JsonObject line : releases(insider, product)) {
            String number = line.getString("number");
            String releaser = line.getString("releaser");
            if (line.getString("state").equals("CHECKED")
                    && step(authority(releaser), number, "authorisation", approval())
                                    .status()
                            != 200) {
                continue;
            }
            String state = state(insider, number);
            if (state.equals("AUTHORISED")) {
                expect(200, step(registry(releaser), number, "registration", null));
                for (JsonString recipient : line.getJsonArray("recipients").getValuesAs(JsonString.class)) {
                    expect(200, step(registry(recipient.getString()), number, "receipt", null));
                }
            }
        }
    }

    public static List<JsonObject> releases(User insider, String product) {
        return expect(200, insider.get("/releases?product=" + product)).array().getValuesAs(JsonObject.class);
    }

    public static String state(User insider, String release) {
        return expect(200, insider.get("/releases/" + release)).text("state");
    }

    public static Answer step(
            User user, String release, String step, @org.jspecify.annotations.Nullable JsonObjectBuilder said) {
        return user.post("/releases/" + release + "/steps/" + step, said);
    }

    /** These portions let go to the bearer of a hat, for a threat to life. */
    public static JsonObjectBuilder emergency(String hat, String... portions) {
        return Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add(hat))
                .add("portions", Json.createArrayBuilder(List.of(portions)))
                .add("threat", "EXERCISE: a car bomb at the gate")
                .add("reason", "EXERCISE: within the hour")
                .add("briefing", "EXERCISE: for the guard alone");
    }

    public static JsonObjectBuilder approval() {
        return Json.createObjectBuilder().add("decision", "APPROVE");
    }

    public static JsonObjectBuilder refusal(String reason) {
        return Json.createObjectBuilder().add("decision", "REFUSE").add("reason", reason);
    }
}
