package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.entente.running.Answer;
import org.entente.running.Missions;
import org.entente.running.Papers;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody makes others leads, partners or neighbours of a mission: whom it binds agrees first (A4). */
class MissionIT {
    private final String code = "T" + word().substring(1, 8).toUpperCase(Locale.ROOT);
    private final String theirs = "U" + code;

    @AfterEach
    @BeforeEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    /** The forged joint product of A4: founded by the AU alone, written by the AU alone, read by the EU and the UN. */
    @Test
    void org01_aLeadIsOneOnlyAfterItsOwnReleaseAuthorityAgreed() {
        JsonObject proposal = expect(201, User.in("RA-AU").post("/missions", mission("AU", "EU", "UN")))
                .json();
        String number = proposal.getString("number");
        nothingFollows();
        assertEquals(
                401,
                User.in("RA-AU")
                        .post("/missions/proposals/" + number + "/agreement", null)
                        .status(),
                "a second factor");
        expect(200, Missions.agree(number, "RA-AU"));
        refused(403, "ORG-01", Missions.agree(number, "HO-UN"));
        assertEquals(404, Missions.agree(number, "RA-ECW").status(), "to whom it says nothing it is not there");
        assertEquals(404, Missions.agree("MPR-2013-0000", "RA-ECW").status());
        assertFalse(
                expect(200, User.in("RA-ECW").get("/missions/proposals")).body().contains(number));
        expect(200, Missions.agree(number, "RA-EU"));
        nothingFollows();
        assertTrue(expect(200, User.in("RA-UN").get("/desk")).body().contains(number));
        assertFalse(expect(200, User.in("RA-EU").get("/desk")).body().contains(number));
        assertEquals(
                "AGREED", expect(200, Missions.agree(number, "RA-UN")).json().getString("state"));
        expect(201, User.in("LO-AU").post("/products", joint()));
    }

    @Test
    void org01_whoIsAskedRefusesAndNothingComesOfIt() {
        String number = expect(201, User.in("RA-AU").post("/missions", mission("AU", "UN")))
                .text("number");
        refused(
                403,
                "ORG-01",
                User.in("RA-UN")
                        .post(
                                "/missions/proposals/" + number + "/withdrawal",
                                because("EXERCISE: not ours to take back")));
        expect(
                200,
                User.in("RA-UN").post("/missions/proposals/" + number + "/refusal", because("EXERCISE: never asked")));
        refused(409, "ORG-01", Missions.agree(number, "RA-AU"));
        nothingFollows();
    }

    @Test
    void org01_aStateLeadsNothingAndNobodyUnknownDoes() {
        refused(422, "ORG-01", User.in("RA-AU").post("/missions", mission("AU", "MLI")));
        refused(422, "ORG-01", User.in("RA-AU").post("/missions", mission("AU", "FRA")));
        refused(422, "UNKNOWN_CODE", User.in("RA-AU").post("/missions", mission("AU", "NOBODY")));
        refused(422, "ORG-01", User.in("RA-AU").post("/missions", mission("UN", "EU")));
    }

    @Test
    void org01_oneMoreLeadAnotherHostAndOtherDatesAreAgreedByAllLeads() {
        Missions.founded(code, "AU", "RA-AU", null);
        JsonObject lead = expect(
                        201,
                        User.in("RA-AU")
                                .post(
                                        "/missions/" + code + "/leads",
                                        Json.createObjectBuilder().add("organisation", "UN")))
                .json();
        expect(200, Missions.agree(lead.getString("number"), "RA-AU"));
        assertEquals("[\"AU\"]", known().getJsonArray("leads").toString());
        expect(200, Missions.agree(lead.getString("number"), "RA-UN"));
        assertEquals("[\"AU\",\"UN\"]", known().getJsonArray("leads").toString());
        JsonObject host = expect(
                        202,
                        User.in("HO-UN")
                                .put(
                                        "/missions/" + code + "/host",
                                        Json.createObjectBuilder().add("hostState", "MLI")))
                .json();
        expect(200, Missions.agree(host.getString("number"), "RA-UN"));
        assertTrue(!known().containsKey("hostState"));
        expect(200, Missions.agree(host.getString("number"), "RA-AU"));
        assertEquals("MLI", known().getString("hostState"));
    }

    /** The fake mission of A4: related to the UN's by a third organisation, and parted from it to end what the UN had let go. */
    @Test
    void org01_aRelationWantsALeadOfEachMissionAndItsEndAsWell() {
        Missions.founded(code, "ECOWAS", "RA-ECW", null);
        String product = unopened();
        JsonObject relation = proposed("RA-ECW", theirs, "PARALLEL");
        String number = relation.getString("number");
        String edge = relation.getJsonObject("relation").getString("number");
        expect(200, Missions.agree(number, "RA-ECW"));
        assertEquals(
                "OPEN", expect(200, Missions.agree(number, "RA-ECW")).json().getString("state"), "again is the same");
        assertEquals(
                "[]",
                expect(200, User.in("RA-ECW").get("/missions/" + code + "/relationships"))
                        .array()
                        .toString());
        assertEquals(
                404,
                User.in("RA-ECW")
                        .post("/missions/relationships/" + edge + "/ending", null)
                        .status());
        expect(200, Missions.agree(number, "RA-UN"));
        String ending = expect(201, User.in("RA-ECW").post("/missions/relationships/" + edge + "/ending", null))
                .text("number");
        expect(200, Missions.agree(ending, "RA-ECW"));
        // whoever leads the UN's mission may make an end; the EU never stood beside ECOWAS, and keeps what it got
        expect(200, Missions.agree(ending, "HO-UN"));
        refused(409, "HND-10", User.in("RA-ECW").post("/missions/relationships/" + edge + "/ending", null));
        expect(200, User.in("LO-EU").get("/products/" + product));
    }

