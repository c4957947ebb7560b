package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product's life through REST, from the analyst's draft to its withdrawal, with every refusal on the way. */
class FilingIT {
    private static final String SHARED = "(UN-C//REL TO UN, AU)";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void cls30to33_theBannerIsTheRollUpOfThreePortionsAndTheRightPartnersReadIt() {
        JsonObjectBuilder threat = filing(
                        "THREAT",
                        "EXERCISE - three portions",
                        portion("(UN-C//REL TO UN, AU, ECOWAS//NOT RELEASABLE TO MLI)", "EXERCISE. first"),
                        portion("(UN-C//REL TO UN, AU, EU)", "EXERCISE. second"),
                        portion("(UN-U)", "EXERCISE. third"))
                .add("likelihood", "LIKELY")
                .add("confidence", "MODERATE");
        String number = published(analyst, officer, threat);
        Answer read = expect(200, User.in("LO-AU").get("/products/" + number));
        assertEquals("UN CONFIDENTIAL//REL TO UN, AU//NOT RELEASABLE TO MLI", read.text("marking"));
        assertEquals(3, read.json().getJsonArray("portions").size());
        assertEquals("LIKELY", read.text("likelihood"));
        assertEquals("MODERATE", read.text("confidence"));
        for (String partner : List.of("LO-UN", "AN-UN", "AN-U2", "LO-AU")) {
            assertEquals(200, User.in(partner).get("/products/" + number).status(), partner);
        }
        for (String other : List.of("LO-ECW", "LO-EU", "CO-EU", "RA-ECW")) {
            refused(404, "not-found", Set.of(), () -> User.in(other).get("/products/" + number));
        }
    }

    @Test
    void cls32_orconOnOnePortionIsOnTheBanner() {
        Answer banner = expect(
                200,
                analyst.post(
                        "/drafts/banner",
                        filing("SITREP", "EXERCISE", portion("(UN-C//ORCON)", "a"), portion("(UN-U)", "b"))));
        assertEquals("UN CONFIDENTIAL//ORCON", banner.text("banner"));
    }

    @Test
    void cls30_theBannerPreviewStoresNothing() {
        Map<String, Long> before = Tables.stored();
        expect(200, analyst.post("/drafts/banner", report(SHARED, "preview")));
        assertEquals(before, Tables.stored());
    }

    @Test
    void aud04_everyStepIsSeenByTheAuditorsItConcernsAndByNobodyElse() {
        String number = published(analyst, officer, report(SHARED, "seen by auditors"));
        expect(200, User.in("LO-AU").get("/products/" + number));
        withdrawn(officer, number);
        assertEquals(
                List.of(
                        "WITHDRAW_PRODUCT",
                        "READ_PRODUCT", // by the officer who withdrew it
                        "READ_PRODUCT",
                        "PUBLISH_PRODUCT",
                        "READ_PRODUCT", // by the officer who confirmed it
                        "SUBMIT_DRAFT",
                        "FILE_PRODUCT"),
                actions("AUD-UN", number));
        assertEquals(actions("AUD-UN", number), actions("AUD-JOINT", number));
        // a withdrawal concerns everybody who had it
        assertEquals(List.of("WITHDRAW_PRODUCT", "READ_PRODUCT"), actions("AUD-AU", number));
        assertEquals(List.of(), actions("AUD-EU", number));
        assertEquals(List.of(), actions("AUD-ECW", number));
    }

    @Test
    void pki09_theAuthorCannotConfirm() {
        String number = filed(analyst, report(SHARED, "own confirmation"));
        submitted(analyst, number);
        refused(403, "role-missing", Set.of("ORG-01"), () -> confirm(analyst, number));
        String officers = filed(officer, report(SHARED, "an officer's own"));
        submitted(officer, officers);
        refused(403, "separation-of-duties", Set.of("PKI-09"), () -> confirm(officer, officers));
        assertEquals(
                "SUBMITTED", expect(200, officer.get("/products/" + officers)).text("state"));
    }

