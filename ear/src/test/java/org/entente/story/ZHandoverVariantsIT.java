package org.entente.story;

import static org.entente.running.Handover.as;
import static org.entente.running.Handover.outcome;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Answer;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Offices;
import org.entente.running.Papers;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other handovers than that of Mali: there and back again, in a hurry, to the wrong successor, with a look in before. */
class ZHandoverVariantsIT {
    private final User analyst = User.in("AN-AU");
    private final User officer = User.in("CO-AU");
    private final String tag = "X" + ThreadLocalRandom.current().nextInt(10_000, 99_999);

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd14_aChainFromAuToUnToAuNeverBreaks() {
        User.clock("2013-06-01T09:00:00Z");
        mission("A" + tag, "AU", "RA-AU", null);
        mission("B" + tag, "UN", "RA-UN", null);
        mission("C" + tag, "AU", "RA-AU", null);
        String there = Missions.related("RA-AU", "A" + tag, "B" + tag, null);
        String back = Missions.related("RA-UN", "B" + tag, "C" + tag, null);
        String product = written("A" + tag, "(AU-R//REL TO AU, UN)");
        Handover first = Handover.carried(there, "AU", "UN", "2013-06-10T00:00:00Z", Map.of(product, "TRANSFER"));
        first.closed();
        // it is the UN's to hand on now, and nobody else's
        Handover second = Handover.carried(back, "UN", "AU", "2013-06-20T00:00:00Z", Map.of(product, "TRANSFER"));
        List<JsonObject> chain = expect(200, User.in("HO-UN").get("/products/" + product + "/custody"))
                .array()
                .getValuesAs(JsonObject.class);
        assertEquals(2, chain.size());
        assertEquals(
                "AU UN", chain.get(0).getString("from") + " " + chain.get(0).getString("to"));
        assertEquals(
                "UN AU", chain.get(1).getString("from") + " " + chain.get(1).getString("to"));
        assertEquals(chain.get(0).getString("contentHash"), chain.get(1).getString("contentHash"));
        // what is rejected goes back down the chain
        User.clock("2013-06-21T09:00:00Z");
        expect(200, second.account(second.to(), product, outcome("REJECTED").add("reason", "EXERCISE: not ours")));
        chain = expect(200, User.in("HO-UN").get("/products/" + product + "/custody"))
                .array()
                .getValuesAs(JsonObject.class);
        assertEquals(
                "AU UN", chain.get(2).getString("from") + " " + chain.get(2).getString("to"));
        // once, and it is not received after that
        expect(200, second.account(second.from(), product, outcome("RETURNED")));
        assertEquals(
                422,
                second.account(second.to(), product, outcome("RECEIVED")).status(),
                "it comes again by another handover only");
        assertEquals(
                3,
                expect(200, User.in("HO-UN").get("/products/" + product + "/custody"))
                        .array()
                        .size());
    }

    @Test
    void hnd09_aPlannerOfTheSuccessorLooksInAndNobodyElseDoes() {
        Handover plan = overlapping("D", "E");
        String product = unreleased("D" + tag, "(AU-C//REL TO AU, UN)");
        assertEquals(409, asked(plan, "LO-UN", product).status(), "nothing is agreed yet");
        plan.signed("AGREEMENT");
        assertEquals(404, User.in("LO-UN").get("/products/" + product).status());
        expect(200, asked(plan, "LO-UN", product));
        assertEquals(404, User.in("LO-UN").get("/products/" + product).status(), "asking gives nothing");
        assertEquals(404, approved(plan, "LO-UN", "AU-00000000").status());
        assertEquals(404, approved(plan, "CO-UN", product).status(), "nobody asked for that hat");
        assertTrue(expect(200, User.in("RA-AU").get("/desk")).body().contains(plan.number()));
        String path = plan.path("/overlap/" + product + "/approval");
        var planner = Json.createObjectBuilder().add("hat", "LO-UN");
        assertEquals(401, User.in("RA-AU").post(path, planner).status(), "a second factor");
        assertEquals(
                403,
                plan.from()
                        .proved()
                        .post(path, Json.createObjectBuilder().add("hat", "LO-UN"))
                        .status());
        expect(200, approved(plan, "LO-UN", product));
        expect(200, User.in("LO-UN").get("/products/" + product));
        assertEquals(
                404, User.in("CO-UN").get("/products/" + product).status(), "another hat of the same organisation");
        // CLS-50, and one record on the product
        for (String registry : List.of("HO-AU", "HO-UN")) {
            assertTrue(expect(200, User.in(registry).get("/register")).body().contains(product), registry);
        }
        List<JsonObject> acts = expect(200, User.in("AUD-UN").get("/audit/events?product=" + product))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(e -> e.getString("action").equals("APPROVE_OVERLAP"))
                .filter(e -> e.getString("outcome").equals("PERMIT"))
                .toList();
        assertEquals(1, acts.size(), acts.toString());
        User.clock("2013-06-25T00:00:00Z");
        assertEquals(404, User.in("LO-UN").get("/products/" + product).status(), "the overlap ends with the transfer");
        assertEquals(422, asked(plan, "LO-UN", product).status());
    }

