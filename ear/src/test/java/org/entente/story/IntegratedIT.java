package org.entente.story;

import static org.entente.running.Inquiry.row;
import static org.entente.running.Inquiry.table;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.handOver;
import static org.entente.running.Offices.refusal;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.state;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.entente.running.Answer;
import org.entente.running.Missions;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** UNAMID: a mission that the UN and the AU lead together, whose work is both organisations' (HND-11). */
class IntegratedIT {
    private static final String FOR_ECOWAS = "(UN-C//JOINT UN, AU//REL TO UN, AU, ECOWAS)";
    private static final String FOR_BOTH = "(UN-C//JOINT UN, AU//REL TO UN, AU)";

    private final String unamid = "UNAMID" + word().substring(1, 7).toUpperCase(Locale.ROOT);
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void ledByBoth() {
        User.clock(Scenario.SETTLED);
        Missions.integrated(unamid);
        relatedToItself(unamid);
    }

    /** Within one mission the two sides are two of its leads. */
    private static void relatedToItself(String mission) {
        String proposal = expect(
                        201,
                        User.in("RA-AU")
                                .post(
                                        "/missions/" + mission + "/relationships",
                                        Json.createObjectBuilder()
                                                .add("to", mission)
                                                .add("type", "INTEGRATED")))
                .text("number");
        expect(200, Missions.agree(proposal, "RA-AU"));
        refused(403, "ORG-01", Missions.agree(proposal, "HO-AU"));
        expect(200, Missions.agree(proposal, "RA-UN"));
    }

    @Test
    void hnd11_onlyThoseWhoLeadTheMissionTogetherCallTheirWorkJoint() {
        refused(422, "HND-11", analyst.post("/products", report(FOR_ECOWAS).add("mission", "MINUSMA")));
        refused(422, "HND-11", analyst.post("/products", report("(UN-C//JOINT UN, EU//REL TO UN, EU)")));
        expect(201, analyst.post("/products", report(FOR_ECOWAS)));
        expect(201, analyst.post("/products", report("(UN-C//REL TO UN, AU)")));
    }

    @Test
    void hnd11_bothReadItAndItsLabelSaysWhose() {
        String product = published(FOR_ECOWAS);
        for (User reader : List.of(User.in("LO-AU"), User.in("CO-AU"), User.in("LO-UN"))) {
            Answer read = expect(200, reader.get("/products/" + product));
            assertTrue(read.body().contains("UN CONFIDENTIAL//JOINT UN, AU//REL TO UN, AU, ECOWAS"), read.body());
        }
        assertTrue(expect(200, User.in("LO-AU").get("/products?mission=" + unamid))
                .body()
                .contains(product));
        assertEquals(404, User.in("LO-ECW").get("/products/" + product).status());
        assertFalse(expect(200, User.in("LO-ECW").get("/products")).body().contains(product));
    }

    @Test
    void hnd11_aReleaseNeedsBothAuthorities() {
        String product = published(FOR_ECOWAS);
        JsonObject release = onlyRelease(product);
        String number = release.getString("number");
        assertEquals(
                "[\"ECOWAS\"]", release.getJsonArray("recipients").toString(), "the AU is no recipient of its own");
        assertEquals("ORIGINATOR_CONSENT", state(officer, number));
        assertEquals(
                409, step(authority("UN"), number, "authorisation", approval()).status(), "not without the AU");
        String question = question(number);
        assertEquals(
                403,
                authority("UN")
                        .post("/consents/" + question + "/answer", approval())
                        .status());
        expect(200, authority("AU").post("/consents/" + question + "/answer", approval()));
        handOver(officer, product);
        expect(200, User.in("LO-ECW").get("/products/" + product));
        // either of them calls it back
        assertEquals("DISSEMINATED", state(User.in("CO-AU"), number));
        expect(200, step(authority("AU"), number, "recall", because("EXERCISE: ours too")));
        assertEquals(404, User.in("LO-ECW").get("/products/" + product).status());
    }

    @Test
    void cav04_whoIsOutsideNeedsAnArrangementWithBoth() {
        // the AU has none with the EU
        String number = onlyRelease(published("(UN-C//JOINT UN, AU//REL TO UN, AU, EU)"))
                .getString("number");
        expect(200, authority("AU").post("/consents/" + question(number) + "/answer", approval()));
        refused(422, "CAV-04", step(authority("UN"), number, "authorisation", approval()));
    }

    @Test
    void hnd11_aDowngradeNeedsBothAuthorities() {
        String product = published(FOR_BOTH);
        String lower = "(UN-U//JOINT UN, AU//REL TO UN, AU)";
        refused(422, "HND-11", label(authority("UN"), product, lower));
        refused(422, "HND-11", label(authority("UN"), product, "(UN-C//REL TO UN, AU)"));
        refused(403, "CLS-40", label(authority("AU"), product, lower));
        String asked = asked(product, lower);
        assertEquals(
                403,
                authority("UN")
                        .post(
                                "/derivations/" + asked + "/answer",
                                Json.createObjectBuilder().add("granted", true))
                        .status());
        refused(422, "HND-11", label(authority("UN"), product, lower));
        expect(
                200,
                authority("AU")
                        .post(
                                "/derivations/" + asked + "/answer",
                                Json.createObjectBuilder().add("granted", true)));
        // to that mark, and not below it
        refused(422, "HND-11", label(authority("UN"), product, "(UN-U//JOINT UN, AU)"));
        expect(200, label(authority("UN"), product, lower));
        assertTrue(expect(200, User.in("LO-AU").get("/products/" + product))
                .body()
                .contains("UN UNCLASSIFIED//JOINT UN, AU//REL TO UN, AU"));
        // what is stricter harms nobody
        expect(200, label(officer, product, FOR_BOTH));
        assertEquals(
                List.of(row(product + "|DECLASSIFIED|AU")),
                table(User.in("AUD-UN"), "11?limit=100000", "product kind consents").stream()
                        .filter(r -> r.getFirst().equals(product))
                        .toList(),
                "AUD-07: whose consent it rested on");
    }

