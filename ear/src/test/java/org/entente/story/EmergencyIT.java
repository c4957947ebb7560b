package org.entente.story;

import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.emergency;
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
import jakarta.json.JsonObjectBuilder;
import java.util.Set;
import java.util.TreeSet;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breaking the glass for a threat to life, and what it never breaks; referrals that no caveat closes. */
class EmergencyIT {
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void cav12_forAThreatToLifeTheNamedReaderGetsThePortionAtOnceForAtMostThreeDays() {
        String kept = word();
        String secret = word();
        String parent = parent(
                portion("(UN-SC//ORCON)", "EXERCISE. The convoy is the target, " + kept + "."),
                portion("(UN-SC//ORCON)", "EXERCISE. Other matters, " + secret + "."));
        User vermeer = User.in("LO-EU");
        refused(404, Set.of(), vermeer.get("/products/" + parent));
        Answer broken =
                expect(201, authority("UN").post("/products/" + parent + "/break-glass", emergency("LO-EU", "1")));
        assertEquals("REVIEW_DUE", broken.text("state"));
        assertEquals("BREAK_GLASS", broken.text("kind"));
        String extract = broken.text("product");
        Answer read = expect(200, vermeer.get("/products/" + extract));
        assertTrue(read.body().contains(kept));
        assertFalse(read.body().contains(secret));
        assertFalse(read.body().contains(parent));
        assertTrue(read.text("marking").startsWith("UN STRICTLY CONFIDENTIAL//ORCON//EYES ONLY"), read.text("marking"));
        // D5: posts and no persons, on screen alone
        assertEquals(
                "UN STRICTLY CONFIDENTIAL//ORCON//EYES ONLY C-JMAC, EUTM-LNO, JOC-DUTY, UN-COS//NO PRINT/NO FORWARD",
                read.text("marking"));
        assertEquals(
                403,
                vermeer.get("/products/" + extract + "/document?format=pdf").status());
        assertEquals(
                403,
                vermeer.get("/products/" + extract + "/document?format=html").status());
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM product_copy c JOIN product p ON p.id = c.product_id WHERE p.number = ? AND c.kind <> 'RELEASE'",
                        extract));
        String abroad = expect(200, vermeer.get("/products/" + extract)).body();
        for (String person : java.util.List.of("lindgren", "haddad", "vermeer")) {
            assertFalse(abroad.contains(person), abroad);
        }
        refused(404, Set.of(), User.in("CO-EU").get("/products/" + extract));
        refused(404, Set.of(), vermeer.get("/products/" + parent));
        User.clock("2013-07-23T12:00:30Z");
        refused(404, Set.of(), vermeer.get("/products/" + extract));
    }

    @Test
    void cav12_theOriginatorSeesItAtOnceAndMayCallItBackAndAReportIsOwed() {
        User author = User.in("LO-AU");
        String parent = filed(
                author,
                filing("INTREP", "EXERCISE - of another", portion("(AU-C//REL TO AU, UN)", "EXERCISE. a life"))
                        .add("mission", "MINUSMA"));
        submitted(author, parent);
        confirmed(User.in("CO-AU"), parent);
        org.entente.running.Offices.handOver(User.in("CO-AU"), parent);
        String release = expect(
                        201, authority("UN").post("/products/" + parent + "/break-glass", emergency("LO-EU", "1")))
                .text("number");
        Answer seen = expect(200, User.in("CO-AU").get("/releases/" + release));
        assertEquals("UN", seen.text("releaser"));
        assertEquals("EXERCISE: a car bomb at the gate", seen.text("purpose"));
        assertEquals("2013-07-23", seen.text("reviewDue").substring(0, 10));
        refused(422, Set.of("PKI-08"), step(authority("UN"), release, "report", because(" ")));
        expect(200, step(authority("UN"), release, "report", because("EXERCISE: what, who, how, why, safeguards")));
        expect(200, step(authority("AU"), release, "recall", because("EXERCISE: over")));
        refused(404, Set.of(), User.in("LO-EU").get("/products/" + seen.text("product")));
    }

    @Test
    void cav12_aSourceEyesOnlyAndAnExclusionHoldAgainstEverything() {
        String sourced = parent(
                portion("(UN-SC//ORCON)", "EXERCISE. one"), portion("(UN-SC//ORCON/SOURCE)", "EXERCISE. a person"));
        // the release authority does not even read the portion that names the source
        refused(
                422,
                Set.of("CAV-12"),
                authority("UN").post("/products/" + sourced + "/break-glass", emergency("LO-EU", "2")));
        String named = parent(portion("(UN-SC//EYES ONLY UN-COS, C-JMAC, JMAC-ANALYST)", "EXERCISE. named"));
        refused(
                422,
                Set.of("CAV-12"),
                authority("UN").post("/products/" + named + "/break-glass", emergency("LO-EU", "1")));
        String excluding = parent(portion("(UN-C//NOT RELEASABLE TO EU)", "EXERCISE. not there"));
        refused(
                422,
                Set.of("CAV-06"),
                authority("UN").post("/products/" + excluding + "/break-glass", emergency("LO-EU", "1")));
    }

    @Test
    void cav12_nobodyButAReleaseAuthorityBreaksItAndNeverWithoutSayingWhy() {
        String parent = parent(portion("(UN-C)", "EXERCISE. one"));
        refused(403, Set.of("ORG-01"), officer.post("/products/" + parent + "/break-glass", emergency("LO-EU", "1")));
        JsonObjectBuilder silent = Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add("NOBODY"))
                .add("portions", Json.createArrayBuilder().add("1"))
                .add("threat", " ")
                .add("reason", " ")
                .add("briefing", " ")
                .add("hours", 100);
        refused(422, Set.of("CAV-12"), authority("UN").post("/products/" + parent + "/break-glass", silent));
        refused(404, Set.of(), authority("EU").post("/products/" + parent + "/break-glass", emergency("LO-AU", "1")));
    }

    @Test
    void pki12_noCaveatBlocksAReportToTheHumanRightsOfficeAndNoSourceGoesAlong() {
        User author = User.in("LO-AU");
        String source = "herder " + word() + " of the western well";
        String parent = filed(
                author,
                filing(
                                "INTREP",
                                "EXERCISE - violations",
                                portion("(AU-C//ORCON)", "EXERCISE. A village was burnt."),
                                portion("(AU-C//ORCON/SOURCE)", "EXERCISE. Told by " + source + "."))
                        .add("mission", "MINUSMA"));
        submitted(author, parent);
        confirmed(User.in("CO-AU"), parent);
        User reader = User.in("CO-AU");
        refused(
                422,
                Set.of("SOURCE"),
                reader.post("/referrals", referral(parent, "A village was burnt; says " + source + ".")));
        Answer sent = expect(201, reader.post("/referrals", referral(parent, "A village was burnt near the well.")));
        String number = sent.text("number");
        Answer office = expect(200, User.in("HRO-UN").get("/referrals"));
        assertTrue(office.body().contains(number));
        assertFalse(office.body().contains(parent), "a referral names no product");
        for (String other : java.util.List.of("LO-EU", "LO-AU", "CO-UN")) {
            assertFalse(expect(200, User.in(other).get("/referrals")).body().contains(number), other);
        }
        refused(403, Set.of("ORG-01"), User.in("CO-UN").post("/referrals/" + number + "/taking-up", null));
        assertTrue(expect(200, User.in("HRO-UN").post("/referrals/" + number + "/taking-up", null))
                .json()
                .containsKey("takenUpAt"));
        refused(404, Set.of(), User.in("LO-EU").post("/referrals", referral(parent, "I cannot know of it.")));
    }

    private String parent(jakarta.json.JsonObject... portions) {
        String parent = filed(analyst, filing("INTREP", "EXERCISE - threat to life", portions));
        submitted(analyst, parent);
        confirmed(officer, parent);
        return parent;
    }

    private static JsonObjectBuilder referral(String product, String text) {
        return Json.createObjectBuilder()
                .add("product", product)
                .add("matter", "HUMAN_RIGHTS")
                .add("text", text);
    }

    private static void refused(int status, Set<String> rules, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(rules, new TreeSet<>(answer.reasons()));
    }
}
