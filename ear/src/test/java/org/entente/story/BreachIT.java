package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.Offices;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breach and compromise cases (AUD-10, AUD-11). */
class BreachIT {
    private static final String WEAK = "EXERCISE: the printer on the second floor keeps everything";
    private static final List<String> STEPS = List.of("contain", "investigate", "assess", "inform", "close");
    private final User officerUn = User.in("SO-UN");
    private final User officerAu = User.in("SO-AU");

    @BeforeEach
    void inJuly() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void aud10_anybodyReportsAndItIsThereForThoseWhomItConcerns() {
        String number = reported(User.in("LO-AU"), null);
        JsonObject own = seen(User.in("LO-AU"), number);
        assertEquals("REPORTED", own.getString("state"));
        assertFalse(own.getBoolean("handled"));
        assertEquals("CONTAIN", seen(officerAu, number).getString("next"));
        assertTrue(expect(200, officerAu.get("/desk")).body().contains(number));
        assertTrue(expect(200, officerAu.get("/notices")).body().contains(number));
        for (User stranger : List.of(officerUn, User.in("CO-AU"), User.in("AUD-AU"), User.in("SO-EU"))) {
            Answer hidden = stranger.get("/breaches/" + number);
            assertEquals(404, hidden.status());
            assertEquals(
                    stranger.get("/breaches/BRC-00000000").body(), hidden.body().replace(number, "BRC-00000000"));
            assertFalse(expect(200, stranger.get("/breaches")).body().contains(number));
            assertFalse(expect(200, stranger.get("/notices")).body().contains(number));
        }
        Answer step = officerUn.post("/breaches/" + number + "/steps/contain", note());
        assertEquals(404, step.status());
        assertEquals(
                officerUn.post("/breaches/BRC-00000000/steps/contain", note()).body(),
                step.body().replace(number, "BRC-00000000"));
        assertEquals(
                403,
                User.in("LO-AU")
                        .post("/breaches/" + number + "/steps/contain", note())
                        .status());
    }

    @Test
    void aud10_ofAProductThatOneMayNotKnowOfNothingIsReported() {
        User ecowas = User.in("LO-ECW");
        assertEquals(404, ecowas.get("/products/P05").status());
        long before = Tables.number("SELECT COUNT(*) FROM breach_case");
        Answer hidden = ecowas.post("/breaches", body("P05", "x"));
        Answer absent = ecowas.post("/breaches", body("Q05", "x"));
        assertEquals(404, hidden.status());
        assertEquals(absent.body(), hidden.body());
        for (JsonObjectBuilder bad :
                List.of(body(null, " "), body(null, "x").add("happenedAt", "2013-07-21T00:00:00Z"))) {
            assertEquals(422, ecowas.post("/breaches", bad).status());
        }
        assertEquals(before, Tables.number("SELECT COUNT(*) FROM breach_case"));
    }