    @Test
    void hnd09_whatTheOfficerMayNotReadIsAsIfItWereNotThere() {
        Handover plan = overlapping("U", "V");
        plan.signed("AGREEMENT");
        String hidden = unreleased("U" + tag, "(AU-S//REL TO AU, UN)");
        assertEquals(403, User.in("HO-AU").get("/products/" + hidden).status(), "its header is all that he reads");
        String one = asked(plan, "LO-UN", hidden).body().replace(hidden, "X");
        String other = asked(plan, "LO-UN", "AU-00000000").body().replace("AU-00000000", "X");
        assertEquals(one, other);
        assertTrue(one.contains("HND-09"), one);
    }

    @Test
    void hnd09_suspendingOrBreakingOffEndsWhatRestsOnThePlan() {
        Handover plan = overlapping("W", "X");
        plan.signed("AGREEMENT");
        String product = unreleased("W" + tag, "(AU-C//REL TO AU, UN)");
        expect(200, asked(plan, "LO-UN", product));
        expect(200, approved(plan, "LO-UN", product));
        expect(200, User.in("LO-UN").get("/products/" + product));
        expect(200, plan.to().post(plan.path("/suspension"), suspension(true)));
        assertEquals(404, User.in("LO-UN").get("/products/" + product).status());
        expect(200, plan.to().post(plan.path("/suspension"), suspension(false)));
        assertEquals(404, User.in("LO-UN").get("/products/" + product).status(), "it is approved again");
        expect(200, asked(plan, "LO-UN", product));
        expect(200, approved(plan, "LO-UN", product));
        expect(200, User.in("LO-UN").get("/products/" + product));
        expect(200, plan.from().post(plan.path("/abortion"), Papers.because("EXERCISE: no handover")));
        assertEquals(404, User.in("LO-UN").get("/products/" + product).status());
    }

    @Test
    void hnd09_anOverlapIsJudgedLikeARelease() {
        Handover plan = overlapping("O", "P");
        plan.signed("AGREEMENT");
        String elsewhere = unreleased("O" + tag, "(AU-C//REL TO AU, EU)");
        expect(200, asked(plan, "LO-UN", elsewhere));
        Answer refused = approved(plan, "LO-UN", elsewhere);
        assertEquals(422, refused.status(), refused.toString());
        assertTrue(refused.body().contains("CAV-02"), refused.toString());
        String source = unreleased("O" + tag, "(AU-C//SOURCE//REL TO AU, UN)");
        if (asked(plan, "LO-UN", source).status() == 200) {
            Answer named = approved(plan, "LO-UN", source);
            assertTrue(named.status() == 404 || named.body().contains("SOURCE"), named.toString());
        }
        assertEquals(404, User.in("LO-UN").get("/products/" + source).status());
    }

    private Handover overlapping(String from, String to) {
        User.clock("2013-06-05T09:00:00Z");
        mission(from + tag, "AU", "RA-AU", null);
        mission(to + tag, "UN", "RA-UN", null);
        String relation = Missions.related("RA-AU", from + tag, to + tag, "2013-06-10T00:00:00Z");
        Handover plan = Handover.drafted(relation, "AU", "UN", "2013-06-25T00:00:00Z", "HO-AU", "HO-UN");
        User.clock("2013-06-11T09:00:00Z");
        return plan;
    }

