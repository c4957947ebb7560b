package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** Hats: chosen, refused, expired, taken off. */
class HatIT {

    @Test
    void org03_whoHasSeveralHatsNamesOne() {
        User.clock(Scenario.SETTLED);
        Answer answer = refused(
                400, "hat-required", Set.of("ORG-03"), () -> User.named("sow").get("/products"));
        assertEquals(
                List.of("AN-AU", "AN-U2"), answer.json().getJsonArray("hats").getValuesAs(JsonString::getString));
        expect(200, User.in("AN-AU").get("/products"));
        expect(200, User.in("AN-U2").get("/products"));
    }

    @Test
    void org03_whoHasOneHatNeedNotNameIt() {
        User.clock(Scenario.SETTLED);
        expect(200, User.named("reis").get("/products"));
        User.clock(Scenario.BEFORE);
        expect(200, User.named("sow").get("/products"));
        User.clock(Scenario.LATE);
        assertEquals("AN-U2", User.named("sow").get("/me").text("acting"));
    }

    @Test
    void org03_aHatOfSomebodyElseIsRefusedAsOneThatIsNot() {
        User.clock(Scenario.SETTLED);
        for (String hat : List.of("CO-UN", "AN-AU", "NO-SUCH", "an-un", "AN-UN2", "AN-UN,CO-UN", "*", "' OR 1=1 --")) {
            for (String path : List.of("/products", "/products/P06", "/products/count", "/drafts", "/audit/events")) {
                refused(
                        403,
                        "hat-not-yours",
                        Set.of("ORG-03"),
                        () -> User.named("reis").wearing(hat).get(path));
            }
        }
        Answer theirs = User.named("reis").wearing("CO-UN").get("/products");
        assertEquals(
                theirs.body(),
                User.named("reis").wearing("NO-SUCH").get("/products").body());
    }

    @Test
    void org03_aSecondForgedHeaderGivesNothing() {
        User.clock(Scenario.SETTLED);
        Answer answer = User.send(User.in("AN-UN").request("/products/P06").header("Entente-Hat", "CO-UN"));
        assertTrue(answer.status() == 404 || answer.status() == 403, answer.toString());
        Answer reverse = User.send(
                User.named("reis").wearing("CO-UN").request("/products/P06").header("Entente-Hat", "AN-UN"));
        assertEquals("hat-not-yours", reverse.slug());
    }

    @Test
    void hnd07_aHatThatIsOverOrNotYetIsNotLive() {
        User.clock(Scenario.LATE);
        refused(
                403,
                "hat-not-live",
                Set.of("HAT_NOT_LIVE"),
                () -> User.in("AN-AU").get("/products"));
        User.clock(Scenario.BEFORE);
        refused(
                403,
                "hat-not-live",
                Set.of("HAT_NOT_LIVE"),
                () -> User.in("AN-U2").get("/products"));
        refused(
                403,
                "hat-not-live",
                Set.of("HAT_NOT_LIVE"),
                () -> User.named("reis").get("/products"));
    }

    @Test
    void hnd07_theSwitchIsAtTheSecond() {
        User.clock("2013-10-31T23:59:50Z");
        expect(200, User.in("AN-AU").get("/products/P01"));
        User.clock("2013-11-01T00:00:00Z");
        refused(
                403,
                "hat-not-live",
                Set.of("HAT_NOT_LIVE"),
                () -> User.in("AN-AU").get("/products/P01"));
    }

    @Test
    void org01_aHatIsSuspendedByItsOrganisationsAdministratorAndStopsAtOnce() {
        User.clock(Scenario.SETTLED);
        Tables.restoreHat("HO-UN");
        try {
            User castro = User.in("HO-UN");
            expect(200, castro.get("/products/P09-T"));
            expect(204, User.in("OA-UN").proved().post("/hats/HO-UN/suspension", because("EXERCISE: badge lost")));
            refused(403, "hat-not-yours", Set.of("ORG-03"), () -> castro.get("/products/P09-T"));
            refused(
                    403,
                    "hat-not-live",
                    Set.of("HAT_NOT_LIVE"),
                    () -> User.named("castro").get("/products"));
            assertEquals(
                    0,
                    User.named("castro").get("/me").json().getJsonArray("hats").size());
        } finally {
            Tables.restoreHat("HO-UN");
        }
        // what changes in the world holds from the next request on, in both directions
        expect(200, User.in("HO-UN").get("/products/P09-T"));
    }