    @Test
    void aud10_theStepsCannotBeSkippedAndTheOriginatorLearnsWhatAndWhenButNotTheWeakness() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", word()));
        expect(200, User.in("LO-AU").get("/products/" + product));
        String number = reported(User.in("LO-AU"), product);
        // until they are told, it is nothing to the originator
        assertEquals(404, officerUn.get("/breaches/" + number).status());
        for (int i = 0; i < STEPS.size(); i++) {
            for (String other : STEPS) {
                if (!other.equals(STEPS.get(i))) {
                    assertEquals(
                            409,
                            officerAu
                                    .post("/breaches/" + number + "/steps/" + other, note())
                                    .status(),
                            other + " instead of " + STEPS.get(i));
                }
            }
            assertEquals(
                    422,
                    officerAu
                            .post("/breaches/" + number + "/steps/" + STEPS.get(i), Json.createObjectBuilder())
                            .status());
            expect(200, officerAu.post("/breaches/" + number + "/steps/" + STEPS.get(i), note()));
            if (STEPS.get(i).equals("assess")) {
                assertEquals(404, officerUn.get("/breaches/" + number).status());
            }
        }
        assertEquals("CLOSED", seen(officerAu, number).getString("state"));
        assertEquals(5, seen(officerAu, number).getJsonArray("steps").size());
        Answer told = expect(200, officerUn.get("/breaches/" + number));
        assertTrue(told.body().contains("left on a train"), told.body());
        assertFalse(told.body().contains("printer"), told.body());
        assertFalse(told.body().contains("what was found"), "the notes stay inside");
        assertEquals(0, told.json().getJsonArray("steps").size());
        assertTrue(expect(200, officerUn.get("/notices")).body().contains(number));
        assertEquals(
                403,
                officerUn.post("/breaches/" + number + "/steps/close", note()).status());
        assertEquals(
                404,
                officerAu.post("/breaches/" + number + "/steps/forget", note()).status());
        assertFalse(expect(200, officerAu.get("/desk")).body().contains(number), "it is closed");
        assertEquals(404, User.in("SO-EU").get("/breaches/" + number).status());
    }

    @Test
    void aud10_whoOpenedTheProductDoesNotInvestigateItsBreach() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", word()));
        expect(200, officerUn.get("/products/" + product));
        String number = reported(User.in("AN-UN"), product);
        expect(200, officerUn.post("/breaches/" + number + "/steps/contain", note()));
        assertTrue(seen(officerUn, number).getBoolean("barred"));
        Answer barred = officerUn.post("/breaches/" + number + "/steps/investigate", note());
        assertEquals(403, barred.status());
        assertTrue(barred.reasons().contains("AUD-10"), barred.toString());
        assertEquals("CONTAINED", seen(officerUn, number).getString("state"));
    }

    @Test
    void aud10_aCaseThatNobodyThereMayInvestigatePassesToAnotherOrganisationWithoutTheWeakness() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", word()));
        expect(200, officerAu.get("/products/" + product));
        String number = reported(User.in("LO-AU"), product);
        expect(200, officerAu.post("/breaches/" + number + "/steps/contain", note()));
        // the only security officer there has opened it: the originator's are next, who must learn of it anyway
        JsonObject passed = until(officerUn, number, "passedTo");
        assertEquals("UN", passed.getString("passedTo"));
        assertEquals(product, passed.getString("product"));
        assertFalse(passed.containsKey("weakness"), passed.toString());
        assertEquals(0, passed.getJsonArray("steps").size(), "the other notes stay where they are");
        assertEquals("INVESTIGATE", passed.getString("next"));
        assertTrue(passed.containsKey("informedAt"));
        assertTrue(expect(200, officerUn.get("/desk")).body().contains(number));
        for (User told : List.of(officerUn, officerAu)) {
            assertTrue(expect(200, told.get("/notices")).body().contains("BREACH_PASSED"));
        }
        assertEquals("UN", seen(officerAu, number).getString("passedTo"));
        assertEquals(404, User.in("SO-EU").get("/breaches/" + number).status());
        assertEquals(
                403,
                officerAu
                        .post("/breaches/" + number + "/steps/investigate", note())
                        .status());
        Answer theirs = officerUn.post(
                "/breaches/" + number + "/steps/investigate", note().add("weakness", "EXERCISE: a guess"));
        assertEquals(422, theirs.status(), theirs.toString());
        expect(200, officerUn.post("/breaches/" + number + "/steps/investigate", note()));
        expect(200, officerUn.post("/breaches/" + number + "/steps/assess", note()));
        Answer inform = officerUn.post("/breaches/" + number + "/steps/inform", note());
        assertEquals(403, inform.status(), inform.toString());
        expect(200, officerAu.post("/breaches/" + number + "/steps/inform", note()));
        expect(200, officerAu.post("/breaches/" + number + "/steps/close", note()));
        assertTrue(seen(officerAu, number).getString("weakness").contains("printer"));
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'PASS_BREACH' AND object = ?", number));
    }

    @Test
    void aud10_whoInvestigatesForOthersAndMayNotKnowOfTheProductIsNotToldWhichItIs() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C)", word()));
        expect(200, officerUn.get("/products/" + product));
        String number = reported(User.in("AN-UN"), product);
        expect(200, officerUn.post("/breaches/" + number + "/steps/contain", note()));
        assertEquals("AU", until(officerUn, number, "passedTo").getString("passedTo"));
        Answer view = expect(200, officerAu.get("/breaches/" + number));
        assertFalse(view.body().contains(product), view.body());
        assertFalse(view.body().contains("UN CONFIDENTIAL"), view.body());
        assertFalse(expect(200, officerAu.get("/desk")).body().contains(product));
        expect(200, officerAu.post("/breaches/" + number + "/steps/investigate", note()));
    }

    @Test
    void aud10_theOriginatorIsToldInTimeWhateverHasBecomeOfTheCase() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", word()));
        String number = reported(User.in("LO-AU"), product);
        assertTrue(expect(200, officerAu.get("/desk")).body().contains("2013-07-23T12:"));
        assertEquals(404, officerUn.get("/breaches/" + number).status());
        User.clock("2013-07-23T12:10:00Z");
        JsonObject told = until(officerUn, number, "informedAt");
        assertEquals("REPORTED", told.getString("state"));
        assertFalse(told.containsKey("weakness"), told.toString());
        assertTrue(expect(200, officerUn.get("/notices")).body().contains(number));
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'TELL_ORIGINATOR' AND object = ?", number));
    }

    /** The case once the platform has done to it what it does by itself. */
    private static JsonObject until(User user, String number, String field) {
        org.entente.running.Patience.until(java.time.Duration.ofSeconds(30), field + " of " + number, () -> {
            Answer answer = user.get("/breaches/" + number);
            return answer.status() == 200 && answer.json().containsKey(field);
        });
        return seen(user, number);
    }

    @Test
    void aud11_theOriginatorsCompromiseStopsEverythingAndNamesEverybodyAndEverythingDerived() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU, EU)", word()));
        expect(200, User.in("LO-AU").get("/products/" + product));
        String derived = published(
                User.in("AN-UN"),
                User.in("CO-UN"),
                filing(
                        "SITREP",
                        "EXERCISE - derived",
                        Json.createObjectBuilder(portion("(UN-C//REL TO UN, AU)", "EXERCISE. drawn from it"))
                                .add("sources", Json.createArrayBuilder().add(product))
                                .build()));
        String number = reported(User.in("AN-UN"), product);
        assertEquals(
                403,
                User.in("AN-UN")
                        .post("/breaches/" + number + "/compromise", null)
                        .status());
        assertFalse(seen(officerUn, number).containsKey("traces"));
        JsonObject declared = expect(200, officerUn.post("/breaches/" + number + "/compromise", null))
                .json();
        JsonObject traces = declared.getJsonObject("traces");
        assertEquals(List.of("AU", "EU"), sorted(traces, "releases", "recipient"));
        assertTrue(sorted(traces, "readers", "organisation").contains("AU"), traces.toString());
        assertEquals(List.of(derived), traces.getJsonArray("derived").getValuesAs(jakarta.json.JsonString::getString));
        for (String reader : List.of("LO-AU", "LO-EU")) {
            assertEquals(404, User.in(reader).get("/products/" + product).status(), reader);
        }
        expect(200, User.in("AN-UN").get("/products/" + product));
        assertEquals(
                409, officerUn.post("/breaches/" + number + "/compromise", null).status());
        // recipients learn that it is suspended, and not of the case
        assertEquals(404, officerAu.get("/breaches/" + number).status());
        assertTrue(expect(200, Offices.registry("AU").get("/notices")).body().contains("RELEASE_RECALLED"));
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM dissemination d JOIN product p ON p.id = d.product_id WHERE p.number = ?"
                                + " AND (d.valid_to IS NULL OR d.valid_to > '2013-07-20 12:10:00')",
                        product));
    }

    @Test
    void aud11_aReceiversCompromiseStopsItsOwnPartAndTellsTheOriginatorAtOnce() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU, EU)", word()));
        expect(200, User.in("LO-EU").get("/products/" + product));
        String number = reported(User.in("LO-AU"), product);
        assertEquals(404, officerUn.get("/breaches/" + number).status());
        JsonObject declared = expect(200, officerAu.post("/breaches/" + number + "/compromise", null))
                .json();
        assertEquals(List.of("AU"), sorted(declared.getJsonObject("traces"), "releases", "recipient"));
        assertFalse(declared.toString().contains("\"EU\""), "who else has it is the originator's to know");
        assertEquals(404, User.in("LO-AU").get("/products/" + product).status());
        expect(200, User.in("LO-EU").get("/products/" + product));
        JsonObject told = seen(officerUn, number);
        assertFalse(told.containsKey("weakness"));
        assertTrue(told.getBoolean("compromisable"));
        assertTrue(expect(200, officerUn.get("/notices")).body().contains(number));
        JsonObject all = expect(200, officerUn.post("/breaches/" + number + "/compromise", null))
                .json();
        assertEquals(List.of("AU", "EU"), sorted(all.getJsonObject("traces"), "releases", "recipient"));
        assertEquals(404, User.in("LO-EU").get("/products/" + product).status());
    }

    @Test
    void aud11_aCaseWithoutAProductHasNoCompromise() {
        String number = reported(User.in("LO-AU"), null);
        assertEquals(
                409, officerAu.post("/breaches/" + number + "/compromise", null).status());
        assertEquals(
                404, officerUn.post("/breaches/" + number + "/compromise", null).status());
    }

    private static List<String> sorted(JsonObject traces, String table, String field) {
        return traces.getJsonArray(table).stream()
                .map(JsonValue::asJsonObject)
                .map(r -> r.getString(field))
                .sorted()
                .toList();
    }

    private static JsonObject seen(User user, String number) {
        return expect(200, user.get("/breaches/" + number)).json();
    }

    private static String reported(User by, @org.jspecify.annotations.Nullable String product) {
        return expect(
                        201,
                        by.post(
                                "/breaches",
                                body(product, "EXERCISE: left on a train").add("weakness", WEAK)))
                .text("number");
    }

    private static JsonObjectBuilder body(@org.jspecify.annotations.Nullable String product, String what) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("what", what);
        return product == null ? body : body.add("product", product);
    }

    private static JsonObjectBuilder note() {
        return Json.createObjectBuilder().add("note", "EXERCISE: what was found");
    }
}