    @Test
    void hnd11_aJointPortionBesideOnesOwnIsStillEverybodysWhoMadeIt() {
        String product = filed(
                analyst,
                filing(
                                "INTREP",
                                "EXERCISE - mixed",
                                portion(FOR_BOTH, "EXERCISE. Made together."),
                                portion("(UN-C//REL TO UN, AU)", "EXERCISE. The UN's own."))
                        .add("mission", unamid));
        submitted(analyst, product);
        confirmed(officer, product);
        handOver(officer, product);
        String own = "(UN-C//REL TO UN, AU)";
        refused(422, "HND-11", label(authority("UN"), product, "(UN-U)", own));
        refused(422, "HND-11", label(authority("UN"), product, own, own));
        String lower = "(UN-U//JOINT UN, AU//REL TO UN, AU)";
        String asked = asked(product, lower);
        assertEquals(
                "AU",
                expect(200, authority("AU").get("/derivations")).array().getValuesAs(JsonObject.class).stream()
                        .filter(d -> d.getString("number").equals(asked))
                        .findFirst()
                        .orElseThrow()
                        .getString("giver"));
        // one's own one changes alone
        expect(200, label(authority("UN"), product, FOR_BOTH, "(UN-U)"));
    }

    @Test
    void hnd11_aSanitisedVersionStaysAsStrictAndAsJointAsWhatItTook() {
        String product = published(FOR_BOTH);
        String part = expect(
                        201,
                        analyst.post(
                                "/products/" + product + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add("ECOWAS"))
                                        .add("purpose", "EXERCISE: for a partner")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder().add("1"))))
                .text("product");
        for (String weaker :
                List.of("(UN-U)", "(UN-C//REL TO UN, AU, ECOWAS)", "(UN-U//JOINT UN, AU//REL TO UN, AU)")) {
            refused(422, "HND-11", analyst.put("/products/" + part + "/draft", report(weaker)));
        }
        expect(200, analyst.put("/products/" + part + "/draft", report(FOR_ECOWAS)));
    }

    @Test
    void hnd11_whoLeavesStaysAnOriginatorAndNeitherWidensAlone() {
        String product = published(FOR_BOTH);
        assertEquals(
                403,
                User.in("RA-EU")
                        .proved()
                        .post("/missions/" + unamid + "/leaving", null)
                        .status());
        expect(200, User.in("RA-AU").proved().post("/missions/" + unamid + "/leaving", null));
        refused(409, "HND-11", User.in("RA-UN").proved().post("/missions/" + unamid + "/leaving", null));
        refused(422, "HND-11", analyst.post("/products", report(FOR_BOTH)));
        expect(200, User.in("LO-AU").get("/products/" + product));
        refused(422, "HND-11", label(authority("UN"), product, "(UN-C//JOINT UN, AU//REL TO UN, AU, ECOWAS)"));
        String number = expect(
                        201,
                        officer.post(
                                "/products/" + product + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add("ECOWAS"))
                                        .add("purpose", "EXERCISE: after they left")))
                .text("number");
        expect(200, step(User.in("DUTY-UN"), number, "check", approval()));
        assertEquals("ORIGINATOR_CONSENT", state(officer, number));
        expect(200, authority("AU").post("/consents/" + question(number) + "/answer", refusal("EXERCISE: still ours")));
        assertEquals("REJECTED", state(officer, number));
        assertEquals(404, User.in("LO-ECW").get("/products/" + product).status());
    }

    private String published(String mark) {
        String number = filed(analyst, report(mark));
        submitted(analyst, number);
        confirmed(officer, number);
        return number;
    }

    private jakarta.json.JsonObjectBuilder report(String mark) {
        return filing("INTREP", "EXERCISE - hybrid", portion(mark, "EXERCISE. The convoy left Nyala."))
                .add("mission", unamid);
    }

    private JsonObject onlyRelease(String product) {
        List<JsonObject> all = releases(officer, product);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static String question(String release) {
        return expect(200, authority("AU").get("/releases/" + release))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("number");
    }

    private String asked(String product, String mark) {
        return expect(
                        201,
                        analyst.post(
                                "/derivations",
                                Json.createObjectBuilder()
                                        .add("source", product)
                                        .add(
                                                "paragraphs",
                                                Json.createArrayBuilder().add("1"))
                                        .add("marking", mark)
                                        .add("purpose", "EXERCISE: for the camps")))
                .array()
                .getJsonObject(0)
                .getString("number");
    }

    private static Answer label(User user, String product, String... marks) {
        JsonArrayBuilder portions = Json.createArrayBuilder();
        List.of(marks).forEach(portions::add);
        return user.post(
                "/products/" + product + "/label", because("EXERCISE: due").add("portions", portions));
    }

    private static void refused(int status, String rule, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(answer.body().contains(rule), answer.toString());
    }
}