    @Test
    void pki07_clandestineIsNoWayToAcquireAnythingAndTheWayIsForTheOriginatorsOwn() {
        Answer clandestine =
                analyst.post("/products", report(SHARED, "acquired").add("method", "CLANDESTINE"));
        refused(422, "invalid-filing", Set.of("PKI-07"), () -> clandestine);
        assertEquals(
                "method",
                clandestine.json().getJsonArray("objections").getJsonObject(0).getString("field"));
        String number = filed(analyst, report(SHARED, "acquired").add("method", "OBSERVATION"));
        assertEquals(
                "OBSERVATION", expect(200, analyst.get("/products/" + number)).text("method"));
        submitted(analyst, number);
        confirmed(officer, number);
        org.entente.running.Offices.handOver(officer, number);
        assertEquals(
                "OBSERVATION", expect(200, officer.get("/products/" + number)).text("method"));
        assertFalse(
                expect(200, User.in("LO-AU").get("/products/" + number)).json().containsKey("method"));
    }

    @Test
    void cls04_officersOfOtherOrganisationsHaveNoSay() {
        String number = filed(analyst, report(SHARED, "another's officer"));
        submitted(analyst, number);
        for (String other : List.of("CO-AU", "CO-ECW", "CO-EU")) {
            refused(404, "not-found", Set.of(), () -> confirm(User.in(other), number));
            refused(
                    404,
                    "not-found",
                    Set.of(),
                    () -> User.in(other).post("/products/" + number + "/return", because("no")));
            refused(
                    404,
                    "not-found",
                    Set.of(),
                    () -> User.in(other).post("/products/" + number + "/withdrawal", because("no")));
            refused(404, "not-found", Set.of(), () -> User.in(other).get("/products/" + number));
        }
        confirmed(officer, number);
    }

    @Test
    void cls05_aClassificationNeedsItsDamageAndTheUnclassifiedNone() {
        String number = filed(analyst, report(SHARED, "damage"));
        submitted(analyst, number);
        refused(
                422,
                "damage-missing",
                Set.of("CLS-05"),
                () -> officer.post("/products/" + number + "/publication", null));
        refused(
                422,
                "damage-missing",
                Set.of("CLS-05"),
                () -> officer.post(
                        "/products/" + number + "/publication",
                        Json.createObjectBuilder().add("damage", "PRIDE")));
        confirmed(officer, number);
        String open = filed(analyst, report("(UN-U)", "no damage"));
        submitted(analyst, open);
        expect(200, officer.post("/products/" + open + "/publication", null));
    }

    @Test
    void cls34_aWiderBannerIsRefused() {
        refusedFiling(
                "marking-too-wide",
                Set.of("CLS-34"),
                report(SHARED, "wider").add("marking", "UN CONFIDENTIAL//REL TO UN, AU, EU"));
        refusedFiling(
                "marking-too-wide", Set.of("CLS-34"), report(SHARED, "lower").add("marking", "UN UNCLASSIFIED"));
    }

    @Test
    void cls31_aHigherOrNarrowerBannerNeedsItsReason() {
        for (String narrower : List.of("UN STRICTLY CONFIDENTIAL//REL TO UN, AU", "UN CONFIDENTIAL")) {
            refusedFiling(
                    "compilation-reason-missing",
                    Set.of("CLS-31"),
                    report(SHARED, "narrower").add("marking", narrower));
            Answer kept = expect(
                    201,
                    analyst.post(
                            "/products",
                            report(SHARED, "narrower")
                                    .add("marking", narrower)
                                    .add("compilationReason", "together they show the pattern")));
            assertEquals(narrower, kept.text("marking"));
        }
    }

    @Test
    void cls44_aPortionIsNeverWiderThanItsSource() {
        String source = published(analyst, officer, report(SHARED, "a source"));
        refusedFiling("source", Set.of("CLS-44"), drawing("(UN-C//REL TO UN, AU, EU)", source));
        refusedFiling("source", Set.of("CLS-44"), drawing("(UN-C//REL TO UN, AU, EU)", source + "#1"));
        refusedFiling("source", Set.of("CLS-44"), drawing("(UN-U)", source));
        expect(201, analyst.post("/products", drawing(SHARED, source)));
        expect(201, analyst.post("/products", drawing("(UN-C)", source + "#1")));
    }

