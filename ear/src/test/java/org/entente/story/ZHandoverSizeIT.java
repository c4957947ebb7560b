package org.entente.story;

import static org.entente.running.Handover.as;
import static org.entente.running.Handover.outcome;
import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Handover;
import org.entente.running.Mass;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A handover of many items, all the way; half of them want a giver's consent. {@code -Dentente.items=1000,10000} says how many
 * and prints how long each step took, for {@code docs/benchmarks.md}.
 */
class ZHandoverSizeIT {
    private static final String TOA = "2013-06-15T00:00:00Z";
    private static final int ANSWERED_AT_ONCE = 500;

    private final String run = Integer.toString(ThreadLocalRandom.current().nextInt(1_000, 9_999));
    private final Map<String, Long> took = new LinkedHashMap<>();

    private interface Step<T> {
        T take();
    }

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void everyItemOfManyGoesAndReconciles() {
        for (String size : System.getProperty("entente.items", "200").split(",", -1)) {
            took.clear();
            handedOver(Integer.parseInt(size));
            System.out.println("SIZE " + size + " " + took);
        }
    }

    private void handedOver(int items) {
        User.clock("2013-06-01T09:00:00Z");
        String tag = run + "S" + items;
        String relation = Mass.missions("M" + tag, "N" + tag);
        int half = items / 2;
        Mass.products("M" + tag, "A" + tag, "(AU-R//REL TO AU, UN)", "AU RESTRICTED//REL TO AU, UN", half - 1);
        Mass.products(
                "M" + tag,
                "B" + tag,
                "(AU-C//ORCON//REL TO AU, UN)",
                "AU CONFIDENTIAL//ORCON//REL TO AU, UN",
                items - half - 1);
        Handover plan = Handover.drafted(relation, "AU", "UN", TOA, "HO-AU", "HO-UN");
        Mass.accelerated(plan);
        plan.signed("AGREEMENT");
        timed("inventory", () -> expect(200, plan.from().post(plan.path("/inventory"), null)));
        timed("freeze, a signature", () -> expect(200, plan.sign(plan.from(), "FREEZE")));
        expect(200, plan.sign(plan.to(), "FREEZE"));
        timed("plan", plan::plan);
        List<JsonObject> asked = timed(
                        "questions",
                        () -> expect(
                                        200,
                                        plan.from()
                                                .post(
                                                        plan.path("/consents"),
                                                        Json.createObjectBuilder()
                                                                .add("due", "2013-06-14T00:00:00Z")))
                                .array())
                .getValuesAs(JsonObject.class);
        assertEquals(items - half, asked.size());
        timed("answers", () -> answered(asked));
        assertEquals(
                items,
                timed(
                        "dispositions",
                        () -> done(plan.from().post(plan.path("/items/disposition"), all(as("TRANSFER"))))));
        timed("readiness, a signature", () -> expect(200, plan.sign(plan.from(), "READINESS")));
        expect(200, plan.sign(plan.to(), "READINESS"));
        User.clock(TOA);
        timed("transfer", () -> expect(200, plan.carryOut()));
        assertEquals("EXECUTING", plan.stage());
        assertEquals(
                half,
                timed(
                        "receipts",
                        () -> done(plan.to()
                                .post(
                                        plan.path("/items/outcome"),
                                        outcome("RECEIVED")
                                                .add(
                                                        "filter",
                                                        Json.createObjectBuilder()
                                                                .add("free", true))))));
        String rejected = "B" + tag + "-00001";
        expect(200, User.in("CO-UN").get("/products/" + rejected));
        assertEquals(
                items - half,
                timed(
                        "rejections",
                        () -> done(plan.to()
                                .post(
                                        plan.path("/items/outcome"),
                                        outcome("REJECTED")
                                                .add("reason", "EXERCISE: not ours")
                                                .add(
                                                        "filter",
                                                        Json.createObjectBuilder()
                                                                .add("barrier", "ORCON"))))));
        assertEquals(
                404, User.in("CO-UN").get("/products/" + rejected).status(), "the copy ends with what was rejected");
        assertEquals(
                items + items - half,
                Tables.number(
                        "SELECT COUNT(*) FROM custody k JOIN handover_plan h ON h.id = k.plan WHERE h.number = ?",
                        plan.number()));
        JsonObject counted = timed(
                "counts",
                () -> expect(200, plan.to().get(plan.path("/reconciliation"))).json());
        assertEquals(0, counted.getInt("difference"));
        assertEquals(half, counted.getJsonObject("outcomes").getInt("RECEIVED"));
        assertEquals(items - half, counted.getJsonObject("outcomes").getInt("REJECTED"));
        timed("plan, hashed", plan::plan);
        timed("reconciliation, a signature", () -> expect(200, plan.sign(plan.from(), "RECONCILIATION")));
        expect(200, plan.sign(plan.to(), "RECONCILIATION"));
        timed(
                "retention",
                () -> done(plan.from()
                        .post(
                                plan.path("/items/disposition"),
                                all(Json.createObjectBuilder().add("retention", "P A")))));
        timed("closure, a signature", () -> expect(200, plan.sign(plan.from(), "CLOSURE")));
        expect(200, plan.sign(plan.to(), "CLOSURE"));
        timed("report", () -> expect(200, plan.from().get(plan.path("/report"))));
        assertEquals("CLOSED", plan.stage());
    }

    /** Some at a time; the same some again are answered as before. */
    private static int answered(List<JsonObject> asked) {
        for (int i = 0; i < asked.size(); i += ANSWERED_AT_ONCE) {
            JsonArrayBuilder numbers = Json.createArrayBuilder();
            List<JsonObject> some = asked.subList(i, Math.min(asked.size(), i + ANSWERED_AT_ONCE));
            some.forEach(a -> numbers.add(a.getString("number")));
            JsonObject answers = Json.createObjectBuilder()
                    .add("numbers", numbers)
                    .add("granted", true)
                    .build();
            assertEquals(some.size(), answer(answers).getInt("done"));
            if (i == 0) {
                assertEquals(some.size(), answer(answers).getInt("before"), "again changes nothing");
            }
        }
        return asked.size();
    }

    private static JsonObject answer(JsonObject answers) {
        return expect(200, User.in("CO-AU").post("/handovers/consents/answers", Json.createObjectBuilder(answers)))
                .json();
    }

    private static JsonObjectBuilder all(JsonObjectBuilder decision) {
        return decision.add("filter", Json.createObjectBuilder());
    }

    private static int done(org.entente.running.Answer answer) {
        JsonObject bulk = expect(200, answer).json();
        assertEquals(0, bulk.getInt("left"));
        return bulk.getInt("done");
    }

    private <T> T timed(String step, Step<T> taken) {
        long begun = System.nanoTime();
        T answer = taken.take();
        took.put(step, (System.nanoTime() - begun) / 1_000_000);
        return answer;
    }
}
