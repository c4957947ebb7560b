package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Questions.anonymous;
import static org.entente.running.Questions.answer;
import static org.entente.running.Questions.asked;
import static org.entente.running.Questions.asking;
import static org.entente.running.Questions.feedback;
import static org.entente.running.Questions.forwarding;
import static org.entente.running.Questions.read;
import static org.entente.running.Questions.refusal;
import static org.entente.running.Questions.settlement;
import static org.entente.running.Questions.state;
import static org.entente.running.Questions.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.request.RequestState;
import org.entente.request.Step;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PKI-05, PKI-06, PKI-13: who asks whom, who may know of it, and what comes of it. */
class RequestIT {
    private static final String LATER = "2013-08-30T11:59:59Z";
    private final User unLiaison = User.in("LO-UN");
    private final User unOfficer = User.in("CO-UN");
    private final User ecwLiaison = User.in("LO-ECW");
    private final User ecwOfficer = User.in("CO-ECW");
    private final User ecwAuthority = User.in("RA-ECW");
    private final User broker = User.in("BROKER");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki05_aRequestIsAnsweredWithAProductThatTheRequesterMaySee() {
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        assertTrue(number.matches("RFI-[0-9A-Z]{8}"), number);
        JsonObject there = read(ecwLiaison, number);
        assertEquals("ROUTED", there.getString("state"));
        assertEquals("UN CONFIDENTIAL//REL TO UN, ECOWAS", there.getString("marking"));
        assertEquals("UN", there.getJsonObject("asker").getString("organisation"));
        assertEquals("EXERCISE. Who moves fuel by night since June?", there.getString("question"));
        assertEquals("OPEN", state(unOfficer, number));
        // P04 is for ECOWAS and the AU: the requester could not know of it
        Answer refused = expect(422, ecwLiaison.post("/requests/" + number + "/answer", answer("P04")));
        assertEquals(List.of("PKI-05"), refused.reasons());
        assertEquals("products[0]", objection(refused).getString("field"));
        assertTrue(objection(refused).getString("message").contains("the requester may know of"), refused.body());
        // what the answerer may not know of and what is not there are one
        assertEquals(
                objection(expect(422, ecwLiaison.post("/requests/" + number + "/answer", answer("P08")))),
                objection(expect(422, ecwLiaison.post("/requests/" + number + "/answer", answer("Q08")))));
        assertEquals("OPEN", state(unOfficer, number));
        assertEquals(
                "ANSWERED",
                expect(
                                200,
                                ecwLiaison.post(
                                        "/requests/" + number + "/answer",
                                        answer("P03").add("text", "EXERCISE. As asked.")))
                        .text("state"));
        JsonObject here = read(unLiaison, number);
        JsonObject reply = here.getJsonArray("replies").getJsonObject(0);
        assertEquals("ANSWERED", here.getString("state"));
        assertEquals("P03", reply.getJsonArray("products").getJsonObject(0).getString("product"));
        assertEquals("EXERCISE. As asked.", reply.getString("text"));
        expect(200, unLiaison.get("/products/P03"));
        assertEquals(List.of("ASK", "ANSWER"), steps(here));
    }

    @Test
    void pki05_aRefusalHasAReasonAndATextThatTheRequesterReads() {
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS", "AU"));
        String path = "/requests/" + number + "/refusal";
        assertEquals(Set.of("reason", "text"), fields(expect(422, ecwOfficer.post(path, refusal("BECAUSE", " ")))));
        expect(400, ecwOfficer.post(path, Json.createObjectBuilder().add("reason", "NOT_HELD")));
        expect(403, ecwLiaison.post(path, refusal("NOT_HELD", "EXERCISE")));
        expect(200, ecwOfficer.post(path, refusal("THIRD_PARTY", "EXERCISE. Not ours to give.")));
        assertEquals("REFUSED", state(ecwLiaison, number));
        JsonObject reply = reply(read(unLiaison, number), "ECOWAS");
        assertEquals("THIRD_PARTY", reply.getString("reason"));
        assertEquals("EXERCISE. Not ours to give.", reply.getString("text"));
        assertEquals("OPEN", reply(read(unLiaison, number), "AU").getString("state"));
        assertEquals(
                "wrong-state",
                expect(409, ecwOfficer.post(path, refusal("OTHER", "EXERCISE"))).slug());
    }

    @Test
    void pki05_whoIsAskedNeverLearnsWhoElseIsAsked() {
        String number = asked(unLiaison, asking("(UN-C//REL TO UN, AU, ECOWAS)", "ECOWAS", "AU"));
        expect(200, User.in("CO-AU").post("/requests/" + number + "/refusal", refusal("NOT_HELD", "EXERCISE")));
        Answer there = expect(200, ecwOfficer.get("/requests/" + number));
        assertFalse(named("AU", there.body()), there.body());
        assertEquals(List.of("ASK"), steps(there.json()));
        assertEquals("UN CONFIDENTIAL//REL TO UN, ECOWAS", there.text("marking"));
        assertEquals(2, read(unLiaison, number).getJsonArray("replies").size());
    }

