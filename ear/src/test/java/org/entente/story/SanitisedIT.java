package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.running.Answer;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sanitised version may say of what was taken out: nothing, and what may be chance only if its officer says so (CLS-42). */
class SanitisedIT {
    private static final String MARK = "(AU-C//REL TO AU, UN)";
    private static final String KEPT = "EXERCISE. A cache lies near the well.";
    private static final String REMOVED =
            "EXERCISE. The report comes from Yusuf the herder, seen at house 12 345 with forty camels.";
    private final User author = User.in("AN-AU");
    private final User officer = User.in("CO-AU");

    @BeforeEach
    void whileTheAnalystServesAndP12IsThere() {
        User.clock("2013-06-28T09:00:00Z");
    }

    @Test
    void cls42_noFieldThatLeavesSaysARemovedWord() {
        String version = sanitised();
        JsonObject plain = portion(MARK, KEPT);
        Map<String, Answer> tried = new LinkedHashMap<>();
        for (Map.Entry<String, JsonObject> one : Map.of(
                        "citations", with(plain, "citations", "the herder, with FORTY camels"),
                        "soft hyphens", portion(MARK, KEPT + " With for\u00ADty ca\u00ADmels."),
                        "word joiners", portion(MARK, KEPT + " With f\u2060o\u2060r\u2060t\u2060y camels."),
                        "hyphens", portion(MARK, KEPT + " W-i-t-h f-o-r-t-y c-a-m-e-l-s."))
                .entrySet()) {
            edited(version, "EXERCISE - a cache", one.getValue());
            tried.put(one.getKey(), published(version, List.of()));
            expect(200, officer.post("/products/" + version + "/return", because("EXERCISE: it tells")));
        }
        edited(version, "EXERCISE - with zero\u200Bes: forty cam\u200Bels", plain);
        tried.put("title", published(version, List.of()));
        tried.forEach((way, answer) -> {
            expect(422, answer);
            assertEquals("removed-text", answer.slug(), way);
        });
    }

    @Test
    void cls42_aSourceOfWhatWasTakenOutIsNotNamed() {
        String version = sanitised();
        edited(version, "EXERCISE - a cache", with(portion(MARK, KEPT), "sources", "P12"));
        Answer refused = expect(422, published(version, List.of()));
        assertEquals("portions[0].sources", objection(refused).getString("field"));
    }

    @Test
    void cls42_namesAndNumbersAreConfirmedOneByOne() {
        String version = sanitised();
        edited(version, "EXERCISE - near Yusuf's well", portion(MARK, KEPT + " No. 12-345."));
        assertEquals(
                Set.of("title Yusuf", "portions[0].text 12-345"),
                expect(200, officer.get("/products/" + version + "/mentions"))
                        .array()
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(m -> m.getString("field") + " " + m.getString("text"))
                        .collect(Collectors.toSet()));
        expect(404, User.in("LO-UN").get("/products/" + version + "/mentions"));
        for (List<String> few : List.of(List.<String>of(), List.of("Yusuf"), List.of("12-345", "yusu"))) {
            Answer refused = expect(422, published(version, few));
            assertEquals("mentions-unconfirmed", refused.slug());
            assertEquals("CLS-42", objection(refused).getString("rule"));
        }
        assertEquals(
                "PUBLISHED",
                expect(200, published(version, List.of("Yusuf", "12-345"))).text("state"));
        assertEquals(
                "wrong-state",
                expect(409, officer.get("/products/" + version + "/mentions")).slug());
    }

    private String sanitised() {
        String parent = filed(
                author,
                filing(
                                "SITREP",
                                "EXERCISE - arms",
                                portion(MARK, KEPT),
                                with(portion("(AU-S//ORCON/SOURCE)", REMOVED), "sources", "P12"))
                        .add("mission", "AFISMA"));
        submitted(author, parent);
        confirmed(officer, parent);
        String release = expect(
                        201,
                        author.post(
                                "/products/" + parent + "/releases",
                                asking("UN")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder().add("1"))))
                .text("number");
        return expect(200, author.get("/releases/" + release)).text("product");
    }

    private void edited(String version, String title, JsonObject portion) {
        expect(
                200,
                author.put(
                        "/products/" + version + "/draft",
                        filing("SITREP", title, portion).add("mission", "AFISMA")));
        // the author cannot read what was taken out, and is told nothing of it
        submitted(author, version);
    }

    private Answer published(String version, List<String> confirmed) {
        return officer.post(
                "/products/" + version + "/publication", damage().add("confirmed", Json.createArrayBuilder(confirmed)));
    }

    private static JsonObjectBuilder asking(String recipient) {
        return Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add(recipient))
                .add("purpose", "EXERCISE: for the guard");
    }

    private static JsonObject objection(Answer answer) {
        return answer.json().getJsonArray("objections").getJsonObject(0);
    }

    private static JsonObject with(JsonObject portion, String list, String item) {
        JsonValue items = Json.createArrayBuilder().add(item).build();
        return Json.createObjectBuilder(portion).add(list, items).build();
    }
}