    private static Answer asked(Handover plan, String hat, String product) {
        return plan.from()
                .post(
                        plan.path("/overlap"),
                        Json.createObjectBuilder()
                                .add("hat", hat)
                                .add("products", Json.createArrayBuilder().add(product)));
    }

    private static Answer approved(Handover plan, String hat, String product) {
        return User.in("RA-AU")
                .proved()
                .post(
                        plan.path("/overlap/" + product + "/approval"),
                        Json.createObjectBuilder().add("hat", hat));
    }

    private static jakarta.json.JsonObjectBuilder suspension(boolean suspended) {
        return Json.createObjectBuilder().add("suspended", suspended).add("reason", "EXERCISE: not now");
    }

    /** B2: in AGREED one officer moved the instant by weeks, and both signatures stood. */
    @Test
    void hnd03_whatASignatureCoversDropsItWhenItChanges() {
        Handover plan = overlapping("Q", "R");
        String shown = plan.plan().getString("digest");
        expect(200, plan.sign(plan.from(), "AGREEMENT", shown));
        postponed(plan, "2013-06-28T00:00:00Z");
        Answer meanwhile = plan.sign(plan.to(), "AGREEMENT", shown);
        assertEquals(409, meanwhile.status(), meanwhile.toString());
        assertEquals("changed-meanwhile", meanwhile.slug());
        // and put back it stands no more than before: one side's alone falls as well
        String first = plan.plan().getString("toa");
        postponed(plan, "2013-06-28T12:00:00Z");
        postponed(plan, first);
        assertEquals(0, standing(plan, "AGREEMENT"), "what was dropped stays dropped");
        expect(200, plan.sign(plan.to(), "AGREEMENT"));
        assertEquals("DRAFT", plan.stage(), "the first one was for another instant");
        expect(200, plan.sign(plan.from(), "AGREEMENT"));
        assertEquals("AGREED", plan.stage());
        postponed(plan, "2013-06-29T00:00:00Z");
        assertEquals("DRAFT", plan.stage());
        assertEquals(0, standing(plan, "AGREEMENT"));
        postponed(plan, "2013-06-28T00:00:00Z");
        assertEquals(0, standing(plan, "AGREEMENT"), "what was dropped stays dropped");
        String report = written("Q" + tag, "(AU-R)");
        plan.takeInventory();
        assertEquals(409, plan.sign(plan.from(), "FREEZE").status(), "nothing is agreed");
        plan.signed("AGREEMENT");
        plan.signed("FREEZE");
        expect(200, plan.from().post(plan.path("/consents"), Json.createObjectBuilder()));
        expect(
                200,
                plan.from()
                        .post(plan.path("/items/disposition"), as("RETAIN").add("filter", Json.createObjectBuilder())));
        plan.settle();
        plan.signed("READINESS");
        assertEquals("READY", plan.stage());
        // who looks in is part of it
        expect(200, asked(plan, "LO-UN", report));
        assertEquals("CONSENTS_OPEN", plan.stage());
        assertEquals(0, standing(plan, "READINESS"));
        plan.signed("READINESS");
        assertEquals("READY", plan.stage());
        // a new instant asks for both again, and not for the inventory
        postponed(plan, "2013-06-30T00:00:00Z");
        assertEquals("DRAFT", plan.stage());
        assertEquals(2, standing(plan, "FREEZE"));
        plan.signed("AGREEMENT");
        assertEquals("CONSENTS_OPEN", plan.stage(), "frozen and asked about before");
    }

    @Test
    void hnd17_aBenchmarkMoreIsAgreedOnAgain() {
        Handover plan = overlapping("Y", "Z");
        plan.signed("AGREEMENT");
        Missions.benchmark("Y" + tag, "AU", "RA-AU");
        assertEquals("DRAFT", plan.stage());
    }