    @Test
    void cls43_aSourceThatIsHiddenIsAnsweredLikeOneThatIsNot() {
        Answer hidden = refusedFiling("source", Set.of("CLS-43"), drawing(SHARED, "P06"));
        Answer absent = refusedFiling("source", Set.of("CLS-43"), drawing(SHARED, "P66"));
        assertEquals(absent.body().replace("P66", "#"), hidden.body().replace("P06", "#"));
        // withheld portions of one's own organisation's product are no source either
        Answer withheld = expect(422, User.in("LO-AU").post("/products", drawing("(AU-C)", "P02#3")));
        Answer beyond = expect(422, User.in("LO-AU").post("/products", drawing("(AU-C)", "P02#9")));
        assertEquals(beyond.body().replace("P02#9", "#"), withheld.body().replace("P02#3", "#"));
    }

    @Test
    void cls08_aReaderIsShownNoSourceTheyMayNotKnowOf() {
        String source = published(analyst, officer, report("(UN-C)", "for the UN alone"));
        String number = published(analyst, officer, drawing("(UN-C)", source));
        assertTrue(
                expect(200, User.in("LO-UN").get("/products/" + number)).body().contains(source));
        String shared = filed(analyst, report(SHARED, "names no source"));
        assertFalse(expect(200, analyst.get("/products/" + shared)).body().contains(source));
    }

    @Test
    void pki02_aReportIsNotSubmittedUngraded() {
        for (String type : List.of("INTREP", "INCREP", "INTSUM")) {
            String number = filed(analyst, ungraded(type));
            refused(
                    422,
                    "incomplete",
                    Set.of("PKI-02"),
                    () -> analyst.post("/products/" + number + "/submission", null));
            JsonObject f6 = Json.createObjectBuilder(portion(SHARED, "graded"))
                    .add("reliability", "F")
                    .add("credibility", "6")
                    .build();
            expect(200, analyst.put("/products/" + number + "/draft", filing(type, "EXERCISE - graded", f6)));
            submitted(analyst, number);
        }
    }

    @Test
    void pki03_letterAndDigitAreBothThereAndEachOfItsKind() {
        for (String[] grade : new String[][] {{"G", "2"}, {"B", "7"}, {"B2", "2"}, {"b", "2"}, {"B", "0"}}) {
            JsonObject wrong = Json.createObjectBuilder(portion(SHARED, "wrong grade"))
                    .add("reliability", grade[0])
                    .add("credibility", grade[1])
                    .build();
            refusedFiling("invalid-filing", Set.of("PKI-03"), filing("INTREP", "EXERCISE", wrong));
        }
        JsonObject half = Json.createObjectBuilder()
                .add("marking", SHARED)
                .add("text", "half a grade")
                .add("reliability", "B")
                .build();
        refusedFiling("invalid-filing", Set.of("PKI-03"), filing("INTREP", "EXERCISE", half));
    }

    @Test
    void pki04_anEstimateStatesLikelihoodAndConfidenceApart() {
        for (String type : List.of("THREAT", "THEM")) {
            String number = filed(analyst, filing(type, "EXERCISE - estimate", portion(SHARED, "estimate")));
            refused(
                    422,
                    "incomplete",
                    Set.of("PKI-04"),
                    () -> analyst.post("/products/" + number + "/submission", null));
        }
        refusedFiling(
                "invalid-filing",
                Set.of("PKI-04"),
                report(SHARED, "words").add("likelihood", "PROBABLE").add("confidence", "SOME"));
    }

