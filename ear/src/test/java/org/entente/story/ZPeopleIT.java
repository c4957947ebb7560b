package org.entente.story;

import static org.entente.running.Appointing.administrator;
import static org.entente.running.Appointing.briefed;
import static org.entente.running.Appointing.cleared;
import static org.entente.running.Appointing.confirm;
import static org.entente.running.Appointing.hat;
import static org.entente.running.Appointing.proposed;
import static org.entente.running.Appointing.securityOfficer;
import static org.entente.running.Offices.authority;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Answer;
import org.entente.running.Handover;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gives whom which right (faults A1 to A3, A6): proposed by one, confirmed by another, about a third, and bound to what was shown. */
class ZPeopleIT {
    private final User admin = administrator("UN");
    private final User security = securityOfficer("UN");
    private final List<String> given = new ArrayList<>();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void org01_aHatIsProposedConfirmedAndWornFromTheNextRequestOn() {
        String id = fresh("AN-UN");
        String act = proposed(admin, "/people/appointments", hat(id, "reis", "MINUSMA", "ANALYST"));
        assertEquals(
                "hat-not-yours", User.named("reis").wearing(id).get("/products").slug());
        assertTrue(desk(security).contains(act));
        JsonObject seen = expect(200, security.get("/people/acts/" + act)).json();
        assertEquals("PROPOSED", seen.getString("state"));
        assertTrue(seen.getBoolean("mine"));
        JsonObject done = expect(200, confirm(security, act)).json();
        assertEquals("CONFIRMED", done.getString("state"));
        assertFalse(desk(security).contains(act));
        expect(200, User.named("reis").wearing(id).get("/products"));
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'CONFIRM_PEOPLE_ACT' AND outcome = 'PERMIT'"
                                + " AND object = ? AND person = 'petrov' AND detail LIKE ? AND detail LIKE ?",
                        act,
                        "%" + seen.getString("digest") + "%",
                        "%HAT_BEGUN%" + id + "%"));
        // what takes away happens at once, with a second factor
        assertEquals(
                "second-factor-required",
                admin.post("/hats/" + id + "/ending", because("EXERCISE")).slug());
        expect(204, admin.proved().post("/hats/" + id + "/ending", because("EXERCISE: over")));
        assertEquals(
                "hat-not-live", User.named("reis").wearing(id).get("/products").slug());
    }

    @Test
    void org02_whoProposesWhoConfirmsAndWhomItIsAboutAreThreePersons() {
        String id = fresh("AN-UN");
        // nobody for oneself
        assertEquals(
                "separation-of-duties",
                admin.post("/people/appointments", hat(id, "sato", "MINUSMA", "ANALYST"))
                        .slug());
        String act = proposed(admin, "/people/appointments", hat(id, "petrov", "MINUSMA", "ANALYST"));
        // the bearer is the only security officer: it is not theirs to confirm, nor the proposer's, nor anybody else's
        assertEquals("separation-of-duties", confirm(security, act).slug());
        assertEquals("separation-of-duties", confirm(admin, act).slug());
        assertEquals("not-your-step", confirm(authority("UN"), act).slug());
        assertEquals(
                404, securityOfficer("AU").proved().get("/people/acts/" + act).status());
        expect(200, admin.post("/people/acts/" + act + "/withdrawal", null));
        assertEquals("wrong-state", confirm(security, act, "x".repeat(64)).slug());
    }

    @Test
    void org02_aConfirmationNamesWhatWasShown() {
        String act = proposed(admin, "/people/appointments", hat(fresh("AN-UN"), "reis", "MINUSMA", "ANALYST"));
        String digest = expect(200, security.get("/people/acts/" + act)).text("digest");
        assertEquals(
                "second-factor-required",
                security.post(
                                "/people/acts/" + act + "/confirmation",
                                Json.createObjectBuilder().add("digest", digest))
                        .slug());
        Answer other = confirm(security, act, digest.replace(digest.charAt(0), digest.charAt(0) == '0' ? '1' : '0'));
        assertEquals(409, other.status());
        assertEquals("changed-meanwhile", other.slug());
        assertEquals(
                400,
                security.proved()
                        .post("/people/acts/" + act + "/confirmation", Json.createObjectBuilder())
                        .status());
        expect(200, security.post("/people/acts/" + act + "/refusal", because("EXERCISE: not vetted")));
        assertEquals("wrong-state", confirm(security, act, digest).slug());
    }

    @Test
    void org02_noPathGivesWhatServesAllNorTwoDutiesToOnePerson() {
        for (String role : List.of("JOINT_AUDITOR", "PLATFORM_ADMIN", "EXERCISE_DIRECTOR", "REQUEST_BROKER")) {
            refused("ORG-02", hat(fresh("X"), "reis", "MINUSMA", role));
        }
        refused("ORG-02", hat(fresh("X"), "haddad", "MINUSMA", "RELEASE_AUTHORITY"));
        refused("ORG-02", hat(fresh("X"), "reis", "MINUSMA", "AUDITOR", "ORG_ADMIN"));
        refused("ORG-01", hat("AN-UN", "reis", "MINUSMA", "ANALYST"));
        refused("ORG-01", hat("an un", "reis", "MINUSMA", "ANALYST"));
        refused("ORG-01", hat(fresh("X"), "reis", "MINUSMA"));
        refused("UNKNOWN_CODE", hat(fresh("X"), "reis", "NOWHERE", "ANALYST"));
        // whom the organisation has not entered is nobody, be they known elsewhere or not
        Answer foreign = refused("ORG-01", hat("FOREIGN-1", "vermeer", "MINUSMA", "ANALYST"));
        Answer absent = refused("ORG-01", hat("FOREIGN-1", "nemo", "MINUSMA", "ANALYST"));
        assertEquals(absent.body().replace("nemo", "#"), foreign.body().replace("vermeer", "#"));
    }

    @Test
    void cav07_anOrganisationFillsItsOwnPostsOnly() {
        for (String post : List.of("SRSG", "AU-PSOD-HEAD", "EUTM-COM", "AU-NEW", "srsg")) {
            refused(
                    "CAV-07",
                    hat(fresh("X"), "reis", "MINUSMA", "ANALYST")
                            .add("posts", Json.createArrayBuilder().add(post)));
        }
        String act = proposed(
                admin,
                "/people/appointments",
                hat(fresh("AN-UN"), "reis", "MINUSMA", "ANALYST")
                        .add("posts", Json.createArrayBuilder().add("UN-WATCH-CHIEF")));
        expect(200, admin.post("/people/acts/" + act + "/withdrawal", null));
    }

    @Test
    void org02_anAuditorsHatIsTheHeadsToConfirm() {
        String act = proposed(
                admin,
                "/people/appointments",
                hat(fresh("AUD-UN"), "solberg", "MINUSMA", "AUDITOR")
                        .add("from", "2019-01-01T00:00:00Z")
                        .add("to", "2019-01-02T00:00:00Z"));
        assertEquals("not-your-step", confirm(security, act).slug());
        expect(200, confirm(authority("UN"), act));
    }

    @Test
    void cls15_aClearanceIsVettedInTheOrganisationsOwnScheme() {
        String id = appointed("reis", "ANALYST");
        User reader = User.named("reis").wearing(id);
        assertEquals(
                "role-missing",
                admin.post("/hats/" + id + "/clearances", cleared("UN-C")).slug());
        for (String level : List.of("AU-S", "S-UE/EU-S", "UN-X")) {
            Answer answer = security.post("/hats/" + id + "/clearances", cleared(level));
            assertEquals(422, answer.status());
            assertEquals(List.of("CLS-15"), answer.reasons());
        }
        assertEquals(
                "CLEARANCE", expect(403, reader.get("/products/P09")).reasons().getFirst());
        String act = proposed(security, "/hats/" + id + "/clearances", cleared("UN-C"));
        assertEquals(403, reader.get("/products/P09").status());
        assertEquals("separation-of-duties", confirm(security, act).slug());
        expect(200, confirm(admin, act));
        assertNotEquals(403, reader.get("/products/P09").status());
        expect(204, security.proved().post("/hats/" + id + "/clearances/withdrawal", because("EXERCISE: withdrawn")));
        assertEquals(403, reader.get("/products/P09").status());
        // of another organisation's hats none is there
        Answer foreign = security.post("/hats/AN-AU/clearances", cleared("UN-C"));
        Answer absent = security.post("/hats/AN-XX/clearances", cleared("UN-C"));
        assertEquals(404, foreign.status());
        assertEquals(absent.body().replace("AN-XX", "#"), foreign.body().replace("AN-AU", "#"));
    }

    @Test
    void cls16_aBriefingOpensForTwelveMonthsAndNotLonger() {
        String id = appointed("reis", "ANALYST");
        User reader = User.named("reis").wearing(id);
        expect(200, confirm(admin, proposed(security, "/hats/" + id + "/clearances", cleared("UN-C"))));
        assertEquals(
                "BRIEFING", expect(403, reader.get("/products/P07")).reasons().getFirst());
        expect(200, confirm(admin, proposed(security, "/hats/" + id + "/briefings", briefed("EU"))));
        expect(200, reader.get("/products/P07"));
        User.clock("2014-07-20T11:00:00Z");
        expect(200, reader.get("/products/P07"));
        User.clock("2014-07-20T13:30:00Z");
        assertEquals(
                "BRIEFING", expect(403, reader.get("/products/P07")).reasons().getFirst());
        User.clock(Scenario.SETTLED);
        assertEquals(
                422, security.post("/hats/" + id + "/briefings", briefed("XX")).status());
    }

    @Test
    void org01_aSuspensionIsLiftedByTwoOthersThanWhoSuspended() {
        String id = appointed("reis", "ANALYST");
        User worn = User.named("reis").wearing(id);
        assertEquals(
                "second-factor-required",
                security.post("/hats/" + id + "/suspension", because("EXERCISE"))
                        .slug());
        expect(204, security.proved().post("/hats/" + id + "/suspension", because("EXERCISE: badge lost")));
        assertEquals("hat-not-yours", worn.get("/products").slug());
        assertEquals(
                409,
                security.proved()
                        .post("/hats/" + id + "/suspension", because("EXERCISE: again"))
                        .status());
        assertEquals(
                "separation-of-duties",
                security.post("/hats/" + id + "/suspension/lifting", because("EXERCISE: found"))
                        .slug());
        String act = proposed(admin, "/hats/" + id + "/suspension/lifting", because("EXERCISE: found"));
        assertEquals("not-your-step", confirm(security, act).slug());
        expect(200, confirm(authority("UN"), act));
        expect(200, worn.get("/products"));
        assertEquals(
                422,
                admin.post("/hats/" + id + "/suspension/lifting", because("EXERCISE: again"))
                        .status());
    }

    /** One office alone locks nobody out: those who answer for people are suspended by two of them, and ended by none. */
    @Test
    void org02_oneOfficeAloneDoesNotTakeAnotherAway() {
        for (String office : List.of("SO-UN", "RA-UN")) {
            assertEquals(
                    "separation-of-duties",
                    admin.proved()
                            .post("/hats/" + office + "/ending", because("EXERCISE"))
                            .slug());
        }
        String act = proposed(admin.proved(), "/hats/SO-UN/suspension", because("EXERCISE: under inquiry"));
        expect(200, security.get("/people"));
        assertEquals("separation-of-duties", confirm(admin, act).slug());
        assertEquals("separation-of-duties", confirm(security, act).slug());
        try {
            expect(200, confirm(authority("UN"), act));
            assertEquals("hat-not-yours", security.get("/people").slug());
            // and whoever proposed it then proposes its end, which the other confirms
            String lifting = proposed(admin, "/hats/SO-UN/suspension/lifting", because("EXERCISE: cleared"));
            expect(200, confirm(authority("UN"), lifting));
            expect(200, security.get("/people"));
        } finally {
            Tables.restoreHat("SO-UN");
        }
    }

    /** What somebody proposed who may not any more is not confirmed. */
    @Test
    void org02_theProposalOfASuspendedOfficerIsNotConfirmed() {
        String act = proposed(
                administrator("EU"), "/people/appointments", hat(fresh("AN-EU"), "vermeer", "EUTM", "ANALYST"));
        try {
            String suspension = proposed(
                    securityOfficer("EU").proved(), "/hats/OA-EU/suspension", because("EXERCISE: under inquiry"));
            expect(200, confirm(authority("EU"), suspension));
            assertEquals("wrong-state", confirm(securityOfficer("EU"), act).slug());
        } finally {
            Tables.restoreHat("OA-EU");
        }
    }

    @Test
    void badInputIsNamedByFieldAndRule() {
        JsonObjectBuilder nothing = hat(fresh("X"), "reis", "MINUSMA")
                .add("roles", Json.createArrayBuilder().addNull());
        Answer answer = admin.post("/people/appointments", nothing);
        assertEquals(400, answer.status(), answer.toString());
        assertTrue(answer.body().contains("roles[0]"), answer.toString());
        assertEquals(
                422,
                admin.post("/people/appointments", hat("\uD83D\uDE80", "reis", "MINUSMA", "ANALYST"))
                        .status());
        for (String path :
                List.of("/people/acts/%F0%9F%9A%80", "/people/acts?after=%F0%9F%9A%80", "/releases/%F0%9F%9A%80")) {
            int status = User.in("RA-UN").get(path).status();
            assertTrue(status >= 400 && status < 500, path + " " + status);
        }
    }

    @Test
    void org02_whoIsWatchedDoesNotTakeTheWatchAway() {
        for (String auditor : List.of("AUD-UN", "AUD-JOINT")) {
            for (User office : List.of(admin, security)) {
                Answer answer =
                        office.proved().post("/hats/" + auditor + "/suspension", because("EXERCISE: in the way"));
                assertEquals("separation-of-duties", answer.slug(), answer.toString());
            }
            assertEquals(
                    "separation-of-duties",
                    admin.proved()
                            .post("/hats/" + auditor + "/ending", because("EXERCISE: in the way"))
                            .slug());
        }
        // another organisation's security officer proposes, the auditor's own head confirms
        assertEquals(
                404,
                security.post("/hats/AUD-UN/auditor-suspension", because("EXERCISE"))
                        .status());
        assertEquals(
                404,
                securityOfficer("EU")
                        .post("/hats/AN-UN/auditor-suspension", because("EXERCISE"))
                        .status());
        String act = proposed(
                securityOfficer("EU"), "/hats/AUD-UN/auditor-suspension", because("EXERCISE: selling records"));
        expect(200, User.in("AUD-UN").get("/audit/events"));
        assertEquals("not-your-step", confirm(security, act).slug());
        assertEquals("separation-of-duties", confirm(securityOfficer("EU"), act).slug());
        try {
            expect(200, confirm(authority("UN"), act));
            assertEquals(403, User.in("AUD-UN").get("/audit/events").status());
            // A6: all who watch are told, of whatever organisation, and nobody else
            for (String watching : List.of("AUD-AU", "AUD-ECW", "AUD-EU", "AUD-JOINT")) {
                List<JsonObject> told = notices(watching, act);
                assertEquals(1, told.size(), watching + told);
                assertEquals("AUDITOR_SUSPENDED", told.getFirst().getString("occasion"));
                assertEquals("UN", told.getFirst().getString("originator"));
                assertEquals("AUD-UN", told.getFirst().getString("hat"));
            }
            for (String other : List.of("CO-UN", "RA-UN", "LO-AU")) {
                assertEquals(List.of(), notices(other, act), other);
            }
        } finally {
            Tables.restoreHat("AUD-UN");
        }
        expect(200, User.in("AUD-UN").get("/audit/events"));
    }

    private static List<JsonObject> notices(String hat, String act) {
        return expect(200, User.in(hat).get("/notices")).array().getValuesAs(JsonObject.class).stream()
                .filter(n -> n.getString("subject").equals(act))
                .toList();
    }

    @Test
    void org01_somebodyIsEnteredBeforeTheyAreAppointed() {
        String code = "p" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        JsonObjectBuilder person = because("EXERCISE: posted here")
                .add("person", code)
                .add("subject", UUID.randomUUID().toString())
                .add("name", "Lt Élodie Testard")
                .add("language", "fr");
        String act = proposed(admin, "/people/persons", person);
        refused("ORG-01", hat(fresh("AN-UN"), code, "MINUSMA", "ANALYST"));
        expect(200, confirm(security, act));
        String appointment = proposed(admin, "/people/appointments", hat(fresh("AN-UN"), code, "MINUSMA", "ANALYST"));
        expect(200, confirm(security, appointment));
        // the other organisations have not entered them
        assertEquals(
                422,
                administrator("AU")
                        .post("/people/appointments", hat(fresh("AN-AU"), code, "AFISMA", "ANALYST"))
                        .status());
        for (String[] bad : new String[][] {
            {"subject", "not-a-subject"}, {"language", "xx"}, {"mail", "a@b\nBcc: c"}, {"person", "Röd"}, {"name", " "}
        }) {
            JsonObjectBuilder wrong = because("EXERCISE")
                    .add("person", code + "x")
                    .add("subject", UUID.randomUUID().toString())
                    .add("name", "x")
                    .add("language", "fr")
                    .add(bad[0], bad[1]);
            Answer answer = admin.post("/people/persons", wrong);
            assertTrue(answer.status() == 422 || answer.status() == 400, answer.toString());
        }
    }

    @Test
    void org01_aRoleInOneOrganisationGivesNothingInAnother() {
        for (String path : List.of("/people", "/people/acts")) {
            expect(200, administrator("AU").get(path));
            assertEquals("role-missing", User.in("AN-UN").get(path).slug());
        }
        String all = expect(200, administrator("AU").get("/people?limit=200")).body();
        assertFalse(all.contains("\"AN-UN\""), all);
        Answer foreign = administrator("AU").get("/people/AN-UN");
        Answer absent = administrator("AU").get("/people/AN-XX");
        assertEquals(404, foreign.status());
        assertEquals(absent.body().replace("AN-XX", "#"), foreign.body().replace("AN-UN", "#"));
        assertEquals(
                404,
                administrator("AU")
                        .proved()
                        .post("/hats/AN-UN/ending", because("EXERCISE"))
                        .status());
    }

    @Test
    void listsOfPeopleAreFilteredPagedAndCounted() {
        JsonObject all = expect(200, admin.get("/people?limit=200")).json();
        int total = all.getInt("total");
        assertEquals(total, all.getJsonArray("items").size());
        Set<String> seen = new HashSet<>();
        String next = "";
        do {
            JsonObject page = expect(200, admin.get("/people?limit=3" + next)).json();
            assertEquals(total, page.getInt("total"));
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(p -> assertTrue(seen.add(p.getString("hat"))));
            next = page.containsKey("next") ? "&after=" + page.getString("next") : "";
        } while (!next.isEmpty());
        assertEquals(total, seen.size());
        JsonObject auditors =
                expect(200, admin.get("/people?role=JOINT_AUDITOR")).json();
        assertEquals(1, auditors.getInt("total"));
        assertEquals(
                1,
                expect(200, admin.get("/people?q=SOLB&mission=MINUSMA&status=CONFIRMED&role=LIAISON_OFFICER"))
                        .json()
                        .getInt("total"));
        for (String bad : List.of("role=KING", "status=ALIVE", "limit=0", "limit=x")) {
            Answer answer = admin.get("/people?" + bad);
            assertTrue(answer.status() == 400 || answer.status() == 422, answer.toString());
        }
    }

    /** A1 (p03): a handover gives narrow roles to officers of its two sides, and nobody gives anything to themselves. */
    @Test
    void hnd08_aHandoverMakesNobodyWhatItsOfficerWishes() {
        User.clock("2013-06-10T09:00:00Z");
        Handover plan = Handover.drafted("REL-AFISMA-MINUSMA", "AU", "UN", "2013-07-01T00:00:00Z", "HO-AU", "HO-UN");
        for (String role : List.of(
                "JOINT_AUDITOR",
                "AUDITOR",
                "ORG_ADMIN",
                "RELEASE_AUTHORITY",
                "SECURITY_OFFICER",
                "CLASSIFICATION_OFFICER",
                "SOURCE_HANDLER",
                "HUMAN_RIGHTS_OFFICER",
                "EXERCISE_DIRECTOR")) {
            rehatRefused(plan, "ORG-02", rehat("AN-AU", role));
        }
        rehatRefused(plan, "HND-08", rehat("LO-ECW", "ANALYST"));
        rehatRefused(plan, "HND-08", rehat("NO-SUCH", "ANALYST"));
        rehatRefused(plan, "CAV-07", rehat("AN-AU", "ANALYST").add("post", "SRSG"));
        rehatRefused(plan, "CLS-15", rehat("AN-AU", "ANALYST").add("clearance", "S-UE/EU-S"));
        // proposed is not given: both offices confirm, and each is a person of its own
        JsonObjectBuilder wanted = rehat("AN-AU", "ANALYST");
        String act = expect(200, plan.to().post(plan.path("/persons"), wanted))
                .array()
                .getJsonObject(0)
                .getJsonObject("act")
                .getString("act");
        assertEquals("role-missing", confirm(plan.to(), act, "x").slug());
        assertEquals("not-your-step", confirm(authority("UN"), act).slug());
        expect(200, confirm(security, act));
        assertEquals("separation-of-duties", confirm(security, act).slug());
        assertEquals("PROPOSED", expect(200, admin.get("/people/acts/" + act)).text("state"));
        expect(200, confirm(admin, act));
        assertEquals("CONFIRMED", expect(200, admin.get("/people/acts/" + act)).text("state"));
        // and nothing happens before the day
        assertEquals(404, admin.get("/people/" + text(plan, "newHat")).status());
        expect(200, plan.from().post(plan.path("/abortion"), because("EXERCISE: a trial")));
        assertEquals("WITHDRAWN", expect(200, admin.get("/people/acts/" + act)).text("state"));
    }

    // ---- words of these stories ----

    private static String text(Handover plan, String field) {
        return expect(200, plan.to().get(plan.path("/persons")))
                .array()
                .getJsonObject(0)
                .getString(field);
    }

    private JsonObjectBuilder rehat(String old, String role) {
        return Json.createObjectBuilder()
                .add("oldHat", old)
                .add("newHat", fresh("RH-UN"))
                .add("roles", Json.createArrayBuilder().add(role));
    }

    private static void rehatRefused(Handover plan, String rule, JsonObjectBuilder wanted) {
        Answer answer = plan.to().post(plan.path("/persons"), wanted);
        assertEquals(422, answer.status(), answer.toString());
        assertEquals(List.of(rule), answer.reasons(), answer.toString());
    }

    private static Answer refused(String rule, JsonObjectBuilder wanted) {
        long before = Tables.number("SELECT COUNT(*) FROM people_act");
        Answer answer = administrator("UN").post("/people/appointments", wanted);
        assertEquals(422, answer.status(), answer.toString());
        assertEquals(List.of(rule), answer.reasons(), answer.toString());
        assertEquals(before, Tables.number("SELECT COUNT(*) FROM people_act"));
        return answer;
    }

    private String appointed(String person, String role) {
        String id = fresh("AN-UN");
        expect(200, confirm(security, proposed(admin, "/people/appointments", hat(id, person, "MINUSMA", role))));
        return id;
    }

    /** Hats of these stories end with them: whoever comes after has those that the exercise gave. */
    @AfterEach
    void over() {
        User.clock(Scenario.SETTLED);
        for (String hat : given) {
            User office = hat.contains("-EU-") ? administrator("EU") : admin;
            if (office.get("/people/" + hat).status() == 200) {
                office.proved().post("/hats/" + hat + "/ending", because("EXERCISE: over"));
            }
        }
    }

    private String fresh(String prefix) {
        String hat = prefix + "-" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        given.add(hat);
        return hat;
    }

    private static List<String> desk(User user) {
        List<String> numbers = new ArrayList<>();
        expect(200, user.get("/desk"))
                .array()
                .getValuesAs(JsonObject.class)
                .forEach(m -> numbers.add(m.getString("number", "")));
        return numbers;
    }
}
