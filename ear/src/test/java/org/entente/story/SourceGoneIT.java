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
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
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

/** What was built on a product that is gone: who is told, what stands still, and who decides (PKI-13). */
class SourceGoneIT {
    private static final String ABROAD = "(UN-C//REL TO UN, AU)";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User liaison = User.in("LO-AU");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki13_whoAnswersForWhatWasBuiltOnItIsToldAndNothingGoesFurtherUntilItsOriginatorDecided() {
        String source = atHome();
        String derived = drawn(ABROAD, source + "#1");
        String release = releases(officer, derived).getFirst().getString("number");
        withdrawn(officer, source);
        for (User told : List.of(analyst, officer, authority("UN"))) {
            assertTrue(notices(told).stream().anyMatch(n -> n.equals("SOURCE_GONE " + derived)), "told of " + derived);
            assertTrue(waits(told, derived));
        }
        JsonObject seen = expect(200, officer.get("/products/" + derived)).json();
        JsonObject gone = seen.getJsonArray("goneSources").getJsonObject(0);
        assertEquals(source, gone.getString("source"));
        assertEquals("WITHDRAWN", gone.getString("how"));
        assertTrue(seen.getJsonArray("portions").toString().contains(source + "#1"), "the entry stays");
        refused(422, "objections", Set.of("PKI-13"), step(authority("UN"), release, "authorisation", approval()));
        assertTrue(expect(200, officer.get("/releases/" + release))
                .json()
                .getJsonArray("objections")
                .toString()
                .contains(source));
        String decision = "/products/" + derived + "/gone-sources/" + source + "/decision";
        refused(403, "role-missing", Set.of("ORG-01"), analyst.post(decision, keeping("EXERCISE")));
        refused(428, "seen-missing", Set.of("PKI-09"), officer.postUnseen(decision, keeping("EXERCISE")));
        refused(422, "reason-missing", Set.of("PKI-13"), officer.post(decision, keeping(" ")));
        assertEquals(400, officer.post(decision, because("EXERCISE")).status());
        refused(422, "objections", Set.of("PKI-13"), step(authority("UN"), release, "authorisation", approval()));
        assertEquals(
                "KEEP",
                expect(200, officer.post(decision, keeping("EXERCISE: it rests on two others as well")))
                        .text("decision"));
        refused(409, "wrong-state", Set.of("PKI-13"), authority("UN").post(decision, keeping("EXERCISE: again")));
        for (User told : List.of(analyst, officer, authority("UN"))) {
            assertFalse(waits(told, derived));
        }
        expect(200, step(authority("UN"), release, "authorisation", approval()));
    }

    /** A weaker label, or publication, would take it to everybody without any release. */
    @Test
    void pki13_untilItIsDecidedNoLabelIsWeakenedAndNoDraftIsPublished() {
        String source = atHome();
        String derived = drawn(ABROAD, source + "#1");
        String draft = filed(
                analyst,
                filing(
                        "INTREP",
                        "EXERCISE - not yet",
                        Json.createObjectBuilder(portion(ABROAD, "EXERCISE. " + word()))
                                .add("sources", Json.createArrayBuilder().add(source + "#1"))
                                .build()));
        submitted(analyst, draft);
        withdrawn(officer, source);
        Answer weaker = authority("UN")
                .post(
                        "/products/" + derived + "/label",
                        because("EXERCISE")
                                .add("portions", Json.createArrayBuilder().add("(UN-U)")));
        assertEquals(422, weaker.status(), weaker.toString());
        assertTrue(weaker.reasons().contains("PKI-13"), weaker.toString());
        refused(422, "objections", Set.of("PKI-13"), officer.post("/products/" + draft + "/publication", damage()));
        expect(200, officer.post("/products/" + draft + "/return", because("EXERCISE: draw on another")));
    }

    @Test
    void pki13_whatIsWithdrawnAsWellIsFollowedOnAgain() {
        String source = atHome();
        String derived = drawn(ABROAD, source);
        String further = drawn(ABROAD, derived + "#1");
        withdrawn(officer, source);
        assertFalse(waits(officer, further));
        expect(
                200,
                authority("UN")
                        .post(
                                "/products/" + derived + "/gone-sources/" + source + "/decision",
                                because("EXERCISE: nothing is left of it").add("verdict", "WITHDRAW")));
        assertEquals(
                "WITHDRAWN", expect(200, analyst.get("/products/" + derived)).text("state"));
        assertFalse(waits(officer, derived));
        assertTrue(waits(officer, further));
    }