    @Test
    void cls51_nothingAboveTheAccreditationIsStored() {
        JsonObjectBuilder top = filing("SITREP", "EXERCISE - too high", portion("(TS-UE/EU-TS)", "EXERCISE."))
                .add("mission", "EUTM");
        for (String hat : List.of("LO-EU", "CO-EU")) {
            JsonObject filing = top.build();
            top = Json.createObjectBuilder(filing);
            refused(
                    422,
                    "level-above-accreditation",
                    Set.of("CLS-51"),
                    () -> User.in(hat).post("/products", Json.createObjectBuilder(filing)));
        }
        expect(
                201,
                User.in("CO-EU")
                        .post("/products", filing("SITREP", "EXERCISE - just", portion("(S-UE/EU-S)", "EXERCISE."))));
    }

    @Test
    void cls06_titlesAndTextsAreNeitherEmptyNorEndlessNorUnprintable() {
        for (String title : List.of("", "   ", "x".repeat(201), "a\u0000b", "a\u001bb")) {
            refusedFiling("invalid-filing", Set.of("CLS-06"), filing("SITREP", title, portion(SHARED, "text")));
        }
        for (String text : List.of("", " \n ", "x".repeat(100_001), "a\u0000b")) {
            refusedFiling("invalid-filing", Set.of("CLS-06"), filing("SITREP", "EXERCISE", portion(SHARED, text)));
        }
        refusedFiling("invalid-filing", Set.of("CLS-30"), filing("SITREP", "EXERCISE"));
        refusedFiling(
                "invalid-filing",
                Set.of("CLS-06"),
                report(SHARED, "endless reason").add("compilationReason", "y".repeat(70_000)));
        JsonObject citing = Json.createObjectBuilder(portion(SHARED, "endless citation"))
                .add("citations", Json.createArrayBuilder().add("y".repeat(70_000)))
                .build();
        refusedFiling("invalid-filing", Set.of("CLS-06", "CLS-43"), filing("SITREP", "EXERCISE", citing));
        expect(201, analyst.post("/products", filing("SITREP", "x".repeat(200), portion(SHARED, "longest title"))));
    }

    @Test
    void pki01_unknownTypesMissionsAndCodesAreNamedAllAtOnce() {
        refusedFiling("invalid-filing", Set.of("PKI-01"), filing("MEMO", "EXERCISE", portion(SHARED, "type")));
        refusedFiling("invalid-filing", Set.of("PKI-01"), filing("", "EXERCISE", portion(SHARED, "type")));
        refusedFiling(
                "invalid-filing",
                Set.of("UNKNOWN_CODE"),
                report(SHARED, "mission").add("mission", "ATLANTIS"));
        Answer all = refusedFiling(
                "invalid-filing",
                Set.of("PKI-01", "CLS-06", "UNKNOWN_CODE", "UNKNOWN_MARK"),
                filing("MEMO", "", portion("(XX-C)", "text")).add("mission", "ATLANTIS"));
        assertEquals(4, all.json().getJsonArray("objections").size());
    }

    @Test
    void cls33_aReleaseListThatIsWrongIsRefusedAndSaysWhere() {
        for (String wrong : List.of(
                "(UN-C//REL TO UN, XXX)",
                "(UN-C//REL TO UN, UN)",
                "(UN-C//REL TO AU)",
                "(UN-C//REL TO )",
                "(UN-C//REL TO UN AU)",
                "(UN-C//REL TO UN, AU//REL TO UN, EU)",
                "(UN-C//SECRET SAUCE)",
                "(UN-C//EYES ONLY NOBODY-I-KNOW)",
                "(UN-C",
                "UN-C)",
                "(AU-C//REL TO UN)",
                "(UN-C)(UN-U)",
                "")) {
            Map<String, Long> before = Tables.stored();
            Answer answer = analyst.post("/products", filing("SITREP", "EXERCISE", portion(wrong, "text")));
            assertEquals(422, answer.status(), wrong + answer);
            assertEquals("invalid-filing", answer.slug(), wrong);
            assertTrue(answer.body().contains("portions[0].marking"), answer.body());
            assertEquals(before, Tables.stored(), wrong);
        }
    }

