package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.state;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a label after publication: weaker, stronger, challenged, reviewed. */
class LabelIT {
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki08_aChangeOfTheLabelVoidsEverySignatureAndTheCheckIsDoneAgain() {
        String product = confirmedProduct(TO_AU);
        String release = releases(officer, product).getFirst().getString("number");
        assertEquals("CHECKED", state(officer, release));
        expect(200, relabel(officer, product, "(UN-C//ORCON//REL TO UN, AU)"));
        Answer seen = expect(200, officer.get("/releases/" + release));
        assertEquals("LABELLED", seen.text("state"));
        assertFalse(seen.json().getJsonArray("signatures").getJsonObject(0).getBoolean("stands"));
        Answer refused = step(authority("UN"), release, "authorisation", approval());
        assertEquals(409, refused.status(), refused.toString());
        expect(200, step(officer, release, "check", approval()));
        assertEquals("ORIGINATOR_CONSENT", state(officer, release));
    }

    @Test
    void cls40_onlyTheOriginatorsReleaseAuthorityMakesALabelWeaker() {
        String product = published(analyst, officer, filing("INTREP", "EXERCISE - label", portion(TO_AU, "EXERCISE")));
        refused(403, "role-missing", Set.of("CLS-40"), relabel(officer, product, "(UN-C//REL TO UN, AU, EU)"));
        refused(403, "not-the-originator", Set.of("CLS-40"), relabel(User.in("CO-AU"), product, "(UN-U)"));
        refused(404, "not-found", Set.of(), relabel(User.in("CO-EU"), product, "(UN-U)"));
        refused(422, "reason-missing", Set.of("CLS-40"), relabel(authority("UN"), product, " ", "(UN-U)"));
        refused(
                422,
                "invalid-label",
                Set.of("CLS-40"),
                relabel(authority("UN"), product, "EXERCISE", "(UN-U)", "(UN-U)"));
        assertEquals(
                "UN UNCLASSIFIED",
                expect(200, relabel(authority("UN"), product, "(UN-U)")).text("marking"));
        assertEquals(200, User.in("LO-EU").get("/products/" + product).status());
    }

    @Test
    void cls10_nobodyElseChangesTheOriginatorsLabelAndWhoHoldsItReadsThatOne() {
        String product = published(analyst, officer, filing("INTREP", "EXERCISE - label", portion(TO_AU, "EXERCISE")));
        for (String mark : List.of("(AU-C//REL TO AU, UN)", "(UN-SC)", "(UN-U)")) {
            for (String holder : List.of("CO-AU", "RA-AU")) {
                Answer refused = relabel(User.in(holder), product, mark);
                refused(403, "not-the-originator", Set.of("CLS-40"), refused);
            }
        }
        for (String reader : List.of("LO-AU", "CO-AU", "CO-UN")) {
            JsonObject read =
                    expect(200, User.in(reader).get("/products/" + product)).json();
            assertEquals("UN CONFIDENTIAL//REL TO UN, AU", read.getString("marking"), reader);
            assertEquals(List.of(), read.getJsonArray("labelChanges"), reader);
        }
    }