    private static void postponed(Handover plan, String toa) {
        expect(
                200,
                plan.from().put(plan.path("/toa"), Json.createObjectBuilder().add("toa", toa)));
    }

    private static long standing(Handover plan, String act) {
        return plan.plan().getJsonArray("signatures").getValuesAs(JsonObject.class).stream()
                .filter(s -> s.getString("act").equals(act) && s.getBoolean("stands"))
                .count();
    }

    /** D2: references, marks and hashes of what was hidden from them lay open to the other side's officers. */
    @Test
    void cav10_theOtherSideSeesOfTheInventoryWhatItMayKnow() {
        Handover plan = overlapping("MM", "NN");
        String hidden = unreleased("MM" + tag, "(AU-S//ORCON/SOURCE)");
        String shared = Papers.published(User.in("LO-AU"), officer, report("MM" + tag, "(AU-R//REL TO AU, UN)"));
        plan.takeInventory();
        String hash = plan.items("").stream()
                .filter(i -> i.getString("reference").equals(hidden))
                .findFirst()
                .orElseThrow()
                .getString("contentHash");
        List<User> others = List.of(User.in("HO-UN"), User.in("AUD-UN"), User.in("SO-UN"), User.in("CO-UN"));
        int all = plan.plan().getInt("items");
        for (User other : others) {
            JsonObject page = page(plan, other);
            assertEquals(0, page.getInt("total"));
            assertEquals(all, page.getInt("withheld"), "before the agreement");
            assertEquals(
                    404, other.get(plan.path("/items/" + shared)).status(), "nor one that they may know elsewhere");
            String counts = silent(plan, other, List.of(hidden, hash, shared, "SOURCE", "ORCON"));
            assertTrue(counts.contains("AU SECRET"), "how many of each level: " + counts);
        }
        plan.signed("AGREEMENT");
        plan.signed("FREEZE");
        expect(200, plan.from().post(plan.path("/consents"), Json.createObjectBuilder()));
        for (User other : others) {
            JsonObject page = page(plan, other);
            assertTrue(page.toString().contains(shared), page.toString());
            assertEquals(all, page.getInt("withheld") + page.getInt("total"));
            assertTrue(page.getInt("withheld") > 0);
            assertEquals(404, other.get(plan.path("/items/" + hidden)).status());
            silent(plan, other, List.of(hidden, hash));
        }
        Answer refused = plan.sign(plan.to(), "READINESS");
        assertEquals(422, refused.status());
        assertFalse(refused.body().contains(hidden), refused.toString());
        // one root for both, that covers what one of them may not know
        assertEquals(
                plan.plan().getString("inventory"),
                expect(200, plan.to().get(plan.path(""))).text("inventory"));
        assertEquals(
                all,
                expect(200, plan.from().get(plan.path("/report")))
                        .json()
                        .getJsonArray("items")
                        .size());
    }

    private static JsonObject page(Handover plan, User reader) {
        return expect(200, reader.get(plan.path("/items?limit=500"))).json();
    }

    /** Answers what the reader is told of the plan, after a look that none of these words is in it. */
    private static String silent(Handover plan, User reader, List<String> words) {
        StringBuilder told = new StringBuilder();
        for (String path :
                List.of("", "/items?limit=500", "/consents", "/open-work", "/reconciliation", "/report", "/overlap")) {
            told.append(expect(200, reader.get(plan.path(path))).body());
        }
        told.append(reader.get("/handovers").body());
        words.forEach(word -> assertFalse(told.toString().contains(word), word + " in " + told));
        return told.toString();
    }