    @Test
    void aStaleDraftIsRefusedAndTheNewestIsKept() {
        String number = filed(analyst, report(SHARED, "first version"));
        String draft = "/products/" + number + "/draft";
        Answer read = expect(200, analyst.get("/products/" + number));
        String shown = "\"" + read.text("seen") + "\"";
        assertEquals(shown, read.headers().firstValue("ETag").orElse(""));
        Answer second = expect(200, analyst.put(draft, report(SHARED, "second version"), "If-Match", "\"1\""));
        assertEquals(2, second.json().getInt("version"));
        refused(412, "stale-version", Set.of(), () -> analyst.put(draft, report(SHARED, "late"), "If-Match", "\"1\""));
        refused(
                409,
                "changed-meanwhile",
                Set.of("PKI-09"),
                () -> analyst.put(draft, report(SHARED, "late"), "If-Match", shown));
        refused(400, "malformed", Set.of("SYNTAX"), () -> analyst.put(draft, report(SHARED, "x"), "If-Match", "W/x"));
        assertTrue(expect(200, analyst.get("/products/" + number)).body().contains("second version"));
    }

    @Test
    void versionsAreImmutableAndTheirHashIsThatOfTheirContent() {
        Answer first = expect(201, analyst.post("/products", report(SHARED, "one")));
        String number = first.text("number");
        Answer second = expect(200, analyst.put("/products/" + number + "/draft", report(SHARED, "two")));
        Answer third = expect(200, analyst.put("/products/" + number + "/draft", report("(UN-C)", "two")));
        assertNotEquals(first.text("contentHash"), second.text("contentHash"));
        assertNotEquals(second.text("contentHash"), third.text("contentHash"));
        assertEquals(
                3,
                Tables.number(
                        "SELECT COUNT(DISTINCT content_hash) FROM product_version v JOIN product p ON p.id = v.product_id"
                                + " WHERE p.number = ?",
                        number));
        submitted(analyst, number);
        confirmed(officer, number);
        Answer read = expect(200, User.in("LO-UN").get("/products/" + number));
        assertEquals(third.text("contentHash"), read.text("contentHash"));
        assertEquals(3, read.json().getInt("version"));
        assertEquals(read.body(), User.in("LO-UN").get("/products/" + number).body());
        assertEquals(
                "EXERCISE. two",
                read.json().getJsonArray("portions").getJsonObject(0).getString("text"));
    }

    @Test
    void pki08_everyTransitionIsRefusedInEveryOtherState() {
        String draft = filed(analyst, report(SHARED, "a draft"));
        refused(404, "not-found", Set.of(), () -> confirm(officer, draft));
        refused(404, "not-found", Set.of(), () -> returned(officer, draft));
        String waiting = filed(analyst, report(SHARED, "waiting"));
        submitted(analyst, waiting);
        wrongState(() -> analyst.post("/products/" + waiting + "/submission", null));
        wrongState(() -> analyst.put("/products/" + waiting + "/draft", report(SHARED, "late")));
        String back = filed(analyst, report(SHARED, "returned"));
        submitted(analyst, back);
        expect(200, returned(officer, back));
        assertTrue(expect(200, analyst.get("/products/" + back)).body().contains("EXERCISE: not yet"));
        refused(404, "not-found", Set.of(), () -> officer.get("/products/" + back));
        String shared = published(analyst, officer, report(SHARED, "shared"));
        wrongState(() -> analyst.post("/products/" + shared + "/submission", null));
        wrongState(() -> analyst.put("/products/" + shared + "/draft", report(SHARED, "late")));
        wrongState(() -> confirm(officer, shared));
        wrongState(() -> returned(officer, shared));
        withdrawn(officer, shared);
        wrongState(() -> analyst.post("/products/" + shared + "/submission", null));
        wrongState(() -> analyst.put("/products/" + shared + "/draft", report(SHARED, "late")));
        wrongState(() -> confirm(officer, shared));
        wrongState(() -> returned(officer, shared));
        wrongState(() -> officer.post("/products/" + shared + "/withdrawal", because("again")));
    }