    @Test
    void pki13_whoMightNotKnowOfTheSourceSeesNothingHappen() {
        String source = atHome();
        String derived = drawn(ABROAD, source + "#1");
        org.entente.running.Offices.handOver(officer, derived);
        String later = drawn(ABROAD, source + "#1");
        String release = releases(officer, later).getFirst().getString("number");
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        String before = expect(200, liaison.get("/products/" + derived)).body();
        String view = expect(200, registry("AU").get("/releases/" + release)).body();
        assertEquals(404, liaison.get("/products/" + source).status());
        withdrawn(officer, source);
        assertEquals(before, expect(200, liaison.get("/products/" + derived)).body());
        assertFalse(before.contains(source));
        assertEquals(
                view, expect(200, registry("AU").get("/releases/" + release)).body());
        for (User stranger : List.of(liaison, User.in("CO-AU"), authority("AU"))) {
            assertFalse(waits(stranger, derived));
            assertFalse(notices(stranger).contains("SOURCE_GONE " + derived));
            Answer hidden = stranger.get("/products/" + derived + "/gone-sources/" + source);
            Answer absent = stranger.get("/products/" + derived + "/gone-sources/UN-AAAAAAAA");
            assertEquals(404, hidden.status());
            assertEquals(absent.body().replace("UN-AAAAAAAA", source), hidden.body());
        }
        String decision = "/products/" + derived + "/gone-sources/%s/decision";
        assertEquals(
                authority("AU")
                        .post(decision.formatted("UN-AAAAAAAA"), keeping("EXERCISE"))
                        .body()
                        .replace("UN-AAAAAAAA", source),
                authority("AU")
                        .post(decision.formatted(source), keeping("EXERCISE"))
                        .body());
        // what was on its way stands still, and whoever would take it in learns no more than that
        Answer receipt = step(registry("AU"), release, "receipt", null);
        refused(422, "objections", Set.of("PKI-13"), receipt);
        assertFalse(receipt.body().contains(source), receipt.body());
        expect(
                200,
                officer.post(
                        "/products/" + later + "/gone-sources/" + source + "/decision",
                        keeping("EXERCISE: it was seen by our own")));
        expect(200, step(registry("AU"), release, "receipt", null));
    }

    @Test
    void pki13_whatIsCalledBackFromOneIsGoneForThatOneAndAWeakerMarkIsTheAuthoritysToKeep() {
        String source = filed(
                liaison,
                filing("INTREP", "EXERCISE - of the AU", portion("(AU-C//REL TO AU, UN)", "EXERCISE. " + word())));
        submitted(liaison, source);
        confirmed(User.in("CO-AU"), source);
        org.entente.running.Offices.handOver(User.in("CO-AU"), source);
        String weak = "(UN-C//REL TO UN, AU, ECOWAS)";
        String question = expect(
                        201,
                        analyst.post(
                                "/derivations",
                                Json.createObjectBuilder()
                                        .add("source", source)
                                        .add(
                                                "paragraphs",
                                                Json.createArrayBuilder().add("1"))
                                        .add("marking", weak)
                                        .add("purpose", "EXERCISE: for the patrols")))
                .array()
                .getJsonObject(0)
                .getString("number");
        expect(
                200,
                authority("AU")
                        .post(
                                "/derivations/" + question + "/answer",
                                Json.createObjectBuilder().add("granted", true)));
        String derived = drawn(weak, source + "#1");
        String release = releases(User.in("CO-AU"), source).getFirst().getString("number");
        expect(200, step(authority("AU"), release, "recall", because("EXERCISE: the source may be known")));
        assertEquals(404, officer.get("/products/" + source).status());
        JsonObject gone = expect(200, officer.get("/products/" + derived + "/gone-sources/" + source))
                .json();
        assertEquals("RECALLED", gone.getString("how"));
        assertTrue(waits(officer, derived));
        String decision = "/products/" + derived + "/gone-sources/" + source + "/decision";
        refused(403, "role-missing", Set.of("CLS-40"), officer.post(decision, keeping("EXERCISE: we know it too")));
        refused(
                401,
                "second-factor-required",
                Set.of(),
                authority("UN").post(decision, keeping("EXERCISE: we know it too")));
        expect(200, authority("UN").proved().post(decision, keeping("EXERCISE: we know it too")));
    }

    /** Of the UN, for the UN and the AU, and handed to nobody. */
    private String atHome() {
        String source = filed(analyst, filing("INTREP", "EXERCISE - a source", portion(ABROAD, "EXERCISE. " + word())));
        submitted(analyst, source);
        confirmed(officer, source);
        return source;
    }

    private String drawn(String mark, String source) {
        JsonObject part = Json.createObjectBuilder(portion(mark, "EXERCISE. " + word()))
                .add("sources", Json.createArrayBuilder().add(source))
                .build();
        String derived = filed(analyst, filing("INTREP", "EXERCISE - drawn", part));
        submitted(analyst, derived);
        confirmed(officer, derived);
        return derived;
    }

    private static JsonObjectBuilder keeping(String why) {
        return because(why).add("verdict", "KEEP");
    }

    private static boolean waits(User user, String product) {
        return expect(200, user.get("/desk")).array().getValuesAs(JsonObject.class).stream()
                .anyMatch(m -> m.getString("kind").equals("SOURCE_GONE")
                        && m.getString("product").equals(product));
    }

    private static List<String> notices(User user) {
        return expect(200, user.get("/notices")).array().getValuesAs(JsonObject.class).stream()
                .map(n -> n.getString("occasion") + " " + n.getString("product", ""))
                .toList();
    }

    private static void refused(int status, String slug, Set<String> rules, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug());
        assertEquals(rules, new TreeSet<>(answer.reasons()));
    }
}