    @Test
    void hnd10_anEndingTouchesOnlyReleasesBetweenThoseWhoAgreed() {
        JsonObject both = expect(201, User.in("RA-EU").post("/missions", mission("ECOWAS", "EU")))
                .json();
        expect(200, Missions.agree(both.getString("number"), "RA-EU"));
        expect(200, Missions.agree(both.getString("number"), "RA-ECW"));
        String product = unopened();
        JsonObject relation = proposed("RA-ECW", theirs, "PARALLEL");
        expect(200, Missions.agree(relation.getString("number"), "RA-ECW"));
        expect(200, Missions.agree(relation.getString("number"), "RA-UN"));
        String edge = relation.getJsonObject("relation").getString("number");
        String ending = expect(201, User.in("RA-UN").post("/missions/relationships/" + edge + "/ending", null))
                .text("number");
        expect(200, Missions.agree(ending, "RA-UN"));
        expect(200, Missions.agree(ending, "RA-ECW"));
        // the EU leads that mission, and said nothing about standing beside the UN's
        expect(200, User.in("LO-EU").get("/products/" + product));
    }

    /** B5: the date of a review was stored and read by nobody. */
    @Test
    void hnd10_aReviewThatIsDueStandsOnTheDesksOfThoseWhoAgreed() {
        Missions.founded(code, "AU", "RA-AU", null);
        Missions.founded(theirs, "UN", "RA-UN", null);
        String edge = Missions.related(
                "RA-AU",
                code,
                Json.createObjectBuilder()
                        .add("to", theirs)
                        .add("type", "PARALLEL")
                        .add("reviewDue", "2013-07-25T00:00:00Z"));
        assertFalse(desk("RA-AU").contains(edge));
        User.clock("2013-07-25T00:00:00Z");
        for (String hat : List.of("RA-AU", "HO-AU", "RA-UN")) {
            assertTrue(desk(hat).contains(edge), hat);
        }
        assertFalse(desk("RA-EU").contains(edge));
        Missions.agreed(expect(
                        202,
                        User.in("RA-UN")
                                .put(
                                        "/missions/relationships/" + edge + "/dates",
                                        Json.createObjectBuilder().add("reviewDue", "2013-12-01T00:00:00Z")))
                .json());
        assertFalse(desk("RA-AU").contains(edge));
    }

    private static String desk(String hat) {
        return expect(200, User.in(hat).get("/desk")).body();
    }

    @Test
    void aud07_eachActIsOneRecordThatConcernsEachOrganisationNamed() {
        String number = expect(201, User.in("RA-AU").post("/missions", mission("AU", "UN")))
                .text("number");
        expect(200, Missions.agree(number, "RA-AU"));
        for (String auditor : List.of("AUD-AU", "AUD-UN")) {
            String seen =
                    expect(200, User.in(auditor).get("/audit/events?limit=50")).body();
            assertTrue(seen.contains("AGREE_MISSION"), auditor);
        }
    }

    private JsonObject proposed(String by, String to, String type) {
        return expect(
                        201,
                        User.in(by)
                                .post(
                                        "/missions/" + code + "/relationships",
                                        Json.createObjectBuilder()
                                                .add("to", to)
                                                .add("type", type)
                                                .add("reviewDue", "2013-12-01T00:00:00Z")))
                .json();
    }

    /** Let go by the UN to the EU, and opened by nobody there. */
    private String unopened() {
        Missions.founded(theirs, "UN", "RA-UN", null);
        return Papers.published(
                User.in("AN-UN"),
                User.in("CO-UN"),
                filing(
                        "INTREP",
                        "EXERCISE - for the EU",
                        portion("(UN-C//REL TO UN, EU)", "EXERCISE. Not opened yet.")));
    }

    private void nothingFollows() {
        assertFalse(expect(200, User.in("RA-AU").get("/missions")).body().contains(code));
        assertEquals(422, User.in("LO-AU").post("/products", joint()).status());
        assertEquals(404, relate("MINUSMA").status());
    }

    private Answer relate(String to) {
        return User.in("RA-AU")
                .post(
                        "/missions/" + code + "/relationships",
                        Json.createObjectBuilder().add("to", to).add("type", "PARALLEL"));
    }

    private JsonObject known() {
        return expect(200, User.in("RA-AU").get("/missions")).array().getValuesAs(JsonObject.class).stream()
                .filter(m -> m.getString("code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonObjectBuilder joint() {
        return filing(
                        "SITREP",
                        "EXERCISE - joint",
                        portion("(AU-C//JOINT AU, EU, UN//REL TO AU, EU, UN)", "EXERCISE. Words they never saw."))
                .add("mission", code);
    }

    private JsonObjectBuilder mission(String... leads) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List.of(leads).forEach(all::add);
        return Json.createObjectBuilder()
                .add("code", code)
                .add("name", "EXERCISE - " + code)
                .add("mandate", "EXERCISE")
                .add("leads", all);
    }

    private static void refused(int status, String rule, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(answer.body().contains(rule), answer.toString());
    }
}
