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
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Answer;
import org.entente.running.Appointing;
import org.entente.running.Handover;
import org.entente.running.Matrix;
import org.entente.running.Papers;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From AFISMA to MINUSMA, T-60 to T+150, by the exercise's clock (domain 7.6). */
class ZHandoverIT {
    private static final String TOA = "2013-07-01T00:00:00Z";
    private final User analyst = User.in("AN-AU");
    private final User officer = User.in("CO-AU");

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void mali13_authorityPassesWithoutLosingWhatIsKnownOwedOrProtected() throws IOException {
        // T-60: drawn up, and nobody else knows of it
        User.clock("2013-05-02T09:00:00Z");
        Handover plan = Handover.drafted("REL-AFISMA-MINUSMA", "AU", "UN", TOA, "HO-AU", "HO-UN");
        assertEquals(404, User.in("RA-EU").get(plan.path("")).status());
        assertEquals(404, User.in("LO-AU").get(plan.path("")).status(), "no role that has to do with it");
        expect(200, User.in("AUD-AU").get(plan.path("")));
        assertFalse(User.in("LO-AU").get("/handovers").body().contains(plan.number()), "nor in the list");
        assertTrue(User.in("AUD-JOINT").get("/handovers").body().contains(plan.number()));
        assertEquals(409, plan.sign(plan.from(), "READINESS").status());
        assertEquals(
                403,
                User.in("RA-AU")
                        .post(
                                plan.path("/signatures"),
                                Json.createObjectBuilder()
                                        .add("act", "AGREEMENT")
                                        .add("digest", "unseen"))
                        .status());
        plan.signed("AGREEMENT");
        assertEquals("AGREED", plan.stage());

        // T-14: what the mission has written
        User.clock("2013-06-17T09:00:00Z");
        for (int i = 0; i < 42; i++) {
            written("AU-R//REL TO AU, UN", "daily report " + i);
        }
        String draft = Papers.filed(analyst, report("(AU-R//REL TO AU, UN)", "a working paper"));

        // T-7: frozen, with hashes that both sign
        User.clock("2013-06-24T12:00:00Z");
        assertEquals(422, plan.sign(plan.from(), "FREEZE").status(), "no inventory yet");
        plan.takeInventory();
        plan.signed("FREEZE");
        JsonObject frozen = plan.plan();
        assertEquals("INVENTORY_FROZEN", frozen.getString("stage"));
        assertEquals(64, frozen.getString("inventory").length());
        assertTrue(
                plan.items("").stream().anyMatch(i -> i.getString("reference").equals("P02")));
        assertTrue(
                plan.items("").stream().noneMatch(i -> i.getString("reference").equals("P12")), "not written yet");

        // the AU refuses P02 as it is and offers what is sanitised
        expect(
                200,
                plan.from()
                        .post(plan.path("/consents"), Json.createObjectBuilder().add("due", "2013-06-30T00:00:00Z")));
        JsonObject asked = consent(plan, "P02");
        assertEquals("AU", asked.getString("giver"));
        assertEquals(404, User.in("CO-EU").post(answer(asked), refusal()).status());
        expect(200, officer.post(answer(asked), refusal().add("alternative", "P02-R1")));
        assertEquals(422, plan.dispose("P02", as("COPY")).status(), "HND-02");
        Answer objected = plan.dispose("P02", as("TRANSFER"));
        assertTrue(objected.body().contains("HND-02") && objected.body().contains("SOURCE"), objected.toString());
        expect(200, plan.dispose("P02", as("SANITISE_THEN_COPY").add("substitute", "P02-R1")));
        expect(200, plan.dispose("P01", as("COPY")));
        expect(200, plan.dispose(draft, as("DESTROY").add("reason", "a working paper")));
        assertEquals(422, plan.sign(plan.from(), "READINESS").status(), "HND-01: items without a disposition");
        // in bulk, and then 41 that go
        retainTheRest(plan);
        List<JsonObject> retained = plan.items("&disposition=RETAIN");
        int go = 38;
        for (JsonObject item : retained) {
            if (go > 0
                    && item.getJsonArray("barriers").isEmpty()
                    && item.getString("kind").equals("OWN")) {
                expect(200, plan.dispose(item.getString("reference"), as("COPY")));
                go--;
            }
        }
        assertEquals(0, go);

        // T-3: P12 arrives late, an addendum
        User.clock("2013-06-28T10:00:00Z");
        plan.takeInventory();
        JsonObject late = item(plan, "P12");
        assertTrue(late.getBoolean("addendum"));
        assertEquals(422, plan.sign(plan.from(), "READINESS").status(), "the addendum has no disposition");
        assertTrue(references(plan, "&addendum=true").contains("P12"));
        filtersAgreeWithTheWholeList(plan);
        expect(200, plan.dispose("P12", as("TRANSFER")));
        // whatever else was written for the mission meanwhile
        retainTheRest(plan);
        Answer open = plan.sign(plan.from(), "READINESS");
        assertTrue(open.body().contains("HND-17"), open.toString());
        expect(
                200,
                User.in("RA-AU")
                        .put(
                                "/missions/benchmarks/BM-2100-3",
                                Json.createObjectBuilder().add("status", "MET").add("evidence", "P12")));
        // what nothing would follow from is not offered (B5): the right to downgrade, and reassignment
        assertFalse(plan.items("").toString().contains("downgrade"));
        settleOpenWork(plan);
        // who is re-hatted, who may still read, and for how long
        String hat = "AN-U2-" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        expect(200, plan.to().post(plan.path("/persons"), rehat("AN-AU", hat)));
        expect(200, plan.to().post(plan.path("/persons"), rehat("HO-A2", hat + "-2", "HANDOVER_OFFICER")));
        // HND-08, ORG-02: the successor's own offices confirm them, and before that nobody is ready
        assertTrue(plan.sign(plan.from(), "READINESS").body().contains("HND-08"));
        Appointing.rehatted(plan, "UN");
        assertEquals(
                422,
                plan.from()
                        .post(plan.path("/residual"), residual("2014-07-01T00:00:00Z"))
                        .status(),
                "HND-07: 180 days");
        expect(200, plan.from().post(plan.path("/residual"), residual("2013-11-01T00:00:00Z")));
        expect(200, plan.from().post(plan.path("/residual/AN-AU/approval"), null));
        expect(200, plan.to().post(plan.path("/residual/AN-AU/approval"), null));
        plan.signed("READINESS");
        assertEquals("READY", plan.stage());
        // who gets which hat is part of what both sign (B2)
        expect(200, plan.to().post(plan.path("/persons"), rehat("HO-A2", hat + "-3", "HANDOVER_OFFICER")));
        assertEquals("CONSENTS_OPEN", plan.stage());
        expect(200, plan.to().post(plan.path("/persons"), rehat("HO-A2", hat + "-2", "HANDOVER_OFFICER")));
        Appointing.rehatted(plan, "UN");
        plan.signed("READINESS");
        assertEquals("READY", plan.stage());

        // before the instant nothing passes, at the instant everything, again nothing
        assertEquals(409, plan.carryOut().status());
        assertEquals(404, User.in("HO-UN").get("/products/P12/custody").status());
        long versions = Tables.number("SELECT world FROM head");
        User.clock("2013-07-01T00:00:00Z");
        expect(200, plan.carryOut());
        assertEquals("EXECUTING", plan.stage());
        long custody = Tables.number("SELECT COUNT(*) FROM custody");
        expect(200, plan.carryOut());
        assertEquals(custody, Tables.number("SELECT COUNT(*) FROM custody"));
        assertTrue(Tables.number("SELECT world FROM head") > versions);
        // ORG-01, ORG-02: it ended the predecessor's own assignments, and nobody's who watches or answers for people
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM assignment_end e JOIN hat h ON h.id = e.hat WHERE e.plan = ?"
                                + " AND (h.organisation <> 'AU' OR h.id IN ('AUD-AU', 'SO-AU', 'OA-AU', 'RA-AU'))",
                        plan.number()));
        assertTrue(Tables.number("SELECT COUNT(*) FROM assignment_end WHERE plan = ?", plan.number()) > 0);
        // HND-08: the new hat sees nothing classified until its three conditions are on record
        assertEquals(404, User.named("sow").wearing(hat).get("/products/P02").status());
        assertEquals("PROVISIONAL", status(hat));
        // A2: it drafts and asks, and does nothing else that its roles will let it do
        User fresh = User.named("wanjiru").wearing(hat + "-2");
        Answer early = fresh.post(plan.path("/items/outcome"), outcome("RECEIVED"));
        assertEquals("hat-provisional", early.slug(), early.toString());
        Papers.filed(fresh, Papers.report("(UN-U)", "by somebody new"));
        JsonObject link = expect(200, User.in("HO-UN").get("/products/P12/custody"))
                .array()
                .getJsonObject(0);
        assertEquals(
                "AU UN TRANSFER", link.getString("from") + " " + link.getString("to") + " " + link.getString("kind"));
        assertEquals(404, User.in("RA-EU").get("/products/P12/custody").status());

        // T+3: 41 sent = 38 received + 1 on hold + 2 returned
        User.clock("2013-07-04T09:00:00Z");
        List<JsonObject> sent = plan.items("").stream()
                .filter(i -> List.of("TRANSFER", "COPY", "SANITISE_THEN_COPY").contains(i.getString("disposition")))
                .toList();
        assertEquals(41, sent.size());
        List<String> copies = sent.stream()
                .map(i -> i.getString("reference"))
                .filter(r -> !r.startsWith("P"))
                .toList();
        assertEquals(422, plan.sign(plan.from(), "RECONCILIATION").status());
        assertEquals(
                422, plan.account(plan.to(), copies.get(0), outcome("ON_HOLD")).status(), "a reason is owed");
        expect(200, plan.account(plan.to(), copies.get(0), outcome("ON_HOLD").add("reason", "EXERCISE: disputed")));
        assertEquals(
                403, plan.account(plan.to(), copies.get(1), outcome("RETURNED")).status());
        expect(200, plan.account(plan.from(), copies.get(1), outcome("RETURNED")));
        expect(200, plan.account(plan.from(), copies.get(2), outcome("RETURNED")));
        expect(200, plan.to().post(plan.path("/items/outcome"), outcome("RECEIVED")));
        assertEquals(
                422, plan.account(plan.from(), draft, outcome("DESTROYED")).status(), "two witnesses, a certificate");
        expect(
                200,
                plan.account(
                        plan.from(),
                        draft,
                        outcome("DESTROYED")
                                .add("certificate", "EXERCISE: shredded at Bamako")
                                .add(
                                        "witnesses",
                                        Json.createArrayBuilder().add("RA-AU").add("AUD-AU"))));
        expect(200, plan.from().post(plan.path("/items/outcome"), outcome("RETAINED")));
        JsonObject reconciled =
                expect(200, plan.to().get(plan.path("/reconciliation"))).json();
        assertEquals(0, reconciled.getInt("difference"));
        JsonObject outcomes = reconciled.getJsonObject("outcomes");
        assertEquals(41, outcomes.getInt("RECEIVED") + outcomes.getInt("ON_HOLD") + outcomes.getInt("RETURNED"));
        assertEquals(38, outcomes.getInt("RECEIVED"));
        plan.signed("RECONCILIATION");

        // T+14: confirmed
        User.clock("2013-07-15T00:00:00Z");
        Appointing.vetted("UN", hat, "UN-C", "UN");
        assertEquals("CONFIRMED", status(hat));

        // T+120, when troops are to be realigned: who has not met the conditions is overdue, and suspended by itself
        User.clock("2013-10-28T12:00:00Z");
        assertFalse(person(plan, "HO-A2").getBoolean("overdue"));
        User.clock("2013-10-29T00:00:00Z");
        assertTrue(person(plan, "HO-A2").getBoolean("overdue"));
        Instant patience = Instant.now().plusSeconds(60);
        while (!person(plan, "HO-A2").toString().contains("\"suspendedAt\":\"2013-10-29")) {
            assertTrue(Instant.now().isBefore(patience), person(plan, "HO-A2").toString());
            pause();
        }
        assertFalse(person(plan, "AN-AU").toString().contains("\"suspendedAt\":\""));

        // T+150: retention, lessons, closed
        User.clock("2013-11-28T09:00:00Z");
        assertEquals(422, plan.sign(plan.from(), "CLOSURE").status(), "HND-19");
        expect(
                200,
                plan.from()
                        .post(
                                plan.path("/items/disposition"),
                                Json.createObjectBuilder()
                                        .add("retention", "C+5 D")
                                        .add("filter", Json.createObjectBuilder())));
        expect(
                200,
                plan.from()
                        .put(
                                plan.path("/lessons"),
                                Json.createObjectBuilder().add("text", "EXERCISE: ask givers earlier")));
        plan.signed("CLOSURE");
        // what both sides keep for the next time is there when it is planned
        JsonObject kept =
                expect(200, plan.to().get("/handovers/lessons")).array().getValuesAs(JsonObject.class).stream()
                        .filter(l -> l.getString("number").equals(plan.number()))
                        .findFirst()
                        .orElseThrow();
        assertEquals("EXERCISE: ask givers earlier", kept.getString("lessons"));
        assertEquals(3, kept.getJsonArray("benchmarks").size());
        JsonObject report = expect(200, plan.from().get(plan.path("/report"))).json();
        assertEquals("CLOSED", report.getJsonObject("plan").getString("stage"));
        assertTrue(report.getJsonArray("consentsRefused").toString().contains("P02 AU"));
        assertEquals(1, report.getJsonArray("destroyed").size());
        assertFalse(report.toString().contains("Tessalit"), "no title in it");
        assertEquals("AU CONFIDENTIAL//REL TO AU, UN", report.getString("marking"));
        for (User side : List.of(plan.from(), plan.to())) {
            String paper = Papers.text(side.file(plan.path("/report/document?format=pdf&language=fr"))
                    .body());
            assertTrue(paper.contains("Rapport de passation AFISMA - MINUSMA"), paper);
            assertTrue(paper.contains("AU CONFIDENTIAL//REL TO AU, UN"), paper);
            assertTrue(paper.contains(report.getString("digest")), paper);
            assertEquals(side == plan.from(), paper.contains("P02 AU"), "hidden from the successor: " + paper);
            assertFalse(paper.contains("Tessalit"), "no title in it");
        }
        assertEquals(
                404,
                User.in("LO-EU").get(plan.path("/report/document?format=pdf")).status());
        // and at every instant of it the exercise's table holds, with a handover that was carried out and not only told
        Matrix.agrees();
    }

    private static void retainTheRest(Handover plan) {
        expect(
                200,
                plan.from()
                        .post(
                                plan.path("/items/disposition"),
                                as("RETAIN")
                                        .add(
                                                "filter",
                                                Json.createObjectBuilder().add("undisposed", true))));
    }

    /** What the database finds is what one would pick out of everything by hand. */
    private static void filtersAgreeWithTheWholeList(Handover plan) {
        List<JsonObject> all = plan.items("");
        for (String kind : List.of("OWN", "RECEIVED", "DRAFT", "ENTRY")) {
            assertEquals(
                    all.stream()
                            .filter(i -> i.getString("kind").equals(kind))
                            .map(i -> i.getString("reference"))
                            .toList(),
                    references(plan, "&kind=" + kind));
        }
        for (String barrier : List.of("ORCON", "SOURCE", "EYES_ONLY", "THIRD_PARTY", "NOT_RELEASABLE", "EXCLUDED")) {
            assertEquals(
                    all.stream()
                            .filter(i -> i.getJsonArray("barriers").toString().contains("\"" + barrier + "\""))
                            .map(i -> i.getString("reference"))
                            .toList(),
                    references(plan, "&barrier=" + barrier));
        }
        List<String> undisposed = all.stream()
                .filter(i -> !i.containsKey("disposition"))
                .map(i -> i.getString("reference"))
                .toList();
        assertEquals(undisposed, references(plan, "&undisposed=true"));
        assertEquals(undisposed, references(plan, "&rule=HND-01"));
        assertEquals(List.of(), references(plan, "&rule=HND-01&disposition=COPY"));
        JsonObject standing =
                expect(200, plan.from().get(plan.path("/items/P12"))).json();
        assertTrue(standing.getJsonArray("blockers").toString().contains("HND-01"), standing.toString());
        assertEquals(404, plan.from().get(plan.path("/items/NEVER-WAS")).status());
    }

    private static List<String> references(Handover plan, String filter) {
        return plan.items(filter).stream().map(i -> i.getString("reference")).toList();
    }

    private void written(String mark, String text) {
        String number = Papers.filed(analyst, report("(" + mark + ")", text));
        submitted(analyst, number);
        Papers.confirmed(officer, number);
    }

    private static jakarta.json.JsonObjectBuilder report(String mark, String text) {
        return filing("SITREP", "EXERCISE - " + text, portion(mark, "EXERCISE. " + text))
                .add("mission", "AFISMA");
    }

    private static JsonObject consent(Handover plan, String item) {
        return expect(200, plan.from().get(plan.path("/consents"))).array().getValuesAs(JsonObject.class).stream()
                .filter(c -> c.getString("item").equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static String answer(JsonObject consent) {
        return "/handovers/consents/" + consent.getString("number") + "/answer";
    }

    private static jakarta.json.JsonObjectBuilder refusal() {
        return Json.createObjectBuilder()
                .add("granted", false)
                .add("reason", "EXERCISE: paragraph 3 identifies a source");
    }

    private static JsonObject item(Handover plan, String reference) {
        return plan.items("").stream()
                .filter(i -> i.getString("reference").equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static void settleOpenWork(Handover plan) {
        for (JsonObject open :
                expect(200, plan.from().get(plan.path("/open-work"))).array().getValuesAs(JsonObject.class)) {
            expect(
                    200,
                    plan.from()
                            .post(
                                    plan.path("/open-work/" + open.getString("reference")),
                                    Json.createObjectBuilder().add("decision", "RETURNED")));
        }
    }

    private static jakarta.json.JsonObjectBuilder rehat(String old, String fresh, String... more) {
        return Json.createObjectBuilder()
                .add("oldHat", old)
                .add("newHat", fresh)
                .add("roles", Json.createArrayBuilder(List.of(more)).add("ANALYST"))
                .add("clearance", "UN-C");
    }

    private static jakarta.json.JsonObjectBuilder residual(String to) {
        return Json.createObjectBuilder()
                .add("hat", "AN-AU")
                .add("purpose", "EXERCISE: claims and inquiries")
                .add("to", to);
    }

    private static JsonObject person(Handover plan, String oldHat) {
        return expect(200, plan.to().get(plan.path("/persons"))).array().getValuesAs(JsonObject.class).stream()
                .filter(p -> p.getString("oldHat").equals(oldHat))
                .findFirst()
                .orElseThrow();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String status(String hat) {
        return expect(200, User.named("sow").wearing(hat).get("/me"))
                .json()
                .getJsonArray("hats")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(h -> h.getString("id").equals(hat))
                .findFirst()
                .orElseThrow()
                .getString("status");
    }
}