    @Test
    void cav10_aRequestThatIsNotForThisHatIsByteForByteAbsent() {
        String open = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        String hidden = asked(unLiaison, anonymous("(UN-C)", "ECOWAS"));
        // not before the broker has passed it on
        Map<String, List<User>> outside = Map.of(
                open, List.of(User.in("LO-EU"), User.in("LO-AU"), User.in("CO-AU")),
                hidden, List.of(User.in("LO-EU"), ecwLiaison, ecwOfficer));
        outside.forEach((number, users) -> users.forEach(user -> {
            String absent = "RFI-" + "0".repeat(8);
            doors().forEach((name, door) ->
                    assertEquals(told(door.apply(user, absent), absent), told(door.apply(user, number), number), name));
            expect(404, user.get("/requests/" + number));
        }));
        for (User user : List.of(User.in("LO-EU"), User.in("CO-AU"))) {
            assertFalse(user.get("/requests").body().contains(open));
        }
    }

    @Test
    void pki06_anAnonymousRequestTellsNobodyWhoAsked() {
        String number = asked(unLiaison, anonymous("(UN-C)", "ECOWAS", "AU"));
        assertEquals("AWAITING_BROKER", state(unLiaison, number));
        expect(404, ecwOfficer.get("/requests/" + number));
        JsonObject desk = read(broker, number);
        assertEquals("UN", desk.getJsonObject("asker").getString("organisation"));
        assertEquals("solberg", desk.getJsonObject("asker").getString("person"));
        String path = "/requests/" + number + "/forwarding";
        JsonObject both = Json.createObjectBuilder()
                .add("ECOWAS", "(ECW-C)")
                .add("AU", "(AU-R)")
                .build();
        // words and markings that would tell are not passed on
        Answer telling = expect(
                422,
                broker.post(
                        path,
                        forwarding("ECOWAS", "(UN-C//REL TO UN, ECOWAS)")
                                .add("question", "EXERCISE. The UN asks who moves fuel.")));
        assertEquals(Set.of("question", "markings", "markings.ECOWAS"), fields(telling));
        assertTrue(telling.reasons().contains("PKI-06"));
        expect(200, broker.post(path, forwarding("ECOWAS", "").add("markings", both)));
        JsonObject there = read(ecwLiaison, number);
        assertEquals("ECOWAS CONFIDENTIAL", there.getString("marking"));
        assertEquals("EXERCISE. Who moves fuel by night?", there.getString("question"));
        assertFalse(there.containsKey("asker") || there.containsKey("justification"), there.toString());
        assertEquals("ROUTED", there.getString("state"));
        // an answer goes back through the broker, who alone learns whether it reaches the one who asked
        expect(200, ecwLiaison.post("/requests/" + number + "/answer", answer("P04")));
        expect(200, User.in("LO-AU").post("/requests/" + number + "/answer", answer("P01")));
        assertEquals(
                "ANSWER_WITH_BROKER", reply(read(unLiaison, number), "ECOWAS").getString("state"));
        assertTrue(reply(read(unLiaison, number), "ECOWAS")
                .getJsonArray("products")
                .isEmpty());
        assertFalse(offer(read(broker, number), "ECOWAS").getBoolean("reaches"));
        assertTrue(offer(read(broker, number), "AU").getBoolean("reaches"));
        expect(422, broker.post("/requests/" + number + "/settlement", settlement("ECOWAS", "PASS_ON")));
        expect(200, broker.post("/requests/" + number + "/settlement", settlement("ECOWAS", "HOLD_BACK")));
        expect(200, broker.post("/requests/" + number + "/settlement", settlement("AU", "PASS_ON")));
        JsonObject back = read(unLiaison, number);
        assertEquals("HELD_BACK", reply(back, "ECOWAS").getString("state"));
        assertEquals("EXERCISE: it does not reach them", reply(back, "ECOWAS").getString("text"));
        assertEquals("P01", offer(back, "AU").getString("product"));
        // the one who gave it sees the same, passed on or not
        JsonObject kept = read(ecwLiaison, number);
        JsonObject passed = read(User.in("LO-AU"), number);
        assertEquals("ANSWERED", kept.getString("state"));
        assertEquals(passed.getString("state"), kept.getString("state"));
        assertEquals(steps(passed), steps(kept));
        assertEquals(passed.keySet(), kept.keySet());
        assertEquals(reply(passed, "AU").keySet(), reply(kept, "ECOWAS").keySet());
        expect(200, unLiaison.post("/requests/" + number + "/feedback", feedback("AU", "USED")));
        JsonObject report = reply(read(User.in("LO-AU"), number), "AU");
        assertEquals("USED", report.getString("used"));
        assertFalse(report.containsKey("feedback"), report.toString());
        everyByteThatLeavesIsSilentOf(number);
    }