    @Test
    void org02_nobodySuspendsForAnotherOrganisationNorTheirOwnHatNorWithoutTheRole() {
        User.clock(Scenario.SETTLED);
        Answer foreign = refused(
                404,
                "not-found",
                Set.of(),
                () -> User.in("OA-UN").proved().post("/hats/RA-ECW/suspension", because("EXERCISE: not yours")));
        Answer absent = refused(
                404,
                "not-found",
                Set.of(),
                () -> User.in("OA-UN").proved().post("/hats/RA-XXX/suspension", because("EXERCISE: not there")));
        assertEquals(absent.body().replace("RA-XXX", "#"), foreign.body().replace("RA-ECW", "#"));
        refused(
                403,
                "separation-of-duties",
                Set.of("ORG-02"),
                () -> User.in("OA-UN").proved().post("/hats/OA-UN/suspension", because("EXERCISE: my own")));
        refused(
                422,
                "reason-missing",
                Set.of("ORG-01"),
                () -> User.in("OA-UN").proved().post("/hats/HO-UN/suspension", because(" ")));
        for (String hat : List.of("CO-UN", "LO-ECW", "AN-UN", "AUD-JOINT", "DIRECTOR")) {
            refused(
                    403,
                    "role-missing",
                    Set.of("ORG-01"),
                    () -> User.in(hat).post("/hats/HO-UN/suspension", because("EXERCISE: no role")));
        }
    }

    @Test
    void onlyTheDirectorSetsTheClock() {
        User.clock(Scenario.SETTLED);
        for (String hat : List.of("AN-UN", "CO-EU", "AUD-JOINT")) {
            refused(
                    403,
                    "role-missing",
                    Set.of("ORG-01"),
                    () -> User.in(hat)
                            .put("/exercise/clock", Json.createObjectBuilder().add("now", Scenario.LATE)));
        }
        String now = expect(200, User.named("reis").get("/exercise/clock")).text("now");
        assertTrue(now.startsWith("2013-07-20T12:0"), now);
    }

    @Test
    void meSaysWhoIAmAndWhichHatsIHave() {
        User.clock("2013-07-10T12:00:00Z");
        JsonObject me = expect(200, User.in("AN-U2").get("/me")).json();
        assertEquals("sow", me.getString("person"));
        assertEquals("Cpt Moussa Sow", me.getString("name"));
        assertEquals("UN", me.getString("organisation"));
        assertEquals("AN-U2", me.getString("acting"));
        Map<String, JsonObject> hats = me.getJsonArray("hats").getValuesAs(JsonObject.class).stream()
                .collect(java.util.stream.Collectors.toMap(h -> h.getString("id"), h -> h));
        JsonObject residual = java.util.Objects.requireNonNull(hats.get("AN-AU"));
        JsonObject provisional = java.util.Objects.requireNonNull(hats.get("AN-U2"));
        assertEquals("RESIDUAL", residual.getString("status"));
        assertEquals("2013-11-01T00:00:00Z", residual.getString("to"));
        assertEquals("PROVISIONAL", provisional.getString("status"));
        assertEquals("2013-07-01T00:00:00Z", provisional.getString("from"));
        assertEquals(List.of("ANALYST"), provisional.getJsonArray("roles").getValuesAs(JsonString::getString));
        assertEquals(List.of("MINUSMA-U2"), provisional.getJsonArray("posts").getValuesAs(JsonString::getString));
        assertEquals(List.of("MINUSMA"), provisional.getJsonArray("missions").getValuesAs(JsonString::getString));
        assertTrue(User.named("sow").get("/me").json().isNull("acting"));
        User.clock(Scenario.LATE);
        assertTrue(User.named("sow").get("/me").body().contains("\"ENDED\""));
        assertTrue(User.named("sow").get("/me").body().contains("\"CONFIRMED\""));
    }

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