    @Test
    void pki08_aReturnOrAWithdrawalGivesItsReason() {
        String number = filed(analyst, report(SHARED, "reasons"));
        submitted(analyst, number);
        for (String step : List.of("return", "withdrawal")) {
            String path = "/products/" + number + "/" + step;
            refused(422, "reason-missing", Set.of("PKI-08"), () -> officer.post(path, because(" ")));
            refused(422, "reason-too-long", Set.of("PKI-08"), () -> officer.post(path, because("x".repeat(70_000))));
            refused(400, "malformed", Set.of("SYNTAX"), () -> officer.post(path, Json.createObjectBuilder()));
        }
    }

    @Test
    void withdrawalHidesTheProductFromPartners() {
        String word = word();
        String number = published(analyst, officer, report(SHARED, word));
        User partner = User.in("LO-AU");
        assertEquals(
                1,
                partner.get("/products?query=" + word)
                        .json()
                        .getJsonArray("items")
                        .size());
        refused(
                404,
                "not-found",
                Set.of(),
                () -> User.in("CO-AU").post("/products/" + number + "/withdrawal", because("x")));
        withdrawn(User.in("RA-UN"), number);
        refused(404, "not-found", Set.of(), () -> partner.get("/products/" + number));
        assertEquals(
                0,
                partner.get("/products?query=" + word)
                        .json()
                        .getJsonArray("items")
                        .size());
        assertEquals(
                0,
                User.in("LO-UN")
                        .get("/products?query=" + word)
                        .json()
                        .getJsonArray("items")
                        .size());
        assertEquals(
                "WITHDRAWN", expect(200, analyst.get("/products/" + number)).text("state"));
    }

    @Test
    void hnd07_whatIsLeftOfAHatOnlyReads() {
        User residual = User.in("AN-AU");
        assertEquals(200, residual.get("/products/P01").status());
        refused(
                403,
                "residual-read-only",
                Set.of("HND-07"),
                () -> residual.post("/products", report("(AU-C)", "after the transfer of authority")));
        // B5: and takes nothing away
        long copies = Tables.number("SELECT COUNT(*) FROM product_copy");
        for (String format : List.of("pdf", "html", "4774")) {
            Answer export = residual.get("/products/P01/document?format=" + format);
            assertEquals(403, export.status(), export.toString());
            assertEquals("residual-no-export", export.slug());
            assertEquals(List.of("HND-07"), export.reasons());
        }
        assertEquals(copies, Tables.number("SELECT COUNT(*) FROM product_copy"));
    }

