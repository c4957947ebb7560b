package org.entente.story;

import static org.entente.running.Handover.as;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Papers;
import org.entente.running.Patience;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** E3: whatever in a handover waits for somebody stands on their desk, and they are told. */
class ZHandoverToldIT {
    private static final String TRANSFER = "2013-06-20T00:00:00Z";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> LATE = Set.of("HANDOVER_STEP");
    private final String tag = "T" + ThreadLocalRandom.current().nextInt(10_000, 99_999);

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd01_aSignatureThatWaitsStandsOnTheDeskOfItsCochair() {
        Handover plan = drafted();
        assertEquals(Set.of("HANDOVER_AGREEMENT"), waits(plan, "HO-UN"));
        expect(200, plan.sign(plan.from(), "AGREEMENT"));
        assertEquals(Set.of(), waits(plan, "HO-AU"), "it signs once");
        assertEquals(Set.of("HANDOVER_AGREEMENT"), waits(plan, "HO-UN"));
        for (String other : List.of("CO-EU", "RA-UN", "CO-AU")) {
            assertEquals(Set.of(), waits(plan, other), other);
        }
        expect(200, plan.sign(plan.to(), "AGREEMENT"));
        assertEquals(Set.of("HANDOVER_INVENTORY"), waits(plan, "HO-AU"), "the predecessor lists what it holds");
        assertEquals(Set.of(), waits(plan, "HO-UN"));
        plan.takeInventory();
        assertEquals(Set.of("HANDOVER_FREEZE"), waits(plan, "HO-AU"));
        assertEquals(Set.of("HANDOVER_FREEZE"), waits(plan, "HO-UN"));
        ready(plan);
        assertEquals(Set.of(), waits(plan, "HO-AU"));
    }

    /** B2 takes a plan back; who had signed hears of it. */
    @Test
    void hnd03_aPlanThatFellBackIsSignedAnew() {
        Handover plan = drafted();
        plan.signed("AGREEMENT");
        expect(
                200,
                plan.from().put(plan.path("/toa"), Json.createObjectBuilder().add("toa", "2013-06-25T00:00:00Z")));
        assertEquals("DRAFT", plan.stage());
        assertEquals(Set.of("HANDOVER_SIGNATURE_ANEW"), waits(plan, "HO-AU"));
        assertEquals(Set.of("HANDOVER_SIGNATURE_ANEW"), waits(plan, "HO-UN"));
        plan.signed("AGREEMENT");
        assertFalse(waits(plan, "HO-UN").contains("HANDOVER_SIGNATURE_ANEW"));
    }

    @Test
    void cav13_aGiverHearsThatItIsAskedAndThatSilenceIsRefusal() {
        User.clock("2013-06-01T09:00:00Z");
        missions();
        String relation = Missions.related("RA-AU", "M" + tag, "N" + tag, null);
        String product = written("(AU-C//CONTAINS ECOWAS INFORMATION//REL TO AU, UN, ECOWAS)");
        Handover plan = Handover.drafted(relation, "AU", "UN", TRANSFER, "HO-AU", "HO-UN");
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        expect(
                200,
                plan.from()
                        .post(plan.path("/consents"), Json.createObjectBuilder().add("due", "2013-06-05T00:00:00Z")));
        for (String office : List.of("CO-ECW", "RA-ECW")) {
            JsonObject matter = matters(plan, office).getFirst();
            assertEquals("HANDOVER_CONSENT", matter.getString("kind"));
            assertEquals("CAV-13", matter.getString("rule"));
            assertEquals("2013-06-05T00:00:00Z", matter.getString("due"));
            assertFalse(matter.toString().contains(product), "the plan's number, and no product's");
            assertEquals(Set.of("HANDOVER_CONSENT"), told(plan, office));
        }
        assertEquals(Set.of(), waits(plan, "LO-ECW"), "it is for those who may answer");
        assertEquals(Set.of(), waits(plan, "CO-EU"), "nobody asked them");
        JsonObject asked =
                expect(200, User.in("CO-ECW").get("/handovers/consents")).array().getValuesAs(JsonObject.class).stream()
                        .filter(c -> c.getString("item").equals(product))
                        .findFirst()
                        .orElseThrow();
        expect(
                200,
                User.in("CO-ECW")
                        .post(
                                "/handovers/consents/" + asked.getString("number") + "/answer",
                                Json.createObjectBuilder().add("granted", true)));
        assertEquals(Set.of(), waits(plan, "RA-ECW"), "it is answered");
        User.clock("2013-06-05T00:00:01Z");
        assertEquals(Set.of(), waits(plan, "CO-AU"), "what was not answered in time waits for nobody");
    }

