package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was seen is what is decided (faults B1): every judging act says what it was shown, and happens to nothing else. */
class SeenIT {
    private static final String IF_MATCH = "If-Match";
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User colleague = User.in("DUTY-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki09_b1_anOfficerPublishesTheVersionThatTheySawAndNoOther() {
        String number = submittedReport();
        String publication = "/products/" + number + "/publication";
        String shown = tag(officer.get("/products/" + number));
        expect(200, colleague.post("/products/" + number + "/return", because("EXERCISE: once more")));
        expect(200, analyst.put("/products/" + number + "/draft", report("(UN-U)", "other words")));
        submitted(analyst, number);
        Answer refused = expect(409, officer.post(publication, damage(), IF_MATCH, shown));
        assertEquals("changed-meanwhile", refused.slug());
        assertEquals(List.of("PKI-09"), refused.reasons());
        assertEquals(Set.of("version", "marking", "portionMarkings", "text"), fields(refused));
        assertEquals(
                "SUBMITTED", expect(200, officer.get("/products/" + number)).text("state"));
        expect(200, officer.post(publication, damage(), IF_MATCH, tag(officer.get("/products/" + number))));
    }

    @Test
    void pki09_b1_nobodyJudgesWithoutSayingWhatTheySaw() {
        String number = submittedReport();
        for (String act : List.of("publication", "return", "withdrawal")) {
            String path = "/products/" + number + "/" + act;
            Supplier<JsonObjectBuilder> body = () -> act.equals("publication") ? damage() : because("EXERCISE: x");
            Answer refused = expect(428, officer.postUnseen(path, body.get()));
            assertEquals("seen-missing", refused.slug(), act);
            assertEquals(Set.of(IF_MATCH), fields(refused), act);
            assertEquals(List.of("PKI-09"), refused.reasons(), act);
            // who may not know of it learns nothing by it
            Answer hidden = User.in("CO-AU").postUnseen(path, body.get());
            Answer absent = User.in("CO-AU").postUnseen("/products/UN-NONE/" + act, body.get());
            assertEquals(404, hidden.status(), act);
            assertEquals(absent.body().replace("UN-NONE", number), hidden.body(), act);
        }
        assertEquals(
                "SUBMITTED", expect(200, officer.get("/products/" + number)).text("state"));
        Answer odd = expect(400, officer.post("/products/" + number + "/publication", damage(), IF_MATCH, "W/\"1\""));
        assertEquals("malformed", odd.slug());
    }

    @Test
    void pki09_b1_whatOneHatSawIsNothingInAnothersHand() {
        String number = submittedReport();
        String theirs = tag(officer.get("/products/" + number));
        assertNotEquals(theirs, tag(colleague.get("/products/" + number)));
        Answer refused = colleague.post("/products/" + number + "/publication", damage(), IF_MATCH, theirs);
        assertEquals("changed-meanwhile", expect(409, refused).slug());
        String other = submittedReport();
        assertEquals(
                409,
                officer.post("/products/" + other + "/publication", damage(), IF_MATCH, theirs)
                        .status());
    }

