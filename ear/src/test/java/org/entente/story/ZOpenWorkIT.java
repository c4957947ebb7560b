package org.entente.story;

import static org.entente.running.Handover.as;
import static org.entente.running.Papers.because;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Answer;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Papers;
import org.entente.running.Patience;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is under way in a mission that ends, as the features keep it themselves (HND-16). */
class ZOpenWorkIT {
    private static final String TRANSFER = "2013-06-20T00:00:00Z";
    private final String tag = "W" + ThreadLocalRandom.current().nextInt(10_000, 99_999);
    private final User guest = User.in("CO-UN");

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd16_whatComesLateIsThereWithoutAnotherInventoryAndStandsInTheWayUntilTheInstant() {
        User.clock("2013-06-01T09:00:00Z");
        Missions.founded("M" + tag, "AU", "RA-AU", null);
        Missions.founded("N" + tag, "UN", "RA-UN", null);
        Missions.met(Missions.benchmark("M" + tag, "AU", "RA-AU"), "RA-AU");
        String relation = Missions.related("RA-AU", "M" + tag, "N" + tag, null);
        String product = written();
        Handover plan = Handover.drafted(relation, "AU", "UN", TRANSFER, "HO-AU", "HO-UN");
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        expect(200, plan.from().post(plan.path("/consents"), Json.createObjectBuilder()));
        expect(
                200,
                plan.from()
                        .post(plan.path("/items/disposition"), as("RETAIN").add("filter", Json.createObjectBuilder())));
        assertEquals(Map.of(), open(plan, plan.from()), "nothing is under way");
        String challenge = challenged(product);
        String question = asked(product);
        String breach = breached(product);
        Map<String, String> late =
                Map.of("CHALLENGE " + challenge, "-", "DERIVATION " + question, "-", "BREACH " + breach, "-");
        assertEquals(late, open(plan, plan.from()));
        // the successor made two of them; a case is nobody's but theirs where it happened
        assertEquals(Map.of("CHALLENGE " + challenge, "-", "DERIVATION " + question, "-"), open(plan, plan.to()));
        assertFalse(expect(200, plan.to().get(plan.path(""))).body().contains(breach));
        assertEquals(
                404,
                plan.to()
                        .post(
                                plan.path("/open-work/" + breach),
                                Json.createObjectBuilder().add("decision", "CLOSED"))
                        .status());
        Answer early = plan.sign(plan.from(), "READINESS");
        assertEquals(422, early.status(), early.toString());
        assertTrue(early.reasons().contains("HND-16"), early.toString());
        plan.settle();
        plan.signed("READINESS");
        assertEquals("READY", plan.stage());
        assertEquals(0, plan.plan().getJsonArray("blockers").size());
        // what was settled and is done meanwhile takes nothing back; what comes now does
        expect(
                200,
                User.in("CO-AU")
                        .post(
                                "/challenges/" + challenge + "/answer",
                                Json.createObjectBuilder().add("changed", false).add("answer", "EXERCISE: it stays")));
        assertEquals("READY", plan.stage());
        String last = challenged(product);
        assertEquals("READY", plan.stage());
        assertTrue(plan.plan().getJsonArray("blockers").toString().contains("CHALLENGE " + last));
        User.clock(TRANSFER);
        Patience.until(
                Duration.ofSeconds(60),
                "the transfer fails and says why",
                () -> plan.plan().getJsonArray("failedWhy").toString().contains("HND-16"));
        expect(
                200,
                plan.from()
                        .post(
                                plan.path("/open-work/" + last),
                                Json.createObjectBuilder().add("decision", "RETURNED")));
        assertEquals("CONSENTS_OPEN", plan.stage(), "both sides sign for what becomes of it");
        plan.signed("READINESS");
        Patience.until(
                Duration.ofSeconds(60), "it is carried out", () -> plan.stage().equals("EXECUTING"));
        Map<String, String> kept = open(plan, plan.from());
        assertEquals("RETURNED", kept.get("CHALLENGE " + last));
        challenged(product);
        assertEquals(kept, open(plan, plan.from()), "afterwards it is what it was at the instant");
    }

    private static Map<String, String> open(Handover plan, User user) {
        Map<String, String> open = new TreeMap<>();
        expect(200, user.get(plan.path("/open-work"))).array().getValuesAs(JsonObject.class).stream()
                .filter(w -> List.of("CHALLENGE", "DERIVATION", "BREACH").contains(w.getString("kind")))
                .forEach(w ->
                        open.put(w.getString("kind") + " " + w.getString("reference"), w.getString("decision", "-")));
        return open;
    }

    private String written() {
        String product = Papers.published(
                User.in("AN-AU"),
                User.in("CO-AU"),
                filing("INTSUM", "EXERCISE - under way", portion("(AU-R//REL TO AU, UN)", "EXERCISE. x"))
                        .add("mission", "M" + tag));
        expect(200, guest.get("/products/" + product));
        return product;
    }

    private String challenged(String product) {
        return expect(
                        201,
                        guest.post("/challenges", because("EXERCISE: too high").add("product", product)))
                .text("number");
    }

    private static String asked(String product) {
        return expect(
                        201,
                        User.in("CO-UN")
                                .post(
                                        "/derivations",
                                        Json.createObjectBuilder()
                                                .add("source", product)
                                                .add(
                                                        "paragraphs",
                                                        Json.createArrayBuilder()
                                                                .add("1"))
                                                .add("marking", "(UN-C//REL TO UN, AU, ECOWAS)")
                                                .add("purpose", "EXERCISE: for the patrols")))
                .array()
                .getJsonObject(0)
                .getString("number");
    }

    private static String breached(String product) {
        return expect(
                        201,
                        User.in("AN-AU")
                                .post(
                                        "/breaches",
                                        Json.createObjectBuilder()
                                                .add("product", product)
                                                .add("what", "EXERCISE: left on a train")))
                .text("number");
    }
}