    @Test
    void hnd13_lateStepsStandOnTheDesksOfBothCochairs() {
        Handover plan = drafted();
        for (String cochair : List.of("HO-AU", "HO-UN")) {
            JsonObject late = expect(200, User.in(cochair).get("/desk")).array().getValuesAs(JsonObject.class).stream()
                    .filter(m -> about(m, plan) && m.getString("kind").equals("HANDOVER_STEP"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(late.getBoolean("overdue"));
            assertTrue(late.getInt("count") >= 2, late.toString());
            Patience.until(
                    LIMIT,
                    "told when their day has come",
                    () -> occasions(plan, cochair).contains("HANDOVER_STEP"));
        }
        int before = steps(plan);
        expect(200, plan.from().post(plan.path("/steps/1"), null));
        assertEquals(before - 1, steps(plan));
    }

    /** The board said READY, without a word, and the transfer failed in silence. */
    @Test
    void hnd03_aTransferThatWouldFailSaysSoAndOneThatFailedIsTold() {
        Handover plan = drafted();
        plan.signed("AGREEMENT");
        plan.takeInventory();
        ready(plan);
        assertEquals(0, plan.plan().getJsonArray("blockers").size());
        String late = written("(AU-C//ORCON)");
        JsonObject ours = plan.plan();
        assertEquals("READY", ours.getString("stage"));
        assertTrue(ours.getJsonArray("blockers").toString().contains(late), ours.toString());
        String theirs = expect(200, plan.to().get(plan.path(""))).body();
        assertTrue(theirs.contains("HND-01"), theirs);
        assertFalse(theirs.contains(late), "they may not know of it");
        assertEquals(Set.of("HANDOVER_INVENTORY"), waits(plan, "HO-AU"));
        User.clock(TRANSFER);
        for (String told : List.of("HO-AU", "HO-UN", "RA-AU", "RA-UN")) {
            Patience.until(LIMIT, told, () -> occasions(plan, told).contains("HANDOVER_TRANSFER"));
            assertTrue(waits(plan, told).contains("HANDOVER_TRANSFER"), told);
            JsonObject notice = notices(plan, told).stream()
                    .filter(n -> n.getString("occasion").equals("HANDOVER_TRANSFER"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(notice.getBoolean("urgent"), told);
            assertFalse(notice.toString().contains(late), told);
        }
        assertEquals(Set.of(), waits(plan, "CO-UN"));
        assertEquals("HND-01", plan.plan().getJsonArray("failedWhy").getString(0));
        // once for its cause, however often the platform tries
        assertEquals(422, plan.carryOut().status());
        assertEquals(1, count(plan, "RA-UN"));
        plan.takeInventory();
        assertEquals("CONSENTS_OPEN", plan.stage(), "what came late is disposed of and signed for");
        assertTrue(waits(plan, "HO-UN").contains("HANDOVER_SIGNATURE_ANEW"));
        assertFalse(waits(plan, "RA-UN").contains("HANDOVER_TRANSFER"));
        expect(200, plan.dispose(late, as("RETAIN")));
        plan.settle();
        plan.signed("READINESS");
        Patience.until(LIMIT, "it is carried out", () -> plan.stage().equals("EXECUTING"));
    }

    private long count(Handover plan, String hat) {
        return notices(plan, hat).stream()
                .filter(n -> n.getString("occasion").equals("HANDOVER_TRANSFER"))
                .count();
    }

    private int steps(Handover plan) {
        return matters(plan, "HO-AU", LATE).stream()
                .mapToInt(m -> m.getInt("count"))
                .findFirst()
                .orElse(0);
    }

    private void ready(Handover plan) {
        plan.signed("FREEZE");
        expect(200, plan.from().post(plan.path("/consents"), Json.createObjectBuilder()));
        expect(
                200,
                plan.from()
                        .post(plan.path("/items/disposition"), as("RETAIN").add("filter", Json.createObjectBuilder())));
        plan.settle();
        assertEquals(Set.of("HANDOVER_READINESS"), waits(plan, "HO-UN"));
        plan.signed("READINESS");
        assertEquals("READY", plan.stage());
    }

    private Handover drafted() {
        User.clock("2013-06-01T09:00:00Z");
        missions();
        String relation = Missions.related("RA-AU", "M" + tag, "N" + tag, null);
        written("(AU-R//REL TO AU, UN)");
        return Handover.drafted(relation, "AU", "UN", TRANSFER, "HO-AU", "HO-UN");
    }

    private void missions() {
        Missions.founded("M" + tag, "AU", "RA-AU", null);
        Missions.founded("N" + tag, "UN", "RA-UN", null);
        Missions.met(Missions.benchmark("M" + tag, "AU", "RA-AU"), "RA-AU");
    }

    private String written(String marking) {
        return Papers.published(
                User.in("AN-AU"),
                User.in("CO-AU"),
                filing("INTSUM", "EXERCISE - told", portion(marking, "EXERCISE. x"))
                        .add("mission", "M" + tag));
    }

    /** What waits on a desk and is told alike; steps are late in every plan that is drawn up late. */
    private Set<String> waits(Handover plan, String hat) {
        Set<String> kinds = matters(plan, hat).stream()
                .map(m -> m.getString("kind"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(kinds, told(plan, hat), "on the desk of " + hat + " and told");
        return kinds;
    }

    private Set<String> told(Handover plan, String hat) {
        Set<String> told = occasions(plan, hat);
        told.removeAll(LATE);
        return told;
    }

    private static Set<String> occasions(Handover plan, String hat) {
        return notices(plan, hat).stream()
                .map(n -> n.getString("occasion"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonObject> notices(Handover plan, String hat) {
        return expect(200, User.in(hat).get("/notices")).array().getValuesAs(JsonObject.class).stream()
                .filter(n -> n.getString("subject").equals(plan.number()))
                .toList();
    }

    private static List<JsonObject> matters(Handover plan, String hat) {
        return expect(200, User.in(hat).get("/desk")).array().getValuesAs(JsonObject.class).stream()
                .filter(m -> about(m, plan) && !LATE.contains(m.getString("kind")))
                .toList();
    }

    private static List<JsonObject> matters(Handover plan, String hat, Set<String> kinds) {
        return expect(200, User.in(hat).get("/desk")).array().getValuesAs(JsonObject.class).stream()
                .filter(m -> about(m, plan) && kinds.contains(m.getString("kind")))
                .toList();
    }

    private static boolean about(JsonObject matter, Handover plan) {
        return matter.getString("number", "").equals(plan.number());
    }
}
