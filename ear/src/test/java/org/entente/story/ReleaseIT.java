package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.refusal;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.state;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases through REST: who lets a product go, to whom, on what ground, and how it is called back. */
class ReleaseIT {
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    // ---- the ordinary way ----

    @Test
    void cls50_nobodyAbroadSeesAClassifiedProductBeforeBothRegistriesHaveEnteredIt() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - both books", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        assertEquals("CHECKED", state(officer, release));
        User reader = User.in("LO-AU");
        hidden(reader, product);
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        assertEquals("AUTHORISED", state(officer, release));
        hidden(reader, product);
        expect(200, step(registry("UN"), release, "registration", null));
        hidden(reader, product);
        assertEquals(List.of(), entries("AU", "IN", product));
        expect(200, step(registry("AU"), release, "receipt", null));
        assertEquals("DISSEMINATED", state(officer, release));
        assertEquals(200, reader.get("/products/" + product).status());
        JsonObject out = entries("UN", "OUT", product).getFirst();
        JsonObject in = entries("AU", "IN", product).getFirst();
        assertEquals("AU", out.getString("counterpart"));
        assertEquals("UN", in.getString("counterpart"));
        assertEquals(out.getInt("copy"), in.getInt("copy"));
        assertEquals(out.getString("classification"), in.getString("classification"));
        expect(200, step(reader, release, "acknowledgement", null));
        assertEquals("ACKNOWLEDGED", state(officer, release));
        assertEquals("LO-AU", entries("UN", "OUT", product).getFirst().getString("receiptBy"));
    }

    @Test
    void cls50_aBookHasNoGaps() {
        List<String> numbers = entries("UN", "OUT", null).stream()
                .map(e -> e.getString("number"))
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertEquals(String.format("UN-OUT-2013-%04d", i + 1), numbers.get(i));
        }
    }

    @Test
    void pki09_authorCheckerAndAuthorityAreThreePersonsAtThisLevel() {
        String product = confirmedProduct(filing("SITREP", "EXERCISE - three persons", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        // the plan lets a classification officer sign a SITREP, but not the one who checked it
        refused(403, "separation-of-duties", Set.of("PKI-09"), step(officer, release, "authorisation", approval()));
        expect(200, step(User.in("DUTY-UN"), release, "authorisation", approval()));
    }

    @Test
    void pki09_nobodyApprovesAReleaseThatTheyRequested() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - own request", portion("(UN-C)", "EXERCISE. x")));
        String release = requested(authority("UN"), product, "AU");
        refused(403, "separation-of-duties", Set.of("PKI-09"), () -> {
            expect(200, step(officer, release, "check", approval()));
            return step(authority("UN"), release, "authorisation", approval());
        });
        String officers = requested(officer, product, "ECOWAS");
        refused(403, "separation-of-duties", Set.of("PKI-09"), step(officer, officers, "check", approval()));
    }

    @Test
    void pki01_aSignatureOfALowerRoleThanThePlanAsksForIsRefused() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - lower role", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        refused(403, "role-missing", Set.of("PKI-01"), step(User.in("DUTY-UN"), release, "authorisation", approval()));
        assertEquals("CHECKED", state(officer, release));
    }

    @Test
    void pki01_whoMayNotSignMayNotRefuseEither() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - no veto", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        refused(
                403,
                "role-missing",
                Set.of("PKI-01", "PKI-09"),
                step(officer, release, "authorisation", refusal("EXERCISE: a veto that is not mine")));
        assertEquals("CHECKED", state(officer, release));
    }

    @Test
    void pki08_whatChangesAfterTheSignatureIsNotHandedOver() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - changed", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(
                200,
                officer.post(
                        "/products/" + product + "/label",
                        Json.createObjectBuilder()
                                .add("portions", Json.createArrayBuilder().add("(UN-C//ORCON//REL TO UN, AU)"))
                                .add("reason", "EXERCISE: it is theirs to control")));
        refused(409, "wrong-state", Set.of("PKI-08"), step(registry("UN"), release, "registration", null));
        hidden(User.in("LO-AU"), product);
        expect(200, step(authority("UN"), release, "recall", because("EXERCISE: ask again")));
        assertEquals("LABELLED", state(officer, requested(analyst, product, "AU")));
    }

    @Test
    void pki08_moreReadersTakeNothingFromThoseForWhomItIsSigned() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - two ways", portion(TO_AU, "EXERCISE. x")));
        String first = only(product);
        expect(200, step(authority("UN"), first, "authorisation", approval()));
        String wider = requested(analyst, product, "ECOWAS");
        expect(200, step(officer, wider, "check", approval()));
        expect(200, step(authority("UN"), wider, "authorisation", approval()));
        expect(200, step(registry("UN"), first, "registration", null));
        expect(200, step(registry("AU"), first, "receipt", null));
        assertEquals(200, User.in("LO-AU").get("/products/" + product).status());
    }

    @Test
    void cav10_whoHandsOnIsNotToldToWhomTheOriginatorGivesIt() {
        String product = handedToAuAndEcowas();
        String secret = requested(analyst, product, "EU");
        expect(200, step(officer, secret, "check", approval()));
        // the AU learns neither of the release to the EU nor of the one to ECOWAS by asking for one
        assertEquals(
                "LABELLED", expect(201, ask(User.in("LO-AU"), product, "EU")).text("state"));
        assertEquals(
                "LABELLED",
                expect(201, ask(User.in("LO-AU"), product, "ECOWAS")).text("state"));
        refused(409, "under-way", Set.of("PKI-08"), ask(User.in("LO-AU"), product, "ECOWAS"));
    }

    @Test
    void pki08_aRefusalNeedsAReasonAndEndsTheRelease() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - refused", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        JsonObjectBuilder silent = Json.createObjectBuilder().add("decision", "REFUSE");
        refused(422, "reason-missing", Set.of("PKI-08"), step(authority("UN"), release, "authorisation", silent));
        expect(200, step(authority("UN"), release, "authorisation", refusal("EXERCISE: not now")));
        Answer seen = expect(200, officer.get("/releases/" + release));
        assertEquals("REJECTED", seen.text("state"));
        assertEquals("EXERCISE: not now", seen.text("endedWhy"));
        hidden(User.in("LO-AU"), product);
    }

    @Test
    void pki08_sentBackItMayBeAskedForAgain() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - returned", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        JsonObjectBuilder back =
                Json.createObjectBuilder().add("decision", "RETURN").add("reason", "EXERCISE: say why");
        expect(200, step(authority("UN"), release, "authorisation", back));
        assertEquals("RETURNED", state(officer, release));
        assertEquals("LABELLED", state(officer, requested(analyst, product, "AU")));
    }

    @Test
    void pki08_aStepOutOfItsTurnIsAConflictAndARepetitionIsNone() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - turns", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        refused(409, "wrong-state", Set.of("PKI-08"), step(registry("UN"), release, "registration", null));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        Answer again = expect(200, step(authority("UN"), release, "authorisation", approval()));
        assertEquals("AUTHORISED", again.text("state"));
        refused(409, "wrong-state", Set.of("PKI-08"), step(authority("UN"), release, "authorisation", refusal("late")));
    }

    @Test
    void pki08_twoReleasesOfOneProductToOnePartnerAreOneTooMany() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - twice", portion(TO_AU, "EXERCISE. x")));
        refused(409, "under-way", Set.of("PKI-08"), ask(analyst, product, "AU"));
    }

    @Test
    void cls40_aReleaseBeyondTheLabelWidensItUnderTheOriginatorsSignature() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - wider", portion("(UN-C)", "EXERCISE. x")));
        String release = requested(analyst, product, "ECOWAS");
        expect(200, step(officer, release, "check", approval()));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        expect(200, step(registry("ECOWAS"), release, "receipt", null));
        Answer read = expect(200, User.in("LO-ECW").get("/products/" + product));
        assertEquals("UN CONFIDENTIAL//REL TO UN, ECOWAS", read.text("marking"));
        assertEquals(2, read.json().getInt("version"));
        expect(200, officer.get("/releases/" + release))
                .json()
                .getJsonArray("signatures")
                .getValuesAs(JsonObject.class)
                .forEach(s -> assertTrue(s.getBoolean("stands"), s.toString()));
        hidden(User.in("LO-AU"), product);
        JsonObject change = expect(200, officer.get("/products/" + product))
                .json()
                .getJsonArray("labelChanges")
                .getJsonObject(0);
        assertEquals("WIDENED", change.getString("kind"));
        assertEquals("UN CONFIDENTIAL", change.getString("oldMarking"));
        assertEquals("RA-UN", change.getString("by"));
    }

    @Test
    void cav08_aReleaseForATimeEndsByItself() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - a week", portion("(UN-C)", "EXERCISE. x")));
        String release = expect(
                        201,
                        analyst.post(
                                "/products/" + product + "/releases",
                                asking("AU").add("until", "2013-07-27T12:00:00Z")))
                .text("number");
        expect(200, step(officer, release, "check", approval()));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        expect(200, step(registry("AU"), release, "receipt", null));
        User.clock("2013-07-27T11:59:50Z");
        assertEquals(200, User.in("LO-AU").get("/products/" + product).status());
        User.clock("2013-07-27T12:00:00Z");
        hidden(User.in("LO-AU"), product);
    }

    // ---- MALI-13 ----

    @Test
    void p13_cav04_whereAnArrangementIsMissingTheOthersGoAndThisOneWaitsForOne() {
        User drafter = User.in("LO-EU");
        String product = filed(
                drafter,
                report("(R-UE/EU-R//REL TO EU, AU, ECOWAS, UN)", "training calendar")
                        .add("mission", "EUTM"));
        submitted(drafter, product);
        confirmed(User.in("CO-EU"), product);
        String ready = to(User.in("CO-EU"), product, "UN");
        String hindered = to(User.in("CO-EU"), product, "ECOWAS");
        assertNotEquals(ready, hindered);
        assertEquals(
                Set.of("CAV-04"),
                rules(expect(200, User.in("CO-EU").get("/releases/" + hindered))
                        .json()
                        .getJsonArray("objections")));
        expect(200, step(authority("EU"), ready, "authorisation", approval()));
        assertEquals("DISSEMINATED", state(User.in("CO-EU"), ready));
        assertEquals(200, User.in("LO-UN").get("/products/" + product).status());
        refused(422, "objections", Set.of("CAV-04"), step(authority("EU"), hindered, "authorisation", approval()));
        hidden(User.in("LO-ECW"), product);

        String arrangement = expect(
                        201,
                        authority("EU")
                                .post(
                                        "/arrangements",
                                        Json.createObjectBuilder()
                                                .add("receiver", "ECOWAS")
                                                .add("cap", "R-UE/EU-R")
                                                .add("basis", "EXERCISE: exchange of letters")))
                .text("number");
        refused(422, "objections", Set.of("CAV-04"), step(authority("EU"), hindered, "authorisation", approval()));
        expect(200, authority("ECOWAS").post("/arrangements/" + arrangement + "/agreement", null));
        expect(200, step(authority("EU"), hindered, "authorisation", approval()));
        // the only thing that is wanting now is the reader's briefing
        refused(403, "header-only", Set.of("BRIEFING"), User.in("LO-ECW").get("/products/" + product));
        expect(200, authority("EU").post("/arrangements/" + arrangement + "/suspension", because("EXERCISE: a leak")));
        hidden(User.in("LO-ECW"), product);
        expect(200, authority("EU").post("/arrangements/" + arrangement + "/resumption", because("EXERCISE: mended")));
        refused(403, "header-only", Set.of("BRIEFING"), User.in("LO-ECW").get("/products/" + product));
        expect(200, authority("ECOWAS").post("/arrangements/" + arrangement + "/end", because("EXERCISE: over")));
        hidden(User.in("LO-ECW"), product);
        refused(
                409,
                "wrong-state",
                Set.of("CAV-04"),
                authority("EU").post("/arrangements/" + arrangement + "/resumption", because("EXERCISE: no")));
    }

    @Test
    void cav05_theCapIsCheckedOnTheOriginatorsOwnLevel() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - cap", portion("(UN-SC)", "EXERCISE. x")));
        String release = requested(analyst, product, "AU");
        expect(200, step(officer, release, "check", approval()));
        refused(422, "objections", Set.of("CAV-05"), step(authority("UN"), release, "authorisation", approval()));
    }

    @Test
    void cav06_theHostStateIsExcludedWhateverElse() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - host", portion("(UN-C)", "EXERCISE. x")));
        String release = requested(analyst, product, "MLI");
        expect(200, step(officer, release, "check", approval()));
        Set<String> all =
                rules(expect(200, officer.get("/releases/" + release)).json().getJsonArray("objections"));
        assertEquals(Set.of("CAV-04", "CAV-06", "PKI-11"), all);
    }

    @Test
    void p02_cls41_cls42_anOriginatorThatRefusesOffersASanitisedVersionAndThatOneGoes() {
        User.clock("2013-06-25T08:00:00Z");
        User author = User.in("AN-AU");
        User abebe = User.in("CO-AU");
        String secret = word();
        String parent = filed(
                author,
                filing(
                                "INTREP",
                                "EXERCISE - arms cache",
                                portion("(AU-S//ORCON)", "EXERCISE. A cache lies near the well."),
                                portion("(AU-S//ORCON)", "EXERCISE. Two guards by night."),
                                portion("(AU-S//ORCON/SOURCE)", "EXERCISE. The report comes from " + secret + "."))
                        .add("mission", "AFISMA"));
        submitted(author, parent);
        confirmed(abebe, parent);
        assertEquals(List.of(), releases(abebe, parent));
        String whole = requested(author, parent, "UN");
        expect(200, step(abebe, whole, "check", approval()));
        Answer waiting = expect(200, abebe.get("/releases/" + whole));
        assertEquals("ORIGINATOR_CONSENT", waiting.text("state"));
        assertEquals(Set.of("CAV-05", "ORCON", "SOURCE"), rules(waiting.json().getJsonArray("objections")));
        JsonObject question = waiting.json().getJsonArray("consents").getJsonObject(0);
        assertEquals("AU", question.getString("giver"));
        assertEquals(List.of("1", "2", "3"), strings(question.getJsonArray("paragraphs")));
        hidden(User.in("LO-UN"), parent);
        expect(
                200,
                authority("AU")
                        .post(
                                "/consents/" + question.getString("number") + "/answer",
                                refusal("EXERCISE: the source would be known")
                                        .add(
                                                "alternative",
                                                Json.createArrayBuilder()
                                                        .add("1")
                                                        .add("2"))));
        assertEquals("REJECTED", state(abebe, whole));

        String sanitising = expect(
                        201,
                        author.post(
                                "/products/" + parent + "/releases",
                                asking("UN")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder()
                                                        .add("1")
                                                        .add("2"))))
                .text("number");
        String version = expect(200, author.get("/releases/" + sanitising)).text("product");
        assertEquals("DRAFT", state(author, sanitising));
        JsonObject one = portion("(AU-C//ORCON//REL TO AU, UN)", "EXERCISE. A cache lies near the well.");
        JsonObject two = portion("(AU-C//ORCON//REL TO AU, UN)", "EXERCISE. Two guards by night.");
        expect(
                200,
                author.put(
                        "/products/" + version + "/draft",
                        filing("INTREP", "EXERCISE - cache, from " + secret, one, two)
                                .add("mission", "AFISMA")));
        submitted(author, version);
        refused(
                422,
                "removed-text",
                Set.of("CLS-42"),
                abebe.post(
                        "/products/" + version + "/publication",
                        Json.createObjectBuilder().add("damage", "OPERATIONS")));
        expect(200, abebe.post("/products/" + version + "/return", because("EXERCISE: the title tells")));
        expect(
                200,
                author.put(
                        "/products/" + version + "/draft",
                        filing("INTREP", "EXERCISE - arms cache, sanitised", one, two)
                                .add("mission", "AFISMA")));
        submitted(author, version);
        refused(403, "role-missing", Set.of("ORG-01"), author.post("/products/" + version + "/publication", null));
        confirmed(abebe, version);
        JsonObject again = expect(200, abebe.get("/releases/" + sanitising))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0);
        expect(200, authority("AU").post("/consents/" + again.getString("number") + "/answer", approval()));
        expect(200, step(authority("AU"), sanitising, "authorisation", approval()));
        expect(200, step(registry("AU"), sanitising, "registration", null));
        expect(200, step(registry("UN"), sanitising, "receipt", null));
        Answer read = expect(200, User.in("LO-UN").get("/products/" + version));
        assertEquals("AU CONFIDENTIAL//ORCON//REL TO AU, UN", read.text("marking"));
        assertFalse(read.body().contains(secret));
        assertFalse(read.body().contains(parent), "the parent's number tells that there is a parent");
        assertTrue(expect(200, abebe.get("/products/" + version)).body().contains(parent));
        assertEquals(
                0,
                expect(200, User.in("LO-UN").get("/products/count?query=" + secret))
                        .json()
                        .getInt("count"));
    }

    @Test
    void p05_cav13_aGiverWhoIsSilentHasRefusedAndThePartsOfOthersDoNotGo() throws InterruptedException {
        JsonObject own = portion("(UN-C//REL TO UN, AU, ECOWAS, EU//NOT RELEASABLE TO MLI)", "EXERCISE. own words");
        String product = confirmedProduct(filing(
                        "THREAT",
                        "EXERCISE - airfields",
                        own,
                        portion("(FRA-CD//REL TO FRA, UN)", "EXERCISE. given by a third party"))
                .add("likelihood", "LIKELY")
                .add("confidence", "MODERATE"));
        String release = requested(analyst, product, "AU", "ECOWAS", "EU");
        expect(200, step(officer, release, "check", approval()));
        Answer waiting = expect(200, officer.get("/releases/" + release));
        assertEquals(3, waiting.json().getJsonArray("consents").size());
        waiting.json().getJsonArray("consents").getValuesAs(JsonObject.class).forEach(c -> {
            assertEquals("FRA", c.getString("giver"));
            assertEquals(List.of("2"), strings(c.getJsonArray("paragraphs")));
        });
        assertTrue(rules(waiting.json().getJsonArray("objections")).contains("CAV-13"));
        refused(409, "wrong-state", Set.of("PKI-08"), step(authority("UN"), release, "authorisation", approval()));
        User.clock("2013-07-27T12:00:01Z");
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (!state(officer, release).equals("REJECTED") && Instant.now().isBefore(limit)) {
            Thread.sleep(500);
        }
        assertEquals("REJECTED", state(officer, release));
        hidden(User.in("LO-EU"), product);

        String sanitising = expect(
                        201,
                        analyst.post(
                                "/products/" + product + "/releases",
                                asking("AU", "ECOWAS", "EU")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder().add("1"))))
                .text("number");
        String version = expect(200, analyst.get("/releases/" + sanitising)).text("product");
        submitted(analyst, version);
        confirmed(officer, version);
        expect(200, step(authority("UN"), sanitising, "authorisation", approval()));
        expect(200, step(registry("UN"), sanitising, "registration", null));
        for (String partner : List.of("AU", "ECOWAS", "EU")) {
            expect(200, step(registry(partner), sanitising, "receipt", null));
        }
        for (String reader : List.of("LO-AU", "LO-ECW", "LO-EU")) {
            assertEquals(
                    "UN CONFIDENTIAL//REL TO UN, AU, ECOWAS, EU//NOT RELEASABLE TO MLI",
                    expect(200, User.in(reader).get("/products/" + version)).text("marking"));
        }
    }

    @Test
    void cav13_aConsentInWritingIsEnteredWithItsPaperAndLapsesWhenItSays() {
        String product = confirmedProduct(filing(
                "INTREP",
                "EXERCISE - consented",
                portion("(UN-C//REL TO UN, AU)", "EXERCISE. own"),
                portion("(FRA-CD//REL TO FRA, UN, AU)", "EXERCISE. given")));
        String release = only(product);
        JsonObject question = expect(200, officer.get("/releases/" + release))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0);
        String path = "/consents/" + question.getString("number") + "/answer";
        assertTrue(expect(200, officer.get("/desk")).array().getValuesAs(JsonObject.class).stream()
                .anyMatch(m -> m.getString("number").equals(question.getString("number"))
                        && m.getString("kind").equals("WRITTEN_CONSENT")));
        refused(422, "reference-missing", Set.of("CAV-13"), authority("UN").post(path, approval()));
        refused(404, "not-found", Set.of(), authority("AU").post(path, approval()));
        // one enters the paper, and another signs on the strength of it
        expect(
                200,
                officer.post(
                        path,
                        approval()
                                .add("reference", "EXERCISE: note verbale 12")
                                .add("lapses", "2013-07-25T00:00:00Z")));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        expect(200, step(registry("AU"), release, "receipt", null));
        assertEquals(200, User.in("LO-AU").get("/products/" + product).status());
        User.clock("2013-07-24T23:59:55Z");
        assertEquals(200, User.in("LO-AU").get("/products/" + product).status());
        User.clock("2013-07-25T00:00:00Z");
        hidden(User.in("LO-AU"), product);
    }

    @Test
    void cls40_whatAnotherOrganisationControlsGoesOnwardOnlyWithItsConsent() {
        User author = User.in("LO-AU");
        String product = filed(author, report("(AU-C//ORCON//REL TO AU, UN)", "onward"));
        submitted(author, product);
        confirmed(User.in("CO-AU"), product);
        String first = only(User.in("CO-AU"), product);
        String orcon = expect(200, User.in("CO-AU").get("/releases/" + first))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("number");
        expect(200, authority("AU").post("/consents/" + orcon + "/answer", approval()));
        expect(200, step(authority("AU"), first, "authorisation", approval()));
        expect(200, step(registry("AU"), first, "registration", null));
        expect(200, step(registry("UN"), first, "receipt", null));

        String onward = requested(analyst, product, "ECOWAS");
        expect(200, step(officer, onward, "check", approval()));
        assertEquals("ORIGINATOR_CONSENT", state(officer, onward));
        refused(409, "wrong-state", Set.of("PKI-08"), step(authority("UN"), onward, "authorisation", approval()));
        hidden(User.in("LO-ECW"), product);
        refused(
                422,
                "reason-missing",
                Set.of("PKI-08"),
                step(
                        User.in("CO-AU"),
                        onward,
                        "consent",
                        Json.createObjectBuilder().add("decision", "REFUSE")));
        expect(200, step(User.in("CO-AU"), onward, "consent", approval()));
        expect(200, step(authority("UN"), onward, "authorisation", approval()));
        expect(200, step(registry("UN"), onward, "registration", null));
        expect(200, step(registry("ECOWAS"), onward, "receipt", null));
        assertEquals(
                "AU CONFIDENTIAL//ORCON//REL TO AU, ECOWAS, UN",
                expect(200, User.in("LO-ECW").get("/products/" + product)).text("marking"));
    }

    @Test
    void p09_pki15_aFlashGoesOnOneApprovalAndIsReviewedWithinADay() {
        String product = filed(
                analyst,
                filing(
                        "FLASH",
                        "EXERCISE - vehicle bomb",
                        portion("(UN-C//REL TO UN, AU, ECOWAS, EU//ACK REQUIRED)", "EXERCISE. gate three")));
        submitted(analyst, product);
        confirmed(officer, product);
        String release = only(product);
        Answer seen = expect(200, officer.get("/releases/" + release));
        assertEquals("REVIEW_DUE", seen.text("state"));
        assertEquals("FLASH", seen.text("kind"));
        Duration left = Duration.between(Instant.parse(Scenario.SETTLED), Instant.parse(seen.text("reviewDue")));
        assertTrue(left.minusDays(1).abs().toSeconds() < 60, left.toString());
        for (String reader : List.of("LO-AU", "LO-ECW", "LO-EU")) {
            assertEquals(428, User.in(reader).get("/products/" + product).status(), reader);
        }
        expect(200, step(authority("UN"), release, "review", approval()));
        assertEquals("DISSEMINATED", state(officer, release));
    }

    @Test
    void p09t_cls25_anUnclassifiedTearlineNeedsNoRelease() {
        String product = confirmedProduct(report("(UN-U)", "raise gate checks"));
        assertEquals(List.of(), releases(officer, product));
        assertEquals(200, User.in("LO-EU").get("/products/" + product).status());
    }

    // ---- recall, delegation, due diligence ----

    @Test
    void pki13_aRecallTakesItFromEveryRecipientAtOnceAndTheirRegistriesCertifyIt() {
        String product = handedToAuAndEcowas();
        String release = only(product);
        refused(
                403,
                "role-missing",
                Set.of("ORG-01"),
                step(analyst, release, "recall", because("EXERCISE: not mine to do")));
        refused(422, "reason-missing", Set.of("PKI-08"), step(authority("UN"), release, "recall", because(" ")));
        expect(200, step(authority("UN"), release, "recall", because("EXERCISE: wrong place")));
        for (String reader : List.of("LO-AU", "LO-ECW")) {
            hidden(User.in(reader), product);
        }
        assertEquals("WITHDRAWN", state(officer, release));
        refused(422, "reason-missing", Set.of("PKI-08"), step(registry("AU"), release, "disposal", because("")));
        expect(200, step(registry("AU"), release, "disposal", because("EXERCISE: shredded before two witnesses")));
        assertTrue(
                entries("AU", "IN", product).getFirst().getString("certificate").contains("two witnesses"));
        assertFalse(entries("UN", "OUT", product).getLast().containsKey("certificate"));
    }

    @Test
    void pki10_aDelegateSignsUpToTheCeilingAndNotBeyond() {
        // on a day of its own: the clock goes back, and what was delegated for a second would be in force again
        User.clock("2013-07-21T12:00:00Z");
        User lindgren = authority("UN");
        User costa = User.in("DUTY-UN");
        refused(422, "invalid-delegation", Set.of("PKI-10"), delegate(lindgren, "DUTY-UN", "UN-SC"));
        refused(422, "invalid-delegation", Set.of("ORG-01"), delegate(lindgren, "CO-AU", "UN-C"));
        String low = expect(
                        201,
                        lindgren.post(
                                "/delegations",
                                Json.createObjectBuilder()
                                        .add("to", "DUTY-UN")
                                        .add("ceiling", "UN-U")
                                        .add("types", Json.createArrayBuilder().add("INTREP"))))
                .text("number");
        String product = confirmedProduct(filing("INTREP", "EXERCISE - delegated", portion(TO_AU, "EXERCISE. x")));
        String release = only(product);
        refused(422, "objections", Set.of("PKI-10"), step(costa, release, "authorisation", approval()));
        assertEquals("CHECKED", state(officer, release));
        expect(204, lindgren.post("/delegations/" + low + "/revocation", because("EXERCISE: too low")));
        refused(403, "role-missing", Set.of("PKI-01"), step(costa, release, "authorisation", approval()));
        String given = expect(201, delegate(lindgren, "DUTY-UN", "UN-C")).text("number");
        Answer signed = expect(200, step(costa, release, "authorisation", approval()));
        assertTrue(signed.body().contains(given));
        expect(204, lindgren.post("/delegations/" + given + "/revocation", because("EXERCISE: over")));
        String next = only(
                confirmedProduct(filing("INTREP", "EXERCISE - no longer delegated", portion(TO_AU, "EXERCISE. x"))));
        refused(403, "role-missing", Set.of("PKI-01"), step(costa, next, "authorisation", approval()));
    }

    @Test
    void pki11_aFlaggedForceLosesWhatItHasAtOnceAndHighRiskNeedsMitigation() {
        String product = handedToAuAndEcowas();
        User ndiaye = User.in("HRO-UN");
        expect(200, ndiaye.post("/forces/AFISMA-TROOPS/flags", because("EXERCISE: grave violations reported")));
        try {
            hidden(User.in("LO-AU"), product);
            assertEquals(200, User.in("LO-ECW").get("/products/" + product).status());
            String later = confirmedProduct(filing("INTREP", "EXERCISE - flagged", portion(TO_AU, "EXERCISE. x")));
            String release = only(later);
            assertEquals("RISK_REVIEW", state(officer, release));
            refused(409, "wrong-state", Set.of("PKI-08"), step(authority("UN"), release, "authorisation", approval()));
            refused(422, "objections", Set.of("PKI-11"), step(ndiaye, release, "risk", approval()));
            expect(200, review(ndiaye, "HIGH", null));
            refused(422, "objections", Set.of("PKI-11"), step(ndiaye, release, "risk", approval()));
            expect(200, review(ndiaye, "HIGH", "EXERCISE: embedded monitors"));
            expect(200, step(ndiaye, release, "risk", approval()));
            assertEquals("CHECKED", state(officer, release));
            expect(200, step(authority("UN"), release, "authorisation", approval()));
        } finally {
            expect(200, review(ndiaye, "MEDIUM", "EXERCISE: joint monitoring"));
            org.entente.running.Tables.unbarred();
            org.entente.running.Tables.restoreExercise();
        }
    }

    @Test
    void cls43_aDerivativeAsksTheOriginatorOfEverySourceUnderItsControl() {
        User author = User.in("LO-AU");
        String source = filed(author, report("(AU-C//ORCON//REL TO AU, UN)", "source of another"));
        submitted(author, source);
        confirmed(User.in("CO-AU"), source);
        String first = only(User.in("CO-AU"), source);
        expect(200, step(User.in("RA-AU"), first, "consent", approval()));
        expect(200, step(authority("AU"), first, "authorisation", approval()));
        expect(200, step(registry("AU"), first, "registration", null));
        expect(200, step(registry("UN"), first, "receipt", null));
        JsonObject own = portion("(UN-C//REL TO UN, ECOWAS)", "EXERCISE. our own");
        JsonObject drawn = Json.createObjectBuilder(
                        portion("(UN-C//CONTAINS AU INFORMATION//ORCON)", "EXERCISE. drawn from theirs"))
                .add("sources", Json.createArrayBuilder().add(source))
                .build();
        String derived = confirmedProduct(filing("INTREP", "EXERCISE - derived", own, drawn));
        String release = requested(analyst, derived, "ECOWAS");
        expect(200, step(officer, release, "check", approval()));
        List<JsonObject> asked = expect(200, officer.get("/releases/" + release))
                .json()
                .getJsonArray("consents")
                .getValuesAs(JsonObject.class);
        assertEquals(
                List.of("AU [2]", "UN [2]"),
                asked.stream()
                        .map(c -> c.getString("giver") + " " + strings(c.getJsonArray("paragraphs")))
                        .toList());
        expect(200, step(authority("UN"), release, "consent", approval()));
        assertEquals("ORIGINATOR_CONSENT", state(officer, release));
        refused(409, "wrong-state", Set.of("PKI-08"), step(authority("UN"), release, "authorisation", approval()));
    }

    @Test
    void cls49_nobodyElseMakesASanitisedVersionOfWhatAnotherOrganisationReleased() {
        String product = handedToAuAndEcowas();
        refused(
                403,
                "not-the-originator",
                Set.of("CLS-49"),
                User.in("LO-AU")
                        .post(
                                "/products/" + product + "/releases",
                                asking("EU")
                                        .add(
                                                "sanitised",
                                                Json.createArrayBuilder().add("1"))));
    }

    @Test
    void cav14_whatIdentifiesASourceOpensForAStatedPurposeAndTheRecordKeepsIt() {
        User handler = User.in("CO-AU");
        Answer closed = expect(200, handler.get("/products/P02"));
        assertEquals(List.of("3"), strings(closed.json().getJsonArray("withheld")));
        assertEquals(List.of("3"), strings(closed.json().getJsonArray("awaitingPurpose")));
        refused(400, "malformed", Set.of("CAV-14"), handler.get("/products/P02?purpose=CURIOSITY"));
        Answer open = expect(200, handler.get("/products/P02?purpose=INVESTIGATION"));
        assertEquals(List.of(), strings(open.json().getJsonArray("withheld")));
        assertEquals(
                "INVESTIGATION",
                expect(200, User.in("AUD-AU").get("/audit/events?action=READ_PRODUCT&product=P02&limit=1"))
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("purpose"));
        // who may not see it anyway is not told that a purpose would help
        User.clock("2013-06-25T08:00:00Z");
        Answer analyst = expect(200, User.in("AN-AU").get("/products/P02?purpose=INVESTIGATION"));
        assertEquals(List.of("3"), strings(analyst.json().getJsonArray("withheld")));
        assertEquals(List.of(), strings(analyst.json().getJsonArray("awaitingPurpose")));
    }

    // ---- who may know ----

    @Test
    void cav10_aReleaseIsHiddenFromEverybodyWhomItDoesNotConcernAndARecipientSeesNoOther() {
        String product = handedToAuAndEcowas();
        String release = only(product);
        Answer absent = User.in("RA-EU").get("/releases/REL-00000000");
        Answer hidden = User.in("RA-EU").get("/releases/" + release);
        assertEquals(404, hidden.status());
        assertEquals(absent.body().replace("REL-00000000", release), hidden.body());
        Answer abroad = expect(200, registry("AU").get("/releases/" + release));
        assertFalse(abroad.body().contains("ECOWAS\",\"copy"), abroad.body());
        assertEquals(1, abroad.json().getJsonArray("recipients").size());
        assertFalse(abroad.body().contains("lindgren"));
        assertFalse(abroad.body().contains("RA-UN"));
        Answer list = expect(200, registry("AU").get("/releases?product=" + product));
        assertEquals(List.of("AU"), strings(list.array().getJsonObject(0).getJsonArray("recipients")));
    }

    @Test
    void pki08_badRequestsAreRefusedWithEveryObjectionAtOnce() {
        String product = confirmedProduct(filing("INTREP", "EXERCISE - bad", portion("(UN-C)", "EXERCISE. x")));
        JsonObjectBuilder bad = Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add("ATLANTIS").add("UN"))
                .add("purpose", "  ")
                .add("until", "2013-07-01T00:00:00Z");
        refused(
                422,
                "invalid-release",
                Set.of("UNKNOWN_CODE", "PKI-08", "CAV-08"),
                analyst.post("/products/" + product + "/releases", bad));
        refused(
                400,
                "malformed",
                Set.of("SYNTAX"),
                analyst.post(
                        "/products/" + product + "/releases",
                        Json.createObjectBuilder().add("purpose", "x")));
        refused(404, "not-found", Set.of(), ask(User.in("LO-AU"), product, "ECOWAS"));
        refused(404, "not-found", Set.of(), step(officer, "REL-00000000", "check", approval()));
        String release = requested(analyst, product, "AU");
        refused(404, "not-found", Set.of(), step(officer, release, "blessing", approval()));
        refused(
                400,
                "malformed",
                Set.of("SYNTAX"),
                step(officer, release, "check", Json.createObjectBuilder().add("decision", "MAYBE")));
    }

    // ---- words of these stories ----

    private String confirmedProduct(JsonObjectBuilder filing) {
        String product = filed(analyst, filing);
        submitted(analyst, product);
        confirmed(officer, product);
        return product;
    }

    private String handedToAuAndEcowas() {
        String product = confirmedProduct(
                filing("INTREP", "EXERCISE - handed", portion("(UN-C//REL TO UN, AU, ECOWAS)", "EXERCISE. x")));
        String release = only(product);
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        expect(200, step(registry("UN"), release, "registration", null));
        expect(200, step(registry("AU"), release, "receipt", null));
        expect(200, step(registry("ECOWAS"), release, "receipt", null));
        assertEquals(200, User.in("LO-AU").get("/products/" + product).status());
        return product;
    }

    private String only(String product) {
        return only(officer, product);
    }

    private static String only(User insider, String product) {
        List<JsonObject> all = releases(insider, product);
        assertEquals(1, all.size(), all.toString());
        return all.getFirst().getString("number");
    }

    private static String to(User insider, String product, String recipient) {
        return releases(insider, product).stream()
                .filter(r -> strings(r.getJsonArray("recipients")).contains(recipient))
                .findFirst()
                .orElseThrow()
                .getString("number");
    }

    private static JsonObjectBuilder asking(String... recipients) {
        return Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder(List.of(recipients)))
                .add("purpose", "EXERCISE: force protection");
    }

    private static Answer ask(User user, String product, String... recipients) {
        return user.post("/products/" + product + "/releases", asking(recipients));
    }

    private static String requested(User user, String product, String... recipients) {
        return expect(201, ask(user, product, recipients)).text("number");
    }

    private static Answer delegate(User from, String to, String ceiling) {
        return from.post(
                "/delegations", Json.createObjectBuilder().add("to", to).add("ceiling", ceiling));
    }

    private static Answer review(User officer, String risk, @org.jspecify.annotations.Nullable String mitigation) {
        JsonObjectBuilder review = Json.createObjectBuilder().add("risk", risk).add("from", "2013-01-01T00:00:00Z");
        if (mitigation != null) {
            review.add("mitigation", mitigation);
        }
        return officer.post("/forces/AFISMA-TROOPS/reviews", review);
    }

    private static List<JsonObject> entries(
            String registry, String direction, @org.jspecify.annotations.Nullable String product) {
        return expect(
                        200,
                        registry(registry)
                                .get("/register?direction=" + direction
                                        + "&from=2013-01-01T00:00:00Z&to=2014-01-01T00:00:00Z"))
                .array()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(e -> product == null || e.getString("reference").equals(product))
                .toList();
    }

    private static void hidden(User reader, String product) {
        refused(404, "not-found", Set.of(), reader.get("/products/" + product));
    }

    private static Set<String> rules(JsonArray objections) {
        Set<String> rules = new TreeSet<>();
        objections.getValuesAs(JsonObject.class).forEach(o -> rules.add(o.getString("rule")));
        return rules;
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static void refused(
            int status, String slug, Set<String> rules, java.util.function.Supplier<Answer> request) {
        refused(status, slug, rules, request.get());
    }

    private static void refused(int status, String slug, Set<String> rules, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug());
        assertEquals(rules, new TreeSet<>(answer.reasons()));
    }
}