    @Test
    void cls47_aWeakerLabelShowsItsWordItsAuthorityItsDateAndTheOldMark() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - old mark", portion("(UN-SC)", "EXERCISE. x")));
        expect(200, relabel(authority("UN"), product, "(UN-C)"));
        expect(200, relabel(authority("UN"), product, "(UN-U)"));
        List<JsonObject> changes = expect(200, officer.get("/products/" + product))
                .json()
                .getJsonArray("labelChanges")
                .getValuesAs(JsonObject.class);
        assertEquals(
                List.of("DOWNGRADED", "DECLASSIFIED"),
                changes.stream().map(c -> c.getString("kind")).toList());
        assertEquals("UN STRICTLY CONFIDENTIAL", changes.getFirst().getString("oldMarking"));
        assertEquals("RA-UN", changes.getLast().getString("by"));
        assertTrue(changes.getLast().getString("at").startsWith("2013-07-20"));
    }

    @Test
    void cls46_anUpgradeJudgesEveryGrantAnewAtOnce() {
        String product = published(analyst, officer, filing("INTREP", "EXERCISE - up", portion(TO_AU, "EXERCISE. x")));
        assertEquals(200, User.in("LO-AU").get("/products/" + product).status());
        expect(200, relabel(officer, product, "(UN-SC//REL TO UN, AU)"));
        // above the arrangement's cap
        refused(404, "not-found", Set.of(), User.in("LO-AU").get("/products/" + product));
    }

    @Test
    void cls48_anyHolderMayChallengeALevelAndNobodyLearnsWhichPersonDid() {
        String product =
                published(analyst, officer, filing("INTREP", "EXERCISE - challenged", portion(TO_AU, "EXERCISE. x")));
        User baro = User.in("LO-AU");
        refused(404, "not-found", Set.of(), challenge(User.in("LO-EU"), product, "EXERCISE: why"));
        refused(422, "reason-missing", Set.of("CLS-40"), challenge(baro, product, " "));
        Answer made = expect(201, challenge(baro, product, "EXERCISE: it stood in the paper"));
        String number = made.text("number");
        assertEquals("OPEN", made.text("state"));
        assertEquals("2013-09-18", made.text("due").substring(0, 10));
        Answer seen = expect(200, officer.get("/challenges"));
        assertTrue(seen.body().contains(number));
        assertFalse(seen.body().contains("baro"));
        assertFalse(seen.body().contains("LO-AU"));
        assertEquals(200, baro.get("/products/" + product).status(), "the level stays meanwhile");
        refused(403, "not-the-originator", Set.of("CLS-48"), answer(User.in("CO-AU"), number, false));
        refused(403, "role-missing", Set.of("ORG-01"), answer(analyst, number, false));
        User.clock("2013-09-18T12:00:30Z");
        assertEquals("OVERDUE", challenged(officer, number));
        User.clock("2013-11-17T12:00:30Z");
        assertEquals("ESCALATED", challenged(officer, number));
        refused(403, "role-missing", Set.of("CLS-48"), answer(officer, number, false));
        assertEquals(
                "UPHELD", expect(200, answer(authority("UN"), number, false)).text("state"));
        refused(409, "wrong-state", Set.of("CLS-48"), answer(authority("UN"), number, true));
    }

    @Test
    void aud12_theReviewIsProposedOnItsDateAndOnlyTheOriginatorDecides() {
        String product = published(analyst, officer, filing("INTREP", "EXERCISE - review", portion(TO_AU, "EXERCISE")));
        assertFalse(expect(200, officer.get("/reviews")).body().contains(product));
        Answer ahead = expect(200, officer.get("/reviews?until=2018-08-01T00:00:00Z"));
        assertTrue(ahead.body().contains(product));
        assertFalse(expect(200, User.in("CO-AU").get("/reviews?until=2018-08-01T00:00:00Z"))
                .body()
                .contains(product));
        refused(
                404,
                "not-found",
                Set.of(),
                User.in("CO-AU").post("/reviews/" + product, because("EXERCISE: not mine")));
        Answer kept = expect(200, officer.post("/reviews/" + product, because("EXERCISE: still needed")));
        assertEquals("2018-07-20", kept.text("due").substring(0, 10));
    }

    @Test
    void cls45_aWorkingPaperThatNeverWentAnywhereIsFlaggedAfterHalfAYear() {
        String draft = filed(analyst, filing("INTREP", "EXERCISE - lies about", portion("(UN-C)", "EXERCISE. x")));
        User.clock("2014-01-16T11:59:00Z");
        assertFalse(expect(200, officer.get("/reviews")).body().contains(draft));
        User.clock("2014-01-16T12:01:00Z");
        JsonObject line = expect(200, officer.get("/reviews")).array().getValuesAs(JsonObject.class).stream()
                .filter(l -> l.getString("product").equals(draft))
                .findFirst()
                .orElseThrow();
        assertEquals("WORKING_PAPER", line.getString("kind"));
        assertTrue(line.getBoolean("overdue"));
    }

    private String confirmedProduct(String mark) {
        String product = filed(analyst, filing("INTREP", "EXERCISE - label", portion(mark, "EXERCISE. x")));
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }

    private static Answer relabel(User user, String product, String mark) {
        return relabel(user, product, "EXERCISE: as it should be", mark);
    }

    private static Answer relabel(User user, String product, String reason, String... marks) {
        JsonArrayBuilder portions = Json.createArrayBuilder();
        for (String mark : marks) {
            portions.add(mark);
        }
        return user.post(
                "/products/" + product + "/label",
                Json.createObjectBuilder().add("portions", portions).add("reason", reason));
    }

    private static Answer challenge(User user, String product, String reason) {
        return user.post("/challenges", because(reason).add("product", product));
    }

    private static Answer answer(User user, String number, boolean changed) {
        JsonObjectBuilder answer =
                Json.createObjectBuilder().add("changed", changed).add("answer", "EXERCISE: for this reason");
        return user.post("/challenges/" + number + "/answer", answer);
    }

    private static String challenged(User user, String number) {
        return expect(200, user.get("/challenges")).array().getValuesAs(JsonObject.class).stream()
                .filter(c -> c.getString("number").equals(number))
                .findFirst()
                .orElseThrow()
                .getString("state");
    }

    private static void refused(int status, String slug, Set<String> rules, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug());
        assertEquals(rules, new TreeSet<>(answer.reasons()));
    }
}