    @Test
    void hnd13_aForcedExitLeavesStepsOutAndSaysSo() {
        User.clock("2013-06-10T09:00:00Z");
        mission("F" + tag, "AU", "RA-AU", null);
        mission("G" + tag, "UN", "RA-UN", null);
        String relation = Missions.related("RA-AU", "F" + tag, "G" + tag, null);
        String secret = unreleased("F" + tag, "(AU-C//REL TO AU, UN)");
        String paper = Papers.filed(analyst, report("F" + tag, "(AU-R//REL TO AU, UN)"));
        String lives = Papers.filed(analyst, report("F" + tag, "(AU-C//PII//REL TO AU, UN)"));
        String lent = Papers.filed(analyst, report("F" + tag, "(AU-C//CONTAINS UN INFORMATION//REL TO AU, UN)"));
        String evidence = Papers.filed(analyst, report("F" + tag, "(AU-R)"));
        Handover plan = Handover.drafted(relation, "AU", "UN", "2013-06-15T00:00:00Z", "HO-AU", "HO-UN");
        assertEquals(422, plan.sign(plan.from(), "AGREEMENT").status(), "no benchmark: HND-17");
        assertEquals(
                403,
                plan.from().post(plan.path("/acceleration"), acceleration()).status());
        expect(200, User.in("RA-AU").post(plan.path("/acceleration"), acceleration()));
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        expect(200, User.in("RA-AU").post(plan.path("/acceleration"), acceleration()));
        assertEquals("CONSENTS_OPEN", plan.stage());
        List<String> order = plan.items("").stream()
                .filter(i -> !i.getString("kind").equals("ENTRY"))
                .map(i -> i.getString("reference"))
                .toList();
        assertEquals(List.of(lives, lent), order.subList(0, 2), "what could cost lives, then what others have lent");
        expect(200, plan.dispose(secret, as("COPY")));
        JsonObject all = expect(
                        200,
                        plan.from()
                                .post(
                                        plan.path("/items/disposition"),
                                        as("DESTROY")
                                                .add(
                                                        "filter",
                                                        Json.createObjectBuilder()
                                                                .add("undisposed", true))))
                .json();
        assertTrue(all.getInt("done") >= 4, all.toString());
        plan.settle();
        plan.signed("READINESS");
        User.clock("2013-06-15T00:00:00Z");
        plan.carryOut();
        assertEquals("EXECUTING", plan.stage());
        assertTrue(plan.plan().getJsonArray("steps").toString().contains("EXERCISE: the host asked us to leave"));
        assertEquals(
                422,
                plan.account(
                                plan.from(),
                                paper,
                                outcome("DESTROYED")
                                        .add("certificate", "x")
                                        .add(
                                                "witnesses",
                                                Json.createArrayBuilder().add("RA-AU")))
                        .status(),
                "one witness is none");
        // what a court wants is not destroyed, whatever both sides had signed
        expect(200, plan.dispose(evidence, Json.createObjectBuilder().add("legalHold", true)));
        assertTrue(destroyed(plan, evidence).body().contains("HND-19"));
        JsonObject gone = expect(
                        200,
                        plan.from()
                                .post(
                                        plan.path("/items/outcome"),
                                        witnessed().add("filter", Json.createObjectBuilder())))
                .json();
        assertTrue(gone.getInt("done") >= 3, gone.toString());
        // B5: what was destroyed is gone for everybody, and the hash of it stays
        for (User reader : List.of(analyst, officer, User.in("RA-AU"), User.in("LO-UN"))) {
            Answer answer = reader.get("/products/" + lives);
            assertFalse(answer.body().contains("A variant of a handover"), answer.toString());
        }
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM content c JOIN product_version v ON v.id = c.version_id JOIN product p"
                                + " ON p.id = v.product_id WHERE p.number IN (?, ?)"
                                + " AND (c.text NOT IN ('-', '') OR c.salt IS NOT NULL)",
                        lives,
                        paper));
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM product_version v JOIN product p ON p.id = v.product_id JOIN handover_item i"
                                + " ON i.product_id = p.id WHERE p.number = ? AND v.content_hash = i.content_hash"
                                + " AND i.certificate IS NOT NULL",
                        lives));
        expect(
                200,
                plan.account(plan.from(), evidence, outcome("ON_HOLD").add("reason", "EXERCISE: the court wants it")));
        assertTrue(expect(200, plan.from().get(plan.path("/report")))
                .json()
                .getJsonArray("destroyed")
                .toString()
                .contains(lives + ": EXERCISE: burnt at Gao (witnesses RA-AU, CO-AU)"));
    }

    private static Answer destroyed(Handover plan, String item) {
        return plan.account(plan.from(), item, witnessed());
    }

    private static jakarta.json.JsonObjectBuilder witnessed() {
        return outcome("DESTROYED")
                .add("certificate", "EXERCISE: burnt at Gao")
                .add("witnesses", Json.createArrayBuilder().add("RA-AU").add("CO-AU"));
    }

    @Test
    void hnd06_aSanitisedVersionThatIsRejectedGoesBackToo() {
        User.clock("2013-06-01T09:00:00Z");
        mission("S" + tag, "AU", "RA-AU", null);
        mission("T" + tag, "UN", "RA-UN", null);
        String relation = Missions.related("RA-AU", "S" + tag, "T" + tag, null);
        String parent = Papers.filed(
                analyst,
                filing(
                                "INTREP",
                                "EXERCISE - whole",
                                portion("(AU-C//REL TO AU, UN)", "EXERCISE. What may go."),
                                portion("(AU-C)", "EXERCISE. What may not."))
                        .add("mission", "S" + tag));
        submitted(analyst, parent);
        Papers.confirmed(officer, parent);
        String part = expect(
                        201,
                        analyst.post(
                                "/products/" + parent + "/releases",
                                Json.createObjectBuilder()
                                        .add(
                                                "recipients",
                                                Json.createArrayBuilder().add("UN"))
                                        .add("purpose", "EXERCISE: for the successor")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder().add("1"))))
                .text("product");
        submitted(analyst, part);
        Papers.confirmed(officer, part);
        Handover plan = Handover.drafted(relation, "AU", "UN", "2013-06-10T00:00:00Z", "HO-AU", "HO-UN");
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        plan.askAndGrant();
        expect(200, plan.dispose(parent, as("SANITISE_THEN_COPY").add("substitute", part)));
        expect(200, plan.dispose(part, as("RETAIN")));
        plan.settle();
        plan.signed("READINESS");
        User.clock("2013-06-10T00:00:00Z");
        expect(200, plan.carryOut());
        expect(200, User.in("LO-UN").get("/products/" + part));
        assertEquals(404, User.in("LO-UN").get("/products/" + parent).status());
        // the successor knows what went, and nothing of what it was made from
        assertEquals(
                404,
                plan.account(plan.to(), parent, outcome("REJECTED").add("reason", "EXERCISE: of no use"))
                        .status());
        expect(200, plan.account(plan.to(), part, outcome("REJECTED").add("reason", "EXERCISE: of no use")));
        assertEquals(404, User.in("LO-UN").get("/products/" + part).status());
    }

    @Test
    void hnd15_theHostStateGetsReleasesAndNoHandover() {
        User.clock("2013-06-10T09:00:00Z");
        mission("H" + tag, "AU", "RA-AU", "MLI");
        mission("I" + tag, "UN", "RA-UN", null);
        String relation = Missions.related("RA-AU", "H" + tag, "I" + tag, null);
        Answer answer = User.in("HO-AU").post("/handovers", plan(relation, "AU", "MLI"));
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("HND-15"), answer.toString());
    }

    @Test
    void hnd10_aParallelMissionHasNoHandover() {
        Answer answer = User.in("HO-UN").post("/handovers", plan("REL-EUTM-MINUSMA", "EU", "UN"));
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("HND-10"), answer.toString());
    }

    @Test
    void hnd10_whenParallelMissionsPartWhatNobodyOpenedEndsAndWhatWasOpenedStays() {
        User.clock(Scenario.SETTLED);
        String one = "K" + tag;
        mission(one, "AU", "RA-AU", null);
        mission("L" + tag, "UN", "RA-UN", null);
        String relation = Missions.related(
                "RA-AU",
                one,
                Json.createObjectBuilder()
                        .add("to", "L" + tag)
                        .add("type", "PARALLEL")
                        .add("reviewDue", "2013-12-01T00:00:00Z"));
        User author = User.in("LO-AU");
        String opened = Papers.published(author, officer, report(one, "(AU-C//REL TO AU, UN)"));
        String unopened = Papers.published(author, officer, report(one, "(AU-C//REL TO AU, UN)"));
        String elsewhere = Papers.published(
                author, officer, filing("INTSUM", "EXERCISE - other", portion("(AU-C//REL TO AU, UN)", "EXERCISE. x")));
        expect(200, User.in("LO-UN").get("/products/" + opened));
        assertEquals(
                403,
                User.in("RA-EU")
                        .post("/missions/relationships/" + relation + "/ending", null)
                        .status());
        JsonObject ending = expect(201, User.in("RA-UN").post("/missions/relationships/" + relation + "/ending", null))
                .json();
        expect(200, Missions.agree(ending.getString("number"), "RA-UN"));
        assertTrue(!relation(relation).containsKey("validTo"), "one side ends nothing");
        Missions.agreed(ending);
        JsonObject ended = relation(relation);
        assertTrue(ended.getString("validTo").startsWith("2013-07-20"), ended.toString());
        expect(200, User.in("LO-UN").get("/products/" + opened));
        assertEquals(404, User.in("LO-UN").get("/products/" + unopened).status());
        expect(200, User.in("LO-UN").get("/products/" + elsewhere));
        // that it was given, and that it ended, stays on record
        assertTrue(Offices.releases(officer, unopened).toString().contains("WITHDRAWN"));
        assertEquals(
                409,
                User.in("RA-AU")
                        .post("/missions/relationships/REL-AFISMA-MINUSMA/ending", null)
                        .status());
    }

    @Test
    void hnd12_theFourEndsOfAMissionAreFourDates() {
        String code = "J" + tag;
        mission(code, "AU", "RA-AU", null);
        var ends = Json.createObjectBuilder()
                .add("legal", "2024-12-31T00:00:00Z")
                .add("operational", "2024-12-31T00:00:00Z")
                .add("realignment", "2025-06-30T00:00:00Z")
                .add("liquidation", "2025-12-31T00:00:00Z");
        Missions.agreed(expect(202, User.in("RA-AU").put("/missions/" + code + "/ends", ends))
                .json());
        JsonObject mission = known("/missions", "code", code);
        assertEquals("2025-06-30T00:00:00Z", mission.getJsonObject("ends").getString("realignment"));
        assertEquals(
                403,
                User.in("RA-UN")
                        .put("/missions/" + code + "/ends", Json.createObjectBuilder())
                        .status());
        assertEquals(
                422,
                User.in("RA-AU")
                        .put(
                                "/missions/" + code + "/ends",
                                Json.createObjectBuilder()
                                        .add("legal", "2025-01-01T00:00:00Z")
                                        .add("liquidation", "2024-01-01T00:00:00Z"))
                        .status());
    }

    /** ATMIS to AUSSOM: one organisation, two missions; authority passes half a year before the troops are realigned. */
    @Test
    void hnd12_oneOrganisationTakesOverFromItselfAndItsDatesAreSplit() {
        User.clock("2024-11-01T09:00:00Z");
        mission("ATMIS" + tag, "AU", "RA-AU", "MLI");
        mission("AUSSOM" + tag, "AU", "RA-AU", "MLI");
        Missions.agreed(expect(
                        202,
                        User.in("RA-AU")
                                .put(
                                        "/missions/ATMIS" + tag + "/ends",
                                        Json.createObjectBuilder()
                                                .add("legal", "2024-12-31T00:00:00Z")
                                                .add("operational", "2024-12-31T00:00:00Z")
                                                .add("realignment", "2025-06-30T00:00:00Z")
                                                .add("liquidation", "2025-05-31T00:00:00Z")))
                .json());
        contributor("ATMIS" + tag, "Burundi", null, "2024-12-31T00:00:00Z");
        contributor("AUSSOM" + tag, "Egypt", "2025-01-01T00:00:00Z", null);
        User author = User.in("LO-AU");
        String product = Papers.filed(author, report("ATMIS" + tag, "(AU-R)"));
        submitted(author, product);
        Papers.confirmed(officer, product);
        String relation = Missions.related("RA-AU", "ATMIS" + tag, "AUSSOM" + tag, null);
        Answer alone = User.in("HO-AU")
                .post(
                        "/handovers",
                        Json.createObjectBuilder()
                                .add("relation", relation)
                                .add("predecessor", "AU")
                                .add("successor", "AU")
                                .add("toa", "2025-01-01T00:00:00Z")
                                .add("cochairFrom", "HO-AU")
                                .add("cochairTo", "HO-AU"));
        assertEquals(422, alone.status(), "a side of its own each");
        Handover plan = Handover.drafted(relation, "AU", "AU", "2025-01-01T00:00:00Z", "HO-AU", "HO-A2");
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        expect(200, plan.from().post(plan.path("/consents"), Json.createObjectBuilder()));
        expect(200, plan.dispose(product, as("TRANSFER")));
        plan.settle();
        plan.signed("READINESS");
        assertEquals(409, plan.from().post(plan.path("/execution"), null).status(), "the legal end is the day");
        User.clock("2025-01-01T00:00:00Z");
        expect(200, plan.carryOut());
        List<JsonObject> chain = expect(200, plan.to().get("/products/" + product + "/custody"))
                .array()
                .getValuesAs(JsonObject.class);
        assertEquals(
                "AU AU",
                chain.getFirst().getString("from") + " " + chain.getFirst().getString("to"));
        assertEquals(
                "HO-AU HO-A2",
                chain.getFirst().getString("signedFrom") + " "
                        + chain.getFirst().getString("signedTo"));
        JsonObject ends = expect(200, User.in("RA-AU").get("/missions")).array().getValuesAs(JsonObject.class).stream()
                .filter(m -> m.getString("code").equals("ATMIS" + tag))
                .findFirst()
                .orElseThrow()
                .getJsonObject("ends");
        assertEquals("2024-12-31T00:00:00Z", ends.getString("legal"), "set before, it stays");
        assertEquals("2025-06-30T00:00:00Z", ends.getString("realignment"));
        plan.closed();
        assertTrue(
                expect(200, plan.to().get(plan.path("/report"))).text("marking").startsWith("AU "));
    }

    private JsonObject relation(String number) {
        return known("/missions/K" + tag + "/relationships", "number", number);
    }

    private static JsonObject known(String path, String key, String value) {
        return expect(200, User.in("RA-AU").get(path)).array().getValuesAs(JsonObject.class).stream()
                .filter(m -> m.getString(key).equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static void contributor(
            String mission,
            String state,
            @org.jspecify.annotations.Nullable String from,
            @org.jspecify.annotations.Nullable String to) {
        var body = Json.createObjectBuilder().add("name", state);
        if (from != null) {
            body.add("from", from);
        }
        if (to != null) {
            body.add("to", to);
        }
        expect(200, User.in("RA-AU").post("/missions/" + mission + "/contributors", body));
    }

    private static jakarta.json.JsonObjectBuilder acceleration() {
        return Json.createObjectBuilder()
                .add("waived", Json.createArrayBuilder().add(2).add(3))
                .add("reason", "EXERCISE: the host asked us to leave");
    }

    private static jakarta.json.JsonObjectBuilder plan(String relation, String from, String to) {
        return Json.createObjectBuilder()
                .add("relation", relation)
                .add("predecessor", from)
                .add("successor", to)
                .add("toa", "2013-06-30T00:00:00Z")
                .add("cochairFrom", "HO-AU")
                .add("cochairTo", "HO-UN");
    }

    private static void mission(String code, String lead, String by, @org.jspecify.annotations.Nullable String host) {
        Missions.founded(code, lead, by, host);
        if (!code.startsWith("F")) {
            Missions.met(Missions.benchmark(code, lead, by), by);
        }
    }

    private String written(String mission, String mark) {
        String number = Papers.filed(analyst, report(mission, mark));
        submitted(analyst, number);
        Papers.confirmed(officer, number);
        return number;
    }

    /** Confirmed, and its release not signed by anybody: the originator's alone. */
    private String unreleased(String mission, String mark) {
        return written(mission, mark);
    }

    private static jakarta.json.JsonObjectBuilder report(String mission, String mark) {
        return filing("INTSUM", "EXERCISE - variant", portion(mark, "EXERCISE. A variant of a handover"))
                .add("mission", mission);
    }
}
