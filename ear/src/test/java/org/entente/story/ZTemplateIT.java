package org.entente.story;

import static org.entente.running.Handover.as;
import static org.entente.running.Handover.outcome;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Papers;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every plan begins as is walked, each step on its day: it can be done then, and leads to where the next one begins. */
class ZTemplateIT {
    private static final Instant TOA = Instant.parse("2013-08-01T00:00:00Z");
    private final String from = "T" + word().substring(1, 8).toUpperCase(Locale.ROOT);
    private final String to = "U" + from;
    private final List<String> held = new ArrayList<>();

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd01_hnd03_everyStepOfTheTemplateIsDoneOnItsDay() {
        day(-62);
        founded(from, "AU");
        founded(to, "UN");
        String relation = Missions.related("RA-AU", from, to, at(-30));
        day(-60);
        Handover plan = Handover.drafted(relation, "AU", "UN", TOA.toString(), "HO-AU", "HO-UN");
        assertEquals(
                404, plan.from().post(plan.path("/steps/99"), null).status(), "a step that there is not is not done");
        List<JsonObject> steps = plan.plan().getJsonArray("steps").getValuesAs(JsonObject.class);
        assertEquals(14, steps.size());
        for (JsonObject step : steps) {
            day(step.getInt("days"));
            done(plan, step.getString("text"));
            if (!plan.stage().equals("CLOSED")) {
                expect(200, plan.from().post(plan.path("/steps/" + step.getInt("ordinal")), null));
            }
        }
        assertEquals("CLOSED", plan.stage());
    }

    /** A text of the template that nobody knows here is one that nobody walks. */
    private void done(Handover plan, String text) {
        switch (text) {
            case "Plan drawn up, co-chairs named, benchmarks entered" -> {
                plan.signed("AGREEMENT");
                assertEquals("AGREED", plan.stage());
            }
            case "Holdings listed by the predecessor's registry, gaps noted" -> {
                held.add(written("AU", "LO-AU", "(AU-C//REL TO AU, UN)"));
                held.add(written("ECW", "LO-ECW", "(ECW-C//REL TO ECOWAS, AU)"));
                plan.takeInventory();
            }
            case "Consent asked of givers and originators" -> {
                askedAndGranted(plan);
                assertEquals("AGREED", plan.stage(), "nothing is frozen by asking");
            }
            case "Successor's planners look into a named subset" -> lookedInto(plan);
            case "Dispositions decided" -> held.forEach(item -> expect(200, plan.dispose(item, as("COPY"))));
            case "Inventory frozen: hashes and counts signed" -> {
                plan.signed("FREEZE");
                assertEquals("CONSENTS_OPEN", plan.stage(), "givers were asked before");
            }
            case "Addendum of what came late" -> {
                String late = written("AU", "LO-AU", "(AU-R)");
                plan.takeInventory();
                expect(200, plan.dispose(late, as("RETAIN")));
            }
            case "Open work settled" -> {
                plan.settle();
                plan.signed("READINESS");
                assertEquals("READY", plan.stage());
            }
            case "Transfer of authority" -> {
                expect(200, plan.carryOut());
                assertEquals("EXECUTING", plan.stage());
            }
            case "Successor's registry reconciles" -> {
                expect(200, plan.to().post(plan.path("/items/outcome"), outcome("RECEIVED")));
                expect(200, plan.from().post(plan.path("/items/outcome"), outcome("RETAINED")));
                plan.signed("RECONCILIATION");
                assertEquals("RECONCILED", plan.stage());
            }
            case "Briefings done, provisional hats confirmed",
                    "Four-month deadline of re-hatted officers",
                    "Residual access ends" ->
                assertTrue(
                        expect(200, plan.to().get(plan.path("/persons")))
                                .array()
                                .isEmpty(),
                        "nobody was re-hatted here");
            case "Report, lessons, retention codes, closure" -> closed(plan);
            default -> throw new AssertionError("nobody walks: " + text);
        }
    }

    private static void askedAndGranted(Handover plan) {
        expect(
                200,
                plan.from()
                        .post(plan.path("/consents"), Json.createObjectBuilder().add("due", at(-10))));
        List<JsonObject> asked =
                expect(200, plan.from().get(plan.path("/consents"))).array().getValuesAs(JsonObject.class);
        assertTrue(asked.stream().anyMatch(q -> q.getString("giver").equals("ECOWAS")), asked.toString());
        asked.forEach(q -> expect(
                200,
                User.in("CO-" + q.getString("giver").replace("ECOWAS", "ECW"))
                        .post(
                                "/handovers/consents/" + q.getString("number") + "/answer",
                                Json.createObjectBuilder().add("granted", true))));
    }

    private void lookedInto(Handover plan) {
        String paper = Papers.filed(User.in("LO-AU"), report("(AU-C//REL TO AU, UN)", word()));
        Papers.submitted(User.in("LO-AU"), paper);
        Papers.confirmed(User.in("CO-AU"), paper);
        expect(
                200,
                plan.from()
                        .post(
                                plan.path("/overlap"),
                                Json.createObjectBuilder()
                                        .add("hat", "LO-UN")
                                        .add(
                                                "products",
                                                Json.createArrayBuilder().add(paper))));
        expect(
                200,
                User.in("RA-AU")
                        .proved()
                        .post(
                                plan.path("/overlap/" + paper + "/approval"),
                                Json.createObjectBuilder().add("hat", "LO-UN")));
        expect(200, User.in("LO-UN").get("/products/" + paper));
    }

    private static void closed(Handover plan) {
        expect(
                200,
                plan.from()
                        .put(plan.path("/lessons"), Json.createObjectBuilder().add("text", "EXERCISE: ask early")));
        expect(
                200,
                plan.from()
                        .post(
                                plan.path("/items/disposition"),
                                Json.createObjectBuilder()
                                        .add("retention", "P A")
                                        .add("filter", Json.createObjectBuilder())));
        plan.signed("CLOSURE");
    }

    private static void founded(String code, String lead) {
        Missions.founded(code, lead, "RA-" + lead, null);
        Missions.met(Missions.benchmark(code, lead, "RA-" + lead), "RA-" + lead);
    }

    private String written(String office, String author, String marking) {
        return Papers.published(
                User.in(author),
                User.in("CO-" + office),
                report(marking, word()).add("mission", from));
    }

    private static void day(int days) {
        User.clock(at(days));
    }

    /** Noon of that day, but for the instant of the transfer itself. */
    private static String at(int days) {
        Instant midnight = TOA.plus(days, ChronoUnit.DAYS);
        return (days == 0 ? midnight : midnight.plus(12, ChronoUnit.HOURS)).toString();
    }
}
