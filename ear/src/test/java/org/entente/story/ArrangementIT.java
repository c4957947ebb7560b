package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.registry;
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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a giver undertakes, and how: here with a partner, or on paper with whoever has nobody here. */
class ArrangementIT {
    private static final String SCAN = "9f".repeat(32);
    private final User officer = User.in("CO-UN");
    private final User lindgren = authority("UN");
    private final User moreau = authority("EU");
    private final List<String> made = new java.util.ArrayList<>();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    /** Other stories count on what the exercise arranged, and on nothing else. */
    @AfterEach
    void ended() {
        for (String number : made) {
            User giver = lindgren.get("/arrangements/" + number).status() == 200 ? lindgren : moreau;
            if (!giver.get("/arrangements/" + number).text("status").equals("ENDED")) {
                expect(200, giver.post("/arrangements/" + number + "/end", because("EXERCISE: over")));
            }
        }
    }

    // ---- on paper ----

    @Test
    void cav06_hnd15_whatWasAgreedOnPaperWithTheHostStateOpensTheWayOfAReleaseAndNoMore() {
        String product = confirmedProduct(
                User.in("AN-UN"),
                officer,
                filing("INTREP", "EXERCISE - host", portion("(UN-C//REL TO UN, MLI)", "EXERCISE. x"))
                        .add("mission", "MINUSMA"));
        String release = only(officer, product);
        assertEquals(Set.of("CAV-04", "CAV-06", "PKI-11"), objections(officer, release));

        String number = made(expect(201, officer.post("/arrangements", written("MLI"))));
        assertEquals(Set.of("CAV-04", "CAV-06", "PKI-11"), objections(officer, release), "a draft opens nothing");
        expect(200, lindgren.post("/arrangements/" + number + "/confirmation", null));
        assertEquals(Set.of("PKI-11"), objections(officer, release));

        // the force gate is a gate, and no dead end
        refused(422, "objections", Set.of("PKI-11"), step(User.in("HRO-UN"), release, "risk", approval()));
        expect(200, review("FAMA", "MEDIUM", "EXERCISE: joint monitoring"));
        expect(200, step(User.in("HRO-UN"), release, "risk", approval()));
        assertEquals("CHECKED", state(officer, release));
        expect(200, step(lindgren, release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        assertEquals("REGISTERED", state(officer, release));

        // what the label excludes stays excluded, arrangement or not
        String closed = confirmedProduct(
                User.in("AN-UN"),
                officer,
                filing("INTREP", "EXERCISE - closed", portion("(UN-C//NOT RELEASABLE TO MLI)", "EXERCISE. x"))
                        .add("mission", "MINUSMA"));
        String asked = expect(
                        201,
                        officer.post(
                                "/products/" + closed + "/releases",
                                Json.createObjectBuilder()
                                        .add("recipients", Json.createArrayBuilder(List.of("MLI")))
                                        .add("purpose", "EXERCISE: gate checks")))
                .text("number");
        assertTrue(
                objections(officer, asked).contains("CAV-06"),
                objections(officer, asked).toString());

        expect(200, lindgren.post("/arrangements/" + number + "/end", because("EXERCISE: consent withdrawn")));
        String later = confirmedProduct(
                User.in("AN-UN"),
                officer,
                filing("INTREP", "EXERCISE - later", portion("(UN-C//REL TO UN, MLI)", "EXERCISE. x"))
                        .add("mission", "MINUSMA"));
        assertEquals(Set.of("CAV-04", "CAV-06"), objections(officer, only(officer, later)));
        expect(200, User.in("HRO-UN").post("/forces/FAMA/flags", because("EXERCISE: as it was before")));
        Tables.unbarred();
    }

    @Test
    void cav04_whatWasAgreedOnPaperIsEnteredByOnePersonAndConfirmedByAnotherWhoSawIt() {
        String number = made(expect(201, officer.post("/arrangements", written("MLI"))));
        Answer shown = expect(200, lindgren.get("/arrangements/" + number));
        assertEquals("DRAFT", shown.text("status"));
        assertEquals(
                "EXERCISE: note verbale 12/13",
                shown.json().getJsonObject("written").getString("reference"));
        assertEquals(SCAN, shown.json().getJsonObject("written").getString("scan"));
        assertTrue(shown.text("digest").matches("[0-9a-f]{64}"), shown.toString());
        String confirmation = "/arrangements/" + number + "/confirmation";
        refused(403, "role-missing", Set.of("ORG-01"), officer.post(confirmation, null));
        refused(401, "second-factor-required", Set.of(), lindgren.postUnseen(confirmation, null));
        refused(428, "seen-missing", Set.of("PKI-09"), lindgren.proved().postUnseen(confirmation, null));
        refused(
                409,
                "changed-meanwhile",
                Set.of("PKI-09"),
                lindgren.proved().post(confirmation, null, "If-Match", "\"AAAAAAAAAAAA.AAAAAAAAAAAA\""));
        refused(403, "not-your-step", Set.of("CAV-04"), lindgren.post("/arrangements/" + number + "/agreement", null));
        assertEquals("DRAFT", lindgren.get("/arrangements/" + number).text("status"));
        assertEquals("IN_FORCE", expect(200, lindgren.post(confirmation, null)).text("status"));
        refused(409, "wrong-state", Set.of("CAV-04"), lindgren.post(confirmation, null));

        String own = made(expect(201, lindgren.post("/arrangements", written("FRA"))));
        refused(
                403,
                "separation-of-duties",
                Set.of("CAV-04", "PKI-09"),
                lindgren.post("/arrangements/" + own + "/confirmation", null));
        assertEquals("DRAFT", lindgren.get("/arrangements/" + own).text("status"));
    }

    @Test
    void cav04_nobodyAgreesInWritingForWhoeverHasSomebodyHereNorIsAnybodyAskedWhoIsNotHere() {
        Answer instead = officer.post("/arrangements", written("AU"));
        refused(422, "invalid-arrangement", Set.of("CAV-04"), instead);
        assertEquals(Set.of("receiver"), fields(instead));
        Answer alone = lindgren.post("/arrangements", offer("MLI", "UN-C"));
        refused(422, "invalid-arrangement", Set.of("CAV-04"), alone);
        assertEquals(Set.of("receiver"), fields(alone));
        // whoever it does not concern is told what they are told of a number that was never drawn
        String number = made(expect(201, officer.post("/arrangements", written("MLI"))));
        assertEquals(
                User.in("CO-AU").get("/arrangements/ARR-NEVER").body().replace("ARR-NEVER", ""),
                User.in("CO-AU").get("/arrangements/" + number).body().replace(number, ""));
        refused(404, "not-found", Set.of(), authority("AU").post("/arrangements/" + number + "/confirmation", null));
        // who drafts products enters no agreement
        refused(403, "role-missing", Set.of("ORG-01"), User.in("AN-UN").post("/arrangements", written("MLI")));
    }

    @Test
    void cav04_whatIsWrongWithAnArrangementIsSaidAllAtOnceAndNothingIsKept() {
        int before = lindgren.get("/arrangements").array().size();
        Answer wrong = officer.post(
                "/arrangements",
                offer("MLI", "AU-C")
                        .add("without", Json.createArrayBuilder().add("ORCON").add("EVERYTHING"))
                        .add("approver", "EUTM-COM")
                        .add(
                                "written",
                                Json.createObjectBuilder()
                                        .add("reference", " ")
                                        .add("date", "2099-01-01")
                                        .add("scan", "abc")));
        refused(422, "invalid-arrangement", Set.of("CAV-04", "CAV-05"), wrong);
        assertEquals(
                Set.of("cap", "without[1]", "approver", "written.reference", "written.date", "written.scan"),
                fields(wrong));
        assertEquals(
                400,
                officer.post(
                                "/arrangements",
                                offer("MLI", "UN-C")
                                        .add(
                                                "written",
                                                Json.createObjectBuilder()
                                                        .add("reference", "EXERCISE")
                                                        .add("date", "yesterday")))
                        .status());
        assertEquals(before, lindgren.get("/arrangements").array().size());
    }

    // ---- limits and signatures ----

    @Test
    void cav04_whatDoesNotTravelUnderAnArrangementIsNeitherSignedForNorReadUnderIt() {
        String number = made(expect(
                201,
                moreau.post(
                        "/arrangements",
                        offer("ECOWAS", "R-UE/EU-R")
                                .add("without", Json.createArrayBuilder().add("ORCON")))));
        expect(200, authority("ECOWAS").post("/arrangements/" + number + "/agreement", null));
        User drafter = User.in("LO-EU");
        User koskinen = User.in("CO-EU");
        String plain = confirmedProduct(
                drafter,
                koskinen,
                filing("INTREP", "EXERCISE - travels", portion("(R-UE/EU-R//REL TO EU, ECOWAS)", "EXERCISE. x"))
                        .add("mission", "EUTM"));
        assertEquals(Set.of(), objections(koskinen, only(koskinen, plain)));
        expect(200, step(moreau, only(koskinen, plain), "authorisation", approval()));
        refused(403, "header-only", Set.of("BRIEFING"), User.in("LO-ECW").get("/products/" + plain));
        String kept = confirmedProduct(
                drafter,
                koskinen,
                filing("INTREP", "EXERCISE - stays", portion("(R-UE/EU-R//ORCON//REL TO EU, ECOWAS)", "EXERCISE. x"))
                        .add("mission", "EUTM"));
        String release = only(koskinen, kept);
        assertTrue(
                objections(koskinen, release).contains("CAV-04"),
                objections(koskinen, release).toString());
        refused(404, "not-found", Set.of(), User.in("LO-ECW").get("/products/" + kept));
    }

    @Test
    void cav04_whoIsNamedByTheArrangementSignsAndNobodyElse() {
        String number = made(expect(
                201, moreau.post("/arrangements", offer("ECOWAS", "R-UE/EU-R").add("approver", "EU-CO"))));
        expect(200, authority("ECOWAS").post("/arrangements/" + number + "/agreement", null));
        User koskinen = User.in("CO-EU");
        String product = confirmedProduct(
                User.in("LO-EU"),
                koskinen,
                filing("INTREP", "EXERCISE - signed", portion("(R-UE/EU-R//REL TO EU, ECOWAS)", "EXERCISE. x"))
                        .add("mission", "EUTM"));
        String release = only(koskinen, product);
        assertEquals(Set.of(), objections(koskinen, release));
        refused(422, "objections", Set.of("CAV-04"), step(moreau, release, "authorisation", approval()));
        assertEquals("CHECKED", state(koskinen, release));
        expect(200, moreau.post("/arrangements/" + number + "/end", because("EXERCISE: signed by the wrong one")));
        String other = made(expect(
                201, moreau.post("/arrangements", offer("ECOWAS", "R-UE/EU-R").add("approver", "EUTM-COM"))));
        expect(200, authority("ECOWAS").post("/arrangements/" + other + "/agreement", null));
        expect(200, step(moreau, release, "authorisation", approval()));
    }

    @Test
    void b3_bothSidesProveThemselvesAndTheReceiverAgreesToWhatWasShown() {
        refused(
                401,
                "second-factor-required",
                Set.of(),
                moreau.postUnseen("/arrangements", offer("ECOWAS", "R-UE/EU-R")));
        String number = made(expect(201, moreau.post("/arrangements", offer("ECOWAS", "R-UE/EU-R"))));
        User diallo = authority("ECOWAS");
        String agreement = "/arrangements/" + number + "/agreement";
        refused(401, "second-factor-required", Set.of(), diallo.postUnseen(agreement, null));
        refused(428, "seen-missing", Set.of("PKI-09"), diallo.proved().postUnseen(agreement, null));
        refused(403, "not-your-step", Set.of("CAV-04"), moreau.post(agreement, null));
        expect(200, diallo.post(agreement, null));
        expect(200, moreau.post("/arrangements/" + number + "/suspension", because("EXERCISE: a leak")));
        String resumption = "/arrangements/" + number + "/resumption";
        refused(401, "second-factor-required", Set.of(), moreau.postUnseen(resumption, because("EXERCISE: mended")));
        refused(
                428,
                "seen-missing",
                Set.of("PKI-09"),
                moreau.proved().postUnseen(resumption, because("EXERCISE: mended")));
        expect(200, moreau.post(resumption, because("EXERCISE: mended")));
    }

    private static JsonObjectBuilder offer(String receiver, String cap) {
        return Json.createObjectBuilder()
                .add("receiver", receiver)
                .add("cap", cap)
                .add("basis", "EXERCISE: specific operational need");
    }

    private static JsonObjectBuilder written(String receiver) {
        return offer(receiver, "UN-C")
                .add(
                        "written",
                        Json.createObjectBuilder()
                                .add("reference", "EXERCISE: note verbale 12/13")
                                .add("date", "2013-07-01")
                                .add("scan", SCAN));
    }

    private String made(Answer arrangement) {
        made.add(arrangement.text("number"));
        return arrangement.text("number");
    }

    private static String confirmedProduct(User author, User officer, JsonObjectBuilder filing) {
        String product = filed(author, filing);
        submitted(author, product);
        confirmed(officer, product);
        return product;
    }

    private static String only(User insider, String product) {
        List<JsonObject> all = releases(insider, product);
        assertEquals(1, all.size(), all.toString());
        return all.getFirst().getString("number");
    }

    private static Answer review(String force, String risk, String mitigation) {
        return User.in("HRO-UN")
                .post(
                        "/forces/" + force + "/reviews",
                        Json.createObjectBuilder()
                                .add("risk", risk)
                                .add("mitigation", mitigation)
                                .add("from", "2013-01-01T00:00:00Z"));
    }

    private static Set<String> objections(User insider, String release) {
        Set<String> rules = new TreeSet<>();
        expect(200, insider.get("/releases/" + release))
                .json()
                .getJsonArray("objections")
                .getValuesAs(JsonObject.class)
                .forEach(o -> rules.add(o.getString("rule")));
        return rules;
    }

    private static Set<String> fields(Answer refused) {
        Set<String> fields = new TreeSet<>();
        refused.json()
                .getJsonArray("objections")
                .getValuesAs(JsonObject.class)
                .forEach(o -> fields.add(o.getString("field")));
        return fields;
    }

    private static void refused(int status, String slug, Set<String> reasons, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug(), answer.toString());
        assertEquals(reasons, new TreeSet<>(answer.reasons()), answer.toString());
    }
}
