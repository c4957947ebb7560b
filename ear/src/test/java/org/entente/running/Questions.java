package org.entente.running;

import static org.entente.running.Papers.expect;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Requests for information as the tests ask them. */
public final class Questions {
    public static final String DEADLINE = "2013-08-30T12:00:00Z";

    private Questions() {}

    /** About fuel trafficking at Menaka, in the requester's own marking. */
    public static JsonObjectBuilder asking(String marking, String... addressees) {
        return Json.createObjectBuilder()
                .add("addressees", words(addressees))
                .add("subject", "EXERCISE - fuel on the In Khalil track")
                .add("question", "EXERCISE. Who moves fuel by night since June?")
                .add("justification", "EXERCISE. Needed to plan convoys.")
                .add("topics", words("Trafficking of fuel"))
                .add("areas", words("MENAKA"))
                .add("mission", "MINUSMA")
                .add("deadline", DEADLINE)
                .add("marking", marking);
    }

    public static JsonObjectBuilder anonymous(String marking, String... addressees) {
        return asking(marking, addressees).add("anonymous", true);
    }

    /** Asked; answers its number. */
    public static String asked(User asker, JsonObjectBuilder asking) {
        return expect(201, asker.post("/requests", asking)).text("number");
    }

    /** The broker's words for one addressee. */
    public static JsonObjectBuilder forwarding(String addressee, String marking) {
        return Json.createObjectBuilder()
                .add("subject", "EXERCISE - fuel on a track")
                .add("question", "EXERCISE. Who moves fuel by night?")
                .add("topics", words("trafficking"))
                .add("areas", words("Menaka"))
                .add("markings", Json.createObjectBuilder().add(addressee, marking));
    }

    public static JsonObjectBuilder answer(String... products) {
        return Json.createObjectBuilder().add("products", words(products));
    }

    public static JsonObjectBuilder refusal(String reason, String text) {
        return Json.createObjectBuilder().add("reason", reason).add("text", text);
    }

    public static JsonObjectBuilder settlement(String organisation, String decision) {
        return Json.createObjectBuilder()
                .add("organisation", organisation)
                .add("decision", decision)
                .add("reason", "EXERCISE: it does not reach them");
    }

    public static JsonObjectBuilder feedback(String organisation, String used) {
        return Json.createObjectBuilder()
                .add("organisation", organisation)
                .add("used", used)
                .add("text", "EXERCISE. It moved a convoy by a day.");
    }

    public static JsonObject read(User reader, String number) {
        return expect(200, reader.get("/requests/" + number)).json();
    }

    public static String state(User reader, String number) {
        return read(reader, number).getString("state");
    }

    public static JsonArrayBuilder words(String... words) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (String word : words) {
            all.add(word);
        }
        return all;
    }
}
