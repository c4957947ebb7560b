package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.Questions;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for whom: the same lines that the desk's page shows. */
class DeskIT {
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aReleaseWaitsOnOneDeskAfterTheOther() {
        String product =
                filed(analyst, filing("INTREP", "EXERCISE - desks", portion("(UN-C//REL TO UN, AU)", "EXERCISE. x")));
        submitted(analyst, product);
        assertTrue(kinds(officer, null).contains("DRAFT_REVIEW"));
        confirmed(officer, product);
        String release = releases(officer, product).getFirst().getString("number");
        assertEquals(List.of("AUTHORISATION"), kinds(authority("UN"), release));
        assertEquals(List.of(), kinds(registry("UN"), release));
        assertEquals(List.of(), kinds(registry("AU"), release));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        assertEquals(List.of(), kinds(authority("UN"), release));
        assertEquals(List.of("REGISTRATION"), kinds(registry("UN"), release));
        expect(200, step(registry("UN"), release, "registration", null));
        assertEquals(List.of("RECEIPT"), kinds(registry("AU"), release));
        assertEquals(List.of(), kinds(User.in("LO-AU"), release));
        assertEquals(List.of(), kinds(registry("ECOWAS"), release));
        expect(200, step(registry("AU"), release, "receipt", null));
        assertEquals(List.of("ACKNOWLEDGEMENT"), kinds(User.in("LO-AU"), release));
        User.clock("2013-07-23T11:59:00Z");
        assertEquals(List.of(), kinds(authority("UN"), release));
        User.clock("2013-07-23T12:05:00Z");
        assertEquals(List.of("UNACKNOWLEDGED"), kinds(authority("UN"), release));
        JsonObject late = matters(User.in("LO-AU"), release).getFirst();
        assertTrue(late.getBoolean("overdue"));
        assertEquals("PKI-08", late.getString("rule"));
        expect(200, step(User.in("LO-AU"), release, "acknowledgement", null));
        assertEquals(List.of(), kinds(authority("UN"), release));
        assertEquals(List.of(), kinds(User.in("LO-AU"), release));
        expect(
                200,
                step(
                        authority("UN"),
                        release,
                        "recall",
                        jakarta.json.Json.createObjectBuilder().add("reason", "EXERCISE: wrong")));
        assertEquals(List.of("DISPOSAL"), kinds(registry("AU"), release));
        assertEquals(List.of(), kinds(User.in("LO-AU"), release));
    }

    @Test
    void cav13_aQuestionWaitsWithItsDueDateAndNotForWhoeverAskedForTheRelease() {
        String product = filed(
                analyst, filing("INTREP", "EXERCISE - asked", portion("(UN-C//ORCON//REL TO UN, AU)", "EXERCISE. x")));
        submitted(analyst, product);
        confirmed(officer, product);
        JsonObject consent = expect(
                        200,
                        officer.get("/releases/"
                                + releases(officer, product).getFirst().getString("number")))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0);
        JsonObject matter =
                matters(authority("UN"), consent.getString("number")).getFirst();
        assertEquals("CONSENT", matter.getString("kind"));
        assertEquals(consent.getString("due"), matter.getString("due"));
        assertEquals(List.of(), kinds(analyst, consent.getString("number")));
        assertEquals(List.of(), kinds(authority("AU"), consent.getString("number")));
    }

    @Test
    void pki06_theDeskDoesNotTellWhoAsks() {
        String open = Questions.asked(User.in("LO-UN"), Questions.asking("(UN-C)", "ECOWAS"));
        String hidden = Questions.asked(User.in("LO-UN"), Questions.anonymous("(UN-C)", "ECOWAS"));
        assertEquals(List.of("REQUEST"), kinds(User.in("CO-ECW"), open));
        assertEquals(List.of(), kinds(User.in("CO-ECW"), hidden));
        assertEquals(List.of("BROKERAGE"), kinds(User.named("okello"), hidden));
        assertEquals(List.of(), kinds(User.in("LO-UN"), open));
        assertFalse(matters(User.named("okello"), hidden).getFirst().containsKey("organisation"));
    }

    @Test
    void theDeskIsDueFirst() {
        String last = "";
        for (JsonObject matter : desk(authority("UN")).getValuesAs(JsonObject.class)) {
            String due = matter.getString("due", "9999");
            assertTrue(last.compareTo(due) <= 0, matter.toString());
            last = due;
        }
    }

    @Test
    void p13_cav04_theBannerComesWithAWarningForEachPartnerThatNoArrangementCovers() {
        Answer preview = expect(
                200,
                User.in("LO-EU")
                        .post(
                                "/drafts/banner",
                                filing("SITREP", "x", portion("(R-UE/EU-R//REL TO EU, AU, ECOWAS, UN)", "EXERCISE. x"))
                                        .add("mission", "EUTM")));
        List<String> warned = preview.json().getJsonArray("warnings").getValuesAs(JsonObject.class).stream()
                .map(w -> w.getString("rule") + " " + w.getString("message").split(":", 2)[0])
                .toList();
        assertTrue(warned.contains("CAV-04 ECOWAS"), warned.toString());
        assertFalse(warned.contains("CAV-04 UN"), warned.toString());
        Answer above = expect(
                200, analyst.post("/drafts/banner", filing("SITREP", "x", portion("(UN-SC//REL TO UN, AU)", "x"))));
        assertTrue(above.body().contains("CAV-05"), above.body());
        Answer open = expect(
                200, analyst.post("/drafts/banner", filing("SITREP", "x", portion("(UN-U//REL TO UN, AU)", "x"))));
        assertEquals(0, open.json().getJsonArray("warnings").size());
    }

    private static List<String> kinds(User user, @org.jspecify.annotations.Nullable String number) {
        return matters(user, number).stream().map(m -> m.getString("kind")).toList();
    }

    private static List<JsonObject> matters(User user, @org.jspecify.annotations.Nullable String number) {
        return desk(user).getValuesAs(JsonObject.class).stream()
                .filter(m -> number == null || m.getString("number", "").equals(number))
                .toList();
    }

    private static JsonArray desk(User user) {
        return expect(200, user.get("/desk")).array();
    }
}