    @Test
    void org01_rolesThatDoNotDraftCannotFile() {
        for (String hat : List.of("RA-UN", "HO-UN", "AUD-UN", "AUD-JOINT", "DIRECTOR")) {
            refused(
                    403,
                    "role-missing",
                    Set.of("ORG-01"),
                    () -> User.in(hat).post("/products", report("(UN-U)", "no")));
        }
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAndAnotherRequestWithItIsRefused() {
        String key = UUID.randomUUID().toString();
        Answer first = expect(201, analyst.post("/products", report(SHARED, "once"), "Idempotency-Key", key));
        Map<String, Long> before = Tables.stored();
        Answer again = expect(201, analyst.post("/products", report(SHARED, "once"), "Idempotency-Key", key));
        assertEquals(first.body(), again.body());
        assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
        assertEquals(before, Tables.stored());
        refused(
                422,
                "idempotency-key-reused",
                Set.of("IDEMPOTENCY"),
                () -> analyst.post("/products", report(SHARED, "another"), "Idempotency-Key", key));
        for (String bad : List.of("x".repeat(81), "a b")) {
            refused(
                    400,
                    "malformed",
                    Set.of("SYNTAX"),
                    () -> analyst.post("/products", report(SHARED, "bad key"), "Idempotency-Key", bad));
        }
        // a key is the hat's own
        Answer other = expect(201, User.in("LO-UN").post("/products", report(SHARED, "once"), "Idempotency-Key", key));
        assertNotEquals(first.text("number"), other.text("number"));
    }

    @Test
    void everyTransitionRepeatedWithItsKeyGivesItsFirstAnswer() {
        String number = filed(analyst, report(SHARED, "steps with keys"));
        String key = UUID.randomUUID().toString();
        Answer submitted = expect(200, keyed(analyst, number, "submission", key));
        assertEquals(submitted.body(), keyed(analyst, number, "submission", key).body());
        Answer shared = expect(200, keyed(officer, number, "publication", key));
        assertEquals(shared.body(), keyed(officer, number, "publication", key).body());
        String other = UUID.randomUUID().toString();
        Answer gone = expect(200, keyed(officer, number, "withdrawal", other));
        assertEquals(gone.body(), keyed(officer, number, "withdrawal", other).body());
    }

    @Test
    void requestsThatMeetWithOneKeyGiveOneProduct() {
        for (int round = 0; round < 3; round++) {
            String key = UUID.randomUUID().toString();
            String text = word();
            long before = Tables.number("SELECT COUNT(*) FROM product");
            List<CompletableFuture<Answer>> both = Stream.of(1, 2, 3, 4)
                    .map(i -> CompletableFuture.supplyAsync(
                            () -> analyst.post("/products", report(SHARED, text), "Idempotency-Key", key)))
                    .toList();
            Set<String> numbers = new TreeSet<>();
            for (CompletableFuture<Answer> one : both) {
                Answer answer = one.join();
                if (answer.status() == 201) {
                    numbers.add(answer.text("number"));
                } else {
                    assertEquals(409, answer.status(), answer.toString());
                    assertEquals("try-again", answer.slug());
                }
            }
            numbers.add(expect(201, analyst.post("/products", report(SHARED, text), "Idempotency-Key", key))
                    .text("number"));
            assertEquals(1, numbers.size(), numbers.toString());
            assertEquals(before + 1, Tables.number("SELECT COUNT(*) FROM product"));
        }
    }

    private static List<String> actions(String auditor, String number) {
        return User.in(auditor)
                .get("/audit/events?product=" + number)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(e -> e.getString("action"))
                .toList();
    }

    private static JsonObjectBuilder drawing(String marking, String source) {
        return filing(
                "SITREP",
                "EXERCISE - drawn",
                Json.createObjectBuilder(portion(marking, "EXERCISE. drawn"))
                        .add("sources", Json.createArrayBuilder().add(source))
                        .build());
    }

    private static JsonObjectBuilder ungraded(String type) {
        return filing(
                type,
                "EXERCISE - ungraded",
                Json.createObjectBuilder()
                        .add("marking", SHARED)
                        .add("text", "EXERCISE. ungraded")
                        .build());
    }

    private static Answer confirm(User officer, String number) {
        return officer.post("/products/" + number + "/publication", damage());
    }

    private static Answer returned(User officer, String number) {
        return officer.post("/products/" + number + "/return", because("EXERCISE: not yet"));
    }

    private static Answer keyed(User user, String number, String step, String key) {
        JsonObjectBuilder body = switch (step) {
            case "publication" -> damage();
            case "withdrawal" -> because("EXERCISE: over");
            default -> Json.createObjectBuilder();
        };
        return user.post("/products/" + number + "/" + step, body, "Idempotency-Key", key);
    }

    private void wrongState(Supplier<Answer> step) {
        refused(409, "wrong-state", Set.of("PKI-08"), step);
    }

    private Answer refusedFiling(String slug, Set<String> rules, JsonObjectBuilder filing) {
        return refused(422, slug, rules, () -> analyst.post("/products", filing));
    }

    /** What was asked is refused for these reasons, and nothing is stored of it. */
    private static Answer refused(int status, String slug, Set<String> rules, Supplier<Answer> request) {
        Map<String, Long> before = Tables.stored();
        Answer answer = request.get();
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug(), answer.toString());
        assertEquals(new TreeSet<>(rules), new TreeSet<>(answer.reasons()), answer.toString());
        assertEquals(before, Tables.stored());
        return answer;
    }
}