    @Test
    void pki09_b1_ofTwoWhoJudgeAtOnceOneDoesAndTheOtherIsTold() {
        String number = submittedReport();
        String first = tag(officer.get("/products/" + number));
        String second = tag(colleague.get("/products/" + number));
        List<CompletableFuture<Answer>> both = List.of(
                CompletableFuture.supplyAsync(
                        () -> officer.post("/products/" + number + "/publication", damage(), IF_MATCH, first)),
                CompletableFuture.supplyAsync(() -> colleague.post(
                        "/products/" + number + "/return", because("EXERCISE: once more"), IF_MATCH, second)));
        List<Answer> answers = both.stream().map(CompletableFuture::join).toList();
        assertEquals(1, answers.stream().filter(a -> a.status() == 200).count(), answers.toString());
        Answer late =
                answers.stream().filter(a -> a.status() != 200).findFirst().orElseThrow();
        // what was returned to its author is no longer there for an officer
        assertTrue(Set.of("changed-meanwhile", "try-again", "not-found").contains(late.slug()), late.toString());
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE object = ? AND outcome = 'PERMIT'"
                                + " AND action IN ('PUBLISH_PRODUCT', 'RETURN_DRAFT')",
                        number));
    }

    @Test
    void pki09_b1_aSignatureIsForWhatItsAuthoritySawOfTheRelease() {
        String release = checkedRelease();
        String product = expect(200, officer.get("/releases/" + release)).text("product");
        String path = "/releases/" + release + "/steps/authorisation";
        String shown = tag(authority("UN").get("/releases/" + release));
        assertEquals(428, authority("UN").proved().postUnseen(path, approval()).status());
        // stronger meanwhile, and checked again: the same stage, and another thing
        expect(
                200,
                officer.post(
                        "/products/" + product + "/label",
                        Json.createObjectBuilder()
                                .add("portions", Json.createArrayBuilder().add("(UN-SC//REL TO UN, AU)"))
                                .add("reason", "EXERCISE: more than it seemed")));
        expect(200, step(officer, release, "check", approval()));
        Answer refused = expect(409, authority("UN").proved().post(path, approval(), IF_MATCH, shown));
        assertEquals("changed-meanwhile", refused.slug());
        assertTrue(fields(refused).containsAll(Set.of("version", "marking", "signatures")), refused.toString());
        assertEquals("CHECKED", expect(200, officer.get("/releases/" + release)).text("state"));
    }

    @Test
    void pki09_b1_bothRegistriesEnterWhatTheySaw() {
        String release = checkedRelease();
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        String path = "/releases/" + release + "/steps/";
        assertEquals(428, registry("UN").postUnseen(path + "registration", null).status());
        expect(200, step(registry("UN"), release, "registration", null));
        assertEquals(428, registry("AU").postUnseen(path + "receipt", null).status());
        Answer others = registry("AU")
                .post(path + "receipt", null, IF_MATCH, tag(registry("UN").get("/releases/" + release)));
        assertEquals("changed-meanwhile", expect(409, others).slug());
        expect(200, step(registry("AU"), release, "receipt", null));
    }

    @Test
    void cav13_b1_aConsentIsForTheQuestionThatWasSeen() {
        User.clock("2013-06-25T08:00:00Z");
        User author = User.in("AN-AU");
        String product = filed(
                author,
                filing("INTREP", "EXERCISE - asked", portion("(AU-C//ORCON)", "EXERCISE. x"))
                        .add("mission", "AFISMA"));
        submitted(author, product);
        confirmed(User.in("CO-AU"), product);
        String release = expect(
                        201,
                        author.post(
                                "/products/" + product + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add("UN"))
                                        .add("purpose", "EXERCISE: force protection")))
                .text("number");
        expect(200, step(User.in("CO-AU"), release, "check", approval()));
        String question = expect(200, User.in("CO-AU").get("/releases/" + release))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("number");
        Answer shown = expect(200, authority("AU").get("/consents/" + question));
        assertEquals("\"" + shown.text("seen") + "\"", tag(shown));
        String path = "/consents/" + question + "/answer";
        assertEquals(428, authority("AU").postUnseen(path, approval()).status());
        assertEquals(404, authority("EU").postUnseen(path, approval()).status());
        assertEquals(404, authority("EU").get("/consents/" + question).status());
        assertEquals(
                "changed-meanwhile",
                expect(
                                409,
                                authority("AU")
                                        .post(
                                                path,
                                                approval(),
                                                IF_MATCH,
                                                tag(User.in("CO-AU").get("/consents/" + question))))
                        .slug());
        expect(200, authority("AU").post(path, approval(), IF_MATCH, tag(shown)));
    }

    // ---- words of these stories ----

    private String submittedReport() {
        String number = filed(analyst, report("(UN-C)", "harmless words"));
        submitted(analyst, number);
        return number;
    }

    private String checkedRelease() {
        String number = filed(analyst, filing("INTREP", "EXERCISE - seen", portion(TO_AU, "EXERCISE. x")));
        submitted(analyst, number);
        confirmed(officer, number);
        return releases(officer, number).getFirst().getString("number");
    }

    private static String tag(Answer shown) {
        return expect(200, shown).headers().firstValue("ETag").orElseThrow();
    }

    private static Set<String> fields(Answer refused) {
        return refused.json().getJsonArray("objections").getValuesAs(JsonObject.class).stream()
                .map(o -> o.getString("field"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