    /** All that addressees, third parties and their auditors can get hold of, scanned for whoever asked. */
    private void everyByteThatLeavesIsSilentOf(String number) {
        List<String> told = new ArrayList<>();
        for (String hat : List.of("LO-ECW", "CO-ECW", "RA-ECW", "LO-AU", "CO-AU", "LO-EU", "CO-EU")) {
            User user = User.in(hat);
            Answer list = expect(200, user.get("/requests"));
            list.array().getValuesAs(JsonObject.class).stream()
                    .filter(l -> l.getString("number").equals(number))
                    .forEach(l -> told.add(l.toString()));
            told.add(user.get("/requests/" + number).body());
            told.addAll(headers(user.get("/requests/" + number)));
            doors().forEach((name, door) -> {
                Answer answer = door.apply(user, number);
                assertTrue(answer.status() >= 400, hat + " " + name + " " + answer);
                told.add(answer.body());
            });
            if (!hat.equals("LO-EU") && !hat.equals("CO-EU")) {
                expect(200, user.get("/requests/reciprocity")).array().getValuesAs(JsonObject.class).stream()
                        .filter(p -> !p.containsKey("requester"))
                        .forEach(p -> told.add(p.toString()));
            }
        }
        for (String auditor : List.of("AUD-ECW", "AUD-AU", "AUD-EU")) {
            List<JsonObject> events = expect(200, User.in(auditor).get("/audit/events?limit=200&product=" + number))
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class);
            assertTrue(events.isEmpty()
                    || !auditor.equals("AUD-EU")
                    || events.stream().allMatch(e -> e.getString("organisation").equals("EU")));
            for (JsonObject event : events) {
                // the broker's own hat is of the UN, whoever asks; that it passed a request on says nothing
                boolean forwarded = event.getString("action").equals("FORWARD_REQUEST");
                assertEquals(forwarded, event.getString("organisation").equals("UN"), event.toString());
                Map<String, JsonValue> rest = new TreeMap<>(event);
                if (forwarded) {
                    rest.remove("organisation");
                }
                told.add(rest.toString());
            }
        }
        assertTrue(told.size() > 60, "only " + told.size());
        for (String answer : told) {
            for (String telling :
                    List.of("UN", "solberg", "LO-UN", "UN-LNO", "convoys", "EXERCISE. Needed", "since June")) {
                assertFalse(named(telling, answer), telling + " in " + answer);
            }
        }
        // nor do the bits of the record: the requester's is set on its own events alone
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE object = ? AND actor_org IN ('ECOWAS', 'AU', 'EU')"
                                + " AND subject_orgs & (SELECT 1 << log_bit FROM organisation WHERE code = 'UN') <> 0",
                        number));
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE object = ? AND person = 'solberg'"
                                + " AND subject_orgs <> (SELECT 1 << log_bit FROM organisation WHERE code = 'UN')",
                        number));
    }

    @Test
    void pki06_theBrokersOwnAuditorDoesNotLearnWhoAsked() {
        String number = asked(ecwLiaison, anonymous("(ECW-C)", "AU"));
        expect(200, broker.get("/requests/" + number));
        expect(200, broker.post("/requests/" + number + "/forwarding", forwarding("AU", "(AU-C)")));
        expect(200, User.in("LO-AU").post("/requests/" + number + "/answer", answer("P01")));
        expect(200, broker.post("/requests/" + number + "/settlement", settlement("AU", "PASS_ON")));
        List<JsonObject> events = expect(200, User.in("AUD-UN").get("/audit/events?product=" + number))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertEquals(
                Set.of("READ_REQUEST", "FORWARD_REQUEST", "SETTLE_ANSWER"),
                events.stream().map(e -> e.getString("action")).collect(Collectors.toSet()));
        for (JsonObject event : events) {
            assertFalse(named("ECOWAS", event.toString()) || event.containsKey("marking"), event.toString());
        }
        assertEquals(404, unOfficer.get("/requests/" + number).status());
    }

    @Test
    void pki06_theBrokerGivesBackWhatCannotBePassedOn() {
        String number = asked(unLiaison, anonymous("(UN-C)", "ECOWAS"));
        expect(403, unOfficer.post("/requests/" + number + "/return", because("EXERCISE")));
        expect(200, broker.post("/requests/" + number + "/return", because("EXERCISE: the words tell who asks")));
        JsonObject reply = reply(read(unLiaison, number), "ECOWAS");
        assertEquals("RETURNED", reply.getString("state"));
        assertEquals("EXERCISE: the words tell who asks", reply.getString("text"));
        expect(404, ecwOfficer.get("/requests/" + number));
    }

    @Test
    void pki05_aRequestFindsItsExpertsByTopicAndAreaAndOfficersChangeThem() {
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        JsonObject there = read(ecwOfficer, number);
        assertEquals(List.of("LO-ECW"), strings(reply(there, "ECOWAS"), "experts"));
        assertTrue(ecwLiaison.get("/requests?role=EXPERT").body().contains(number));
        assertFalse(ecwAuthority.get("/requests?role=EXPERT").body().contains(number));
        assertTrue(
                ecwAuthority.get("/requests?role=ADDRESSEE&state=ROUTED").body().contains(number));
        String path = "/requests/" + number + "/routing";
        JsonObjectBuilder other = Json.createObjectBuilder().add("experts", words("RA-ECW"));
        expect(403, ecwLiaison.post(path, Json.createObjectBuilder().add("experts", words("RA-ECW"))));
        expect(200, ecwOfficer.post(path, other));
        assertTrue(ecwAuthority.get("/requests?role=EXPERT").body().contains(number));
        assertFalse(ecwLiaison.get("/requests?role=EXPERT").body().contains(number));
        // another organisation's hat is as unknown as one that nobody wears
        Answer foreign =
                expect(422, ecwOfficer.post(path, Json.createObjectBuilder().add("experts", words("AN-UN", "NOBODY"))));
        assertEquals(Set.of("experts[0]", "experts[1]"), fields(foreign));
        // who works on it is no business of the requester's
        assertFalse(unLiaison.get("/requests/" + number).body().contains("RA-ECW"));
    }

    @Test
    void pki05_eachOrganisationKeepsItsOwnRosterAndSeesNoOther() {
        String before = expect(200, ecwLiaison.get("/experts")).body();
        assertFalse(before.contains("AN-UN"), before);
        JsonObject expert = Json.createObjectBuilder()
                .add("hat", "LO-EU")
                .add("topics", words("training"))
                .add("areas", words("Koulikoro"))
                .add("languages", words("en"))
                .build();
        User officer = User.in("CO-EU");
        expect(403, User.in("LO-EU").put("/experts", roster(expert)));
        expect(200, officer.put("/experts", roster(expert)));
        assertEquals(
                Set.of("experts[0].hat"),
                fields(expect(422, officer.put("/experts", roster(changed(expert, "hat", "LO-UN"))))));
        assertEquals(
                Set.of("experts[0].hat", "experts[1].hat"),
                fields(expect(422, officer.put("/experts", roster(expert, expert)))));
        assertEquals(1, expect(200, officer.get("/experts")).array().size());
        assertEquals(before, ecwLiaison.get("/experts").body());
    }

    @Test
    void cls16_aReaderIsClearedAndBriefedForTheMarkingOfARequest() {
        String number = asked(User.in("LO-EU"), asking("(R-UE/EU-R)", "UN").add("mission", "EUTM"));
        assertEquals(
                "RESTREINT UE/EU RESTRICTED//REL TO EU, UN",
                read(unLiaison, number).getString("marking"));
        // no briefing on the EU's information: not even a header
        expect(404, User.in("AN-UN").get("/requests/" + number));
        assertFalse(User.in("AN-UN").get("/requests").body().contains(number));
        expect(404, User.in("AN-UN").post("/requests/" + number + "/answer", answer("P05-R1")));
        // and before it was asked it was not there
        User.clock("2013-07-20T11:59:00Z");
        expect(404, unLiaison.get("/requests/" + number));
    }

    @Test
    void pki05_ofAnswersThatComeAtOnceOneIsTaken() {
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        List<CompletableFuture<Answer>> all = Stream.of(ecwLiaison, ecwOfficer, ecwAuthority, ecwLiaison, ecwOfficer)
                .map(u -> CompletableFuture.supplyAsync(() -> u.post("/requests/" + number + "/answer", answer("P03"))))
                .toList();
        Map<Integer, Long> answers = all.stream()
                .map(a -> a.join().status())
                .collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
        assertEquals(Map.of(200, 1L, 409, 4L), answers);
        assertEquals(List.of("ASK", "ANSWER"), steps(read(unLiaison, number)));
    }

    @Test
    void pki05_overdueIsTheClockNeverAState() {
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        User.clock(LATER);
        assertFalse(read(ecwLiaison, number).getBoolean("overdue"));
        User.clock("2013-08-30T12:00:01Z");
        for (User user : List.of(unLiaison, ecwLiaison)) {
            assertTrue(read(user, number).getBoolean("overdue"));
        }
        assertEquals("OPEN", state(unLiaison, number));
        // overdue or not, it may still be answered
        expect(200, ecwLiaison.post("/requests/" + number + "/answer", answer("P03")));
        assertFalse(read(unLiaison, number).getBoolean("overdue"));
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki05_everythingThatIsWrongIsObjectedToAtOnceAndNothingIsStored() {
        long before = Tables.number("SELECT COUNT(*) FROM request");
        Answer wrong = expect(
                422,
                unLiaison.post(
                        "/requests",
                        asking("(UN-C//REL TO UN)", "UN", "MLI")
                                .add("subject", " ")
                                .add("question", "a\u0000b")
                                .add("justification", "x".repeat(4001))
                                .add("topics", words())
                                .add("areas", words())
                                .add("mission", "NOWHERE")
                                .add("requirement", "PIR-00000000")
                                .add("deadline", "2013-07-01T00:00:00Z")));
        assertEquals(
                Set.of(
                        "subject",
                        "question",
                        "justification",
                        "topics",
                        "mission",
                        "requirement",
                        "deadline",
                        "marking",
                        "addressees[0]",
                        "addressees[1]"),
                fields(wrong));
        Answer marking = expect(422, unLiaison.post("/requests", asking("(UN-C//REL TO UN, XX)", "ECOWAS")));
        assertTrue(objection(marking).getString("message").contains("at character"), marking.body());
        Map<String, JsonObjectBuilder> others = new LinkedHashMap<>();
        others.put("foreign scheme", asking("(AU-C)", "ECOWAS"));
        others.put("above the asker", asking("(UN-SC)", "ECOWAS"));
        others.put("keeps the addressee out", asking("(UN-C//REL TO UN, AU)", "ECOWAS"));
        others.put("excludes the addressee", asking("(UN-C//NOT RELEASABLE TO ECOWAS)", "ECOWAS"));
        others.put("acknowledged", asking("(UN-C//ACK REQUIRED)", "ECOWAS"));
        others.put("source", asking("(UN-C//SOURCE)", "ECOWAS"));
        others.put("nobody", asking("(UN-C)"));
        others.put("twice", asking("(UN-C)", "ECOWAS", "ECOWAS"));
        others.forEach((name, body) -> expect(422, unLiaison.post("/requests", body)));
        // no arrangement: the EU gives ECOWAS nothing
        expect(
                422,
                User.in("LO-EU")
                        .post("/requests", asking("(R-UE/EU-R)", "ECOWAS").add("mission", "EUTM")));
        for (String body : List.of(
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"x\":1}",
                asking("(UN-C)", "ECOWAS").add("state", "ANSWERED").build().toString(),
                asking("(UN-C)", "ECOWAS").add("requester", "EU").build().toString(),
                asking("(UN-C)", "ECOWAS").add("deadline", "soon").build().toString(),
                asking("(UN-C)", "ECOWAS")
                        .add("deadline", "9999-01-01T00:00:00Z")
                        .build()
                        .toString(),
                asking("(UN-C)", "ECOWAS").add("anonymous", "yes").build().toString(),
                asking("(UN-C)", "ECOWAS").addNull("subject").build().toString())) {
            assertEquals(
                    400,
                    unLiaison
                            .send(
                                    "POST",
                                    "/requests",
                                    "application/json",
                                    body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .status(),
                    body);
        }
        expect(400, unLiaison.get("/requests?role=KING"));
        expect(400, unLiaison.get("/requests?state=LOST"));
        assertEquals(before, Tables.number("SELECT COUNT(*) FROM request"));
    }

    @Test
    void aRepeatedRequestUnderOneKeyIsAskedOnce() {
        String key = UUID.randomUUID().toString();
        Answer first = expect(201, unLiaison.post("/requests", asking("(UN-C)", "ECOWAS"), "Idempotency-Key", key));
        Answer again = expect(201, unLiaison.post("/requests", asking("(UN-C)", "ECOWAS"), "Idempotency-Key", key));
        assertEquals(first.body(), again.body());
        assertEquals(
                "idempotency-key-reused",
                expect(422, unLiaison.post("/requests", asking("(UN-C)", "AU"), "Idempotency-Key", key))
                        .slug());
        String answering = UUID.randomUUID().toString();
        String path = "/requests/" + first.text("number") + "/answer";
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "ANSWERED",
                    expect(200, ecwLiaison.post(path, answer("P03"), "Idempotency-Key", answering))
                            .text("state"));
        }
        expect(409, ecwLiaison.post(path, answer("P03")));
    }

    @Test
    void pki13_theRequesterReportsOnceWhatAnAnswerWasGoodFor() {
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        String path = "/requests/" + number + "/feedback";
        expect(409, unLiaison.post(path, feedback("ECOWAS", "USED")));
        expect(200, ecwLiaison.post("/requests/" + number + "/answer", answer("P03")));
        assertEquals(Set.of("used"), fields(expect(422, unLiaison.post(path, feedback("ECOWAS", "LOVED")))));
        expect(422, unLiaison.post(path, feedback("AU", "USED")));
        expect(403, ecwLiaison.post(path, feedback("ECOWAS", "USED")));
        expect(200, unLiaison.post(path, feedback("ECOWAS", "PARTLY_USED")));
        JsonObject reply = reply(read(ecwOfficer, number), "ECOWAS");
        assertEquals("PARTLY_USED", reply.getString("used"));
        assertEquals("EXERCISE. It moved a convoy by a day.", reply.getString("feedback"));
        expect(409, unLiaison.post(path, feedback("ECOWAS", "USED")));
    }

    @Test
    void pki05_aRequirementIsItsOwnersAloneAndCollectsWhatAnswersIt() {
        JsonObjectBuilder stated = Json.createObjectBuilder()
                .add("text", "EXERCISE. Who pays for fuel at Menaka?")
                .add("marking", "(UN-C)")
                .add("from", "2013-07-01T00:00:00Z")
                .add("to", "2013-09-01T00:00:00Z");
        User analyst = User.in("AN-UN");
        String requirement = expect(201, analyst.post("/requirements", stated)).text("number");
        assertFalse(ecwOfficer.get("/requirements").body().contains(requirement));
        expect(
                404,
                User.in("CO-AU")
                        .post(
                                "/requirements/" + requirement + "/answers",
                                Json.createObjectBuilder().add("product", "P01")));
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS").add("requirement", requirement));
        assertFalse(ecwLiaison.get("/requests/" + number).body().contains("PIR-"));
        expect(422, ecwLiaison.post("/requests", asking("(ECW-C)", "UN").add("requirement", requirement)));
        expect(200, ecwLiaison.post("/requests/" + number + "/answer", answer("P03")));
        expect(
                204,
                analyst.post(
                        "/requirements/" + requirement + "/answers",
                        Json.createObjectBuilder().add("product", "P01")));
        expect(
                422,
                analyst.post(
                        "/requirements/" + requirement + "/answers",
                        Json.createObjectBuilder().add("product", "P08")));
        JsonObject own = expect(200, analyst.get("/requirements")).array().getValuesAs(JsonObject.class).stream()
                .filter(r -> r.getString("number").equals(requirement))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("P01", "P03"), strings(own, "products"));
        assertTrue(own.getBoolean("valid"));
    }

    @Test
    void theReportCountsPairsOfOnesOwnAndWhatCameThroughTheBrokerApart() {
        // after whatever an earlier run has asked and passed on that day: nothing must appear by itself
        long quiet = Tables.number("SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, '1970-01-01', at)), 0) FROM request_step"
                + " WHERE at >= '2013-08-20' AND at < '2013-08-21'");
        Instant now = Instant.ofEpochSecond(
                Math.max(quiet + 2, Instant.parse("2013-08-20T00:00:00Z").getEpochSecond()));
        User.clock(now.toString());
        String window = "?from=" + now + "&to=2013-08-21T00:00:00Z";
        JsonObject unBefore = pair(unLiaison, window, "UN", "ECOWAS");
        JsonObject ecwBefore = pair(ecwLiaison, window, "UN", "ECOWAS");
        JsonObject brokerBefore = pair(ecwLiaison, window, "", "ECOWAS");
        String plain = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        String hidden = asked(unLiaison, anonymous("(UN-C)", "ECOWAS"));
        expect(200, broker.post("/requests/" + hidden + "/forwarding", forwarding("ECOWAS", "(ECW-C)")));
        expect(200, ecwLiaison.post("/requests/" + plain + "/answer", answer("P03")));
        expect(200, ecwOfficer.post("/requests/" + hidden + "/refusal", refusal("NOT_HELD", "EXERCISE")));
        grown(unBefore, pair(unLiaison, window, "UN", "ECOWAS"), Map.of("requests", 2, "answered", 1, "refused", 1));
        grown(ecwBefore, pair(ecwLiaison, window, "UN", "ECOWAS"), Map.of("requests", 1, "answered", 1, "refused", 0));
        grown(brokerBefore, pair(ecwLiaison, window, "", "ECOWAS"), Map.of("requests", 1, "answered", 0, "refused", 1));
        for (JsonObject pair : expect(200, User.in("LO-AU").get("/requests/reciprocity"))
                .array()
                .getValuesAs(JsonObject.class)) {
            assertTrue(
                    pair.getString("requester", "").equals("AU")
                            || pair.getString("addressee").equals("AU"),
                    pair.toString());
        }
        expect(403, User.in("AN-UN").get("/requests/reciprocity"));
    }

    @Test
    void orgOne_nobodyDealsWithARequestThatTheyAskedInAnotherHat() {
        // Cpt Sow asks the UN for the AU, and is re-hatted to the UN the next day
        User.clock("2013-06-30T12:00:00Z");
        User before = User.in("AN-AU");
        String number = asked(before, asking("(AU-R)", "UN").add("mission", "AFISMA"));
        User.clock(Scenario.SETTLED);
        User after = User.in("AN-U2");
        assertEquals(
                "separation-of-duties",
                expect(403, after.post("/requests/" + number + "/answer", answer("P01")))
                        .slug());
        assertTrue(read(after, number).getJsonArray("can").isEmpty());
    }

    @Test
    void everyStepIsRefusedToEveryRoleAndInEveryStateThatTheTableDoesNotNameForIt() {
        Map<RequestState, String> inState = new EnumMap<>(RequestState.class);
        inState.put(RequestState.OPEN, brokered(""));
        inState.put(RequestState.AWAITING_BROKER, asked(unLiaison, anonymous("(UN-C)", "ECOWAS")));
        inState.put(RequestState.RETURNED, asked(unLiaison, anonymous("(UN-C)", "ECOWAS")));
        expect(200, broker.post("/requests/" + inState.get(RequestState.RETURNED) + "/return", because("EXERCISE")));
        inState.put(RequestState.ROUTED, brokered(""));
        expect(
                200,
                ecwOfficer.post(
                        "/requests/" + inState.get(RequestState.OPEN) + "/routing",
                        Json.createObjectBuilder().add("experts", words())));
        inState.put(RequestState.ANSWER_WITH_BROKER, brokered("answer"));
        for (String decision : List.of("PASS_ON", "HOLD_BACK")) {
            String number = brokered("answer");
            expect(200, broker.post("/requests/" + number + "/settlement", settlement("ECOWAS", decision)));
            inState.put(decision.equals("PASS_ON") ? RequestState.ANSWERED : RequestState.HELD_BACK, number);
        }
        inState.put(RequestState.REFUSED, brokered(""));
        expect(
                200,
                ecwOfficer.post(
                        "/requests/" + inState.get(RequestState.REFUSED) + "/refusal", refusal("OTHER", "EXERCISE")));
        inState.put(RequestState.WITHDRAWN, brokered(""));
        expect(
                200,
                unLiaison.post(
                        "/requests/" + inState.get(RequestState.WITHDRAWN) + "/withdrawal", because("EXERCISE")));
        assertEquals(Set.of(RequestState.values()), inState.keySet());
        Map<String, Function<String, Boolean>> tried = new LinkedHashMap<>();
        String rows =
                "SELECT COALESCE(SUM(CRC32(CONCAT(id, state, COALESCE(reason, ''), experts))), 0) FROM request_reply";
        for (String hat : List.of("LO-UN", "RA-UN", "LO-ECW", "CO-ECW", "AUD-ECW", "RO-ECW", "BROKER", "LO-EU")) {
            for (Step step : Step.values()) {
                BiFunction<User, String, Answer> door = doors().get(step.name());
                if (door == null) {
                    continue;
                }
                inState.forEach((state, number) -> {
                    boolean role = !Collections.disjoint(step.action().roles(), roles(hat));
                    boolean party = party(hat).equals(step.party().name());
                    boolean allowed = role && party && step.possibleIn(state);
                    if (allowed) {
                        return;
                    }
                    long before = Tables.number(rows);
                    int status = door.apply(User.in(hat), number).status();
                    String what = hat + " " + step + " " + state;
                    boolean there = !hat.equals("LO-EU")
                            && (!party(hat).equals("ADDRESSEE")
                                    || (state != RequestState.AWAITING_BROKER && state != RequestState.RETURNED));
                    assertEquals(!role ? 403 : !there ? 404 : !party ? 403 : 409, status, what);
                    assertEquals(before, Tables.number(rows), what);
                    tried.put(what, n -> true);
                });
            }
        }
        assertTrue(tried.size() > 500, "only " + tried.size());
    }

    /** An anonymous request that has reached ECOWAS, answered if that is wanted. */
    private String brokered(String then) {
        String number = asked(unLiaison, anonymous("(UN-C)", "ECOWAS"));
        expect(200, broker.post("/requests/" + number + "/forwarding", forwarding("ECOWAS", "(ECW-C)")));
        if (then.equals("answer")) {
            expect(200, ecwLiaison.post("/requests/" + number + "/answer", answer("P03")));
        }
        return number;
    }

    private static Set<org.entente.identity.Role> roles(String hat) {
        return switch (hat) {
            case "LO-UN", "LO-ECW", "LO-EU" -> Set.of(org.entente.identity.Role.LIAISON_OFFICER);
            case "RA-UN" -> Set.of(org.entente.identity.Role.RELEASE_AUTHORITY);
            case "CO-ECW" -> Set.of(org.entente.identity.Role.CLASSIFICATION_OFFICER);
            case "AUD-ECW" -> Set.of(org.entente.identity.Role.AUDITOR);
            case "RO-ECW" -> Set.of(org.entente.identity.Role.REGISTRY_OFFICER);
            default -> Set.of(org.entente.identity.Role.REQUEST_BROKER);
        };
    }

    private static String party(String hat) {
        return hat.equals("BROKER")
                ? "BROKER"
                : hat.endsWith("-UN") ? "REQUESTER" : hat.endsWith("-ECW") ? "ADDRESSEE" : "";
    }

    @Test
    void aud01_everyOperationOnARequestLeavesOneEventWithoutItsWords() {
        String number = asked(unLiaison, asking("(UN-C)", "ECOWAS"));
        expect(200, ecwLiaison.get("/requests/" + number));
        expect(
                200,
                ecwLiaison.post("/requests/" + number + "/answer", answer("P03").add("text", "EXERCISE. As asked.")));
        expect(200, unLiaison.post("/requests/" + number + "/feedback", feedback("ECOWAS", "USED")));
        assertEquals(4, Tables.number("SELECT COUNT(*) FROM audit_opening WHERE object = ?", number));
        List<JsonObject> events = expect(200, User.in("AUD-UN").get("/audit/events?product=" + number))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        // the requester's auditor sees its own people whole, and of the addressee's the organisation and the role
        assertEquals(
                List.of("FEED_BACK", "ANSWER_REQUEST", "READ_REQUEST", "FILE_REQUEST"),
                events.stream().map(e -> e.getString("action")).toList());
        assertFalse(events.get(1).containsKey("person"));
        for (String secret : List.of("fuel", "convoy", "As asked")) {
            assertEquals(
                    0,
                    Tables.number(
                            "SELECT COUNT(*) FROM audit_opening WHERE object = ? AND CONCAT_WS(' ', detail, purpose, reasons,"
                                    + " marking) LIKE ?",
                            number,
                            "%" + secret + "%"),
                    secret);
        }
        assertEquals(
                Set.of("FILE_REQUEST", "ANSWER_REQUEST", "READ_REQUEST", "FEED_BACK"),
                expect(200, User.in("AUD-ECW").get("/audit/events?product=" + number))
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(e -> e.getString("action"))
                        .collect(Collectors.toSet()));
        assertTrue(Action.FILE_REQUEST.number() == 80);
    }

    @Test
    void cav10_anAnswerThatIsWithdrawnLaterIsNoAnswerToGiveAgain() {
        String product =
                published(User.in("AN-UN"), unOfficer, report("(UN-C//REL TO UN, ECOWAS)", "fuel, for those who ask"));
        String number = asked(ecwLiaison, asking("(ECW-C)", "UN"));
        withdrawn(unOfficer, product);
        expect(422, User.in("AN-UN").post("/requests/" + number + "/answer", answer(product)));
        expect(200, ecwLiaison.post("/requests/" + number + "/withdrawal", because("EXERCISE: found elsewhere")));
        assertEquals(
                "EXERCISE: found elsewhere",
                reply(read(unOfficer, number), "UN").getString("text"));
    }

    /** Every change by its step's name, asked so that nothing but role, party and state stands in its way. */
    private static Map<String, BiFunction<User, String, Answer>> doors() {
        Map<String, BiFunction<User, String, Answer>> doors = new LinkedHashMap<>();
        doors.put("FORWARD", (u, n) -> u.post("/requests/" + n + "/forwarding", forwarding("EU", "(XX)")));
        doors.put("RETURN", (u, n) -> u.post("/requests/" + n + "/return", because(" ")));
        doors.put(
                "ROUTE",
                (u, n) -> u.post(
                        "/requests/" + n + "/routing",
                        Json.createObjectBuilder().add("experts", words("NOBODY"))));
        doors.put("ANSWER", (u, n) -> u.post("/requests/" + n + "/answer", answer("Q99")));
        doors.put("REFUSE", (u, n) -> u.post("/requests/" + n + "/refusal", refusal("BECAUSE", "EXERCISE")));
        doors.put("PASS_ON", (u, n) -> u.post("/requests/" + n + "/settlement", settlement("ECOWAS", "PASS_ON")));
        doors.put("HOLD_BACK", (u, n) -> u.post("/requests/" + n + "/settlement", settlement("ECOWAS", "HOLD_BACK")));
        doors.put("WITHDRAW", (u, n) -> u.post("/requests/" + n + "/withdrawal", because(" ")));
        doors.put("FEED_BACK", (u, n) -> u.post("/requests/" + n + "/feedback", feedback("ECOWAS", "LOVED")));
        return doors;
    }

    private static JsonObjectBuilder roster(JsonObject... experts) {
        var all = Json.createArrayBuilder();
        Stream.of(experts).forEach(all::add);
        return Json.createObjectBuilder().add("experts", all);
    }

    private static JsonObject changed(JsonObject object, String field, String value) {
        return Json.createObjectBuilder(object).add(field, value).build();
    }

    private static JsonObject pair(User reader, String window, String requester, String addressee) {
        return expect(200, reader.get("/requests/reciprocity" + window)).array().getValuesAs(JsonObject.class).stream()
                .filter(p -> p.getString("requester", "").equals(requester)
                        && p.getString("addressee").equals(addressee))
                .findFirst()
                .orElseGet(() -> Json.createObjectBuilder()
                        .add("requests", 0)
                        .add("answered", 0)
                        .add("refused", 0)
                        .build());
    }

    private static void grown(JsonObject before, JsonObject after, Map<String, Integer> by) {
        by.forEach((field, more) -> assertEquals(before.getInt(field) + more, after.getInt(field), field + after));
    }

    private static JsonObject reply(JsonObject request, String organisation) {
        return request.getJsonArray("replies").getValuesAs(JsonObject.class).stream()
                .filter(r -> r.getString("organisation").equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject offer(JsonObject request, String organisation) {
        return reply(request, organisation).getJsonArray("products").getJsonObject(0);
    }

    private static List<String> steps(JsonObject request) {
        return request.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(s -> s.getString("step"))
                .toList();
    }

    private static List<String> strings(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private static JsonObject objection(Answer answer) {
        return answer.json().getJsonArray("objections").getJsonObject(0);
    }

    private static Set<String> fields(Answer answer) {
        return answer.json().getJsonArray("objections").getValuesAs(JsonObject.class).stream()
                .map(o -> o.getString("field"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean named(String word, String text) {
        return text.matches("(?s).*(?<![\\p{L}\\p{N}])" + java.util.regex.Pattern.quote(word) + "(?![\\p{L}\\p{N}]).*");
    }

    private static List<String> headers(Answer answer) {
        return answer.headers().map().entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .toList();
    }

    /** An answer, whole: status, headers but the date, body; the number asked for is left out. */
    private static String told(Answer answer, String number) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        // the server closes a connection after so many requests
        headers.remove("connection");
        return answer.status() + " " + headers + " " + answer.body().replace(number, "");
    }
}
