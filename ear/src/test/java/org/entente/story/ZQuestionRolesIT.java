package org.entente.story;

import static org.entente.running.Appointing.administrator;
import static org.entente.running.Appointing.cleared;
import static org.entente.running.Appointing.confirm;
import static org.entente.running.Appointing.hat;
import static org.entente.running.Appointing.proposed;
import static org.entente.running.Appointing.securityOfficer;
import static org.entente.running.Inquiry.table;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.running.Handover;
import org.entente.running.Inquiry;
import org.entente.running.Missions;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Question 19 of AUD-07: who was given which right and who lost it, by whatever way. */
class ZQuestionRolesIT {
    private static final String COLUMNS = "action organisation person";

    private final User admin = administrator("UN");
    private final User security = securityOfficer("UN");
    private final User authority = User.in("RA-UN");
    private final String mission = "Q" + word().substring(1, 8).toUpperCase(Locale.ROOT);

    @AfterEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aud07_everyActOfTheOfficesForPeopleIsAChangeOfRoles() {
        Inquiry inquiry = Inquiry.on("2013-08-20");
        String id = "AN-UN-" + mission;
        String given = proposed(admin, "/people/appointments", hat(id, "reis", "MINUSMA", "ANALYST"));
        expect(200, confirm(security, given));
        // what is refused gives nobody anything
        expect(403, admin.post("/people/appointments", hat(id + "X", "sato", "MINUSMA", "ANALYST")));
        expect(200, admin.get("/people"));
        String vetting = proposed(security, "/hats/" + id + "/clearances", cleared("UN-C"));
        expect(200, admin.post("/people/acts/" + vetting + "/refusal", because("EXERCISE: not yet")));
        String again = proposed(security, "/hats/" + id + "/clearances", cleared("UN-C"));
        expect(200, security.post("/people/acts/" + again + "/withdrawal", null));
        expect(204, security.proved().post("/hats/" + id + "/suspension", because("EXERCISE: badge lost")));
        String lifting = proposed(admin, "/hats/" + id + "/suspension/lifting", because("EXERCISE: found"));
        expect(200, confirm(authority, lifting));
        expect(204, admin.proved().post("/hats/" + id + "/ending", because("EXERCISE: over")));
        String delegation = expect(
                        201,
                        authority.post(
                                "/delegations",
                                Json.createObjectBuilder().add("to", "DUTY-UN").add("ceiling", "UN-C")))
                .text("number");
        expect(204, authority.post("/delegations/" + delegation + "/revocation", because("EXERCISE: over")));
        List<List<String>> acts = newestFirst(
                "PROPOSE_APPOINTMENT|UN|sato",
                "CONFIRM_PEOPLE_ACT|UN|petrov",
                "PROPOSE_VETTING|UN|petrov",
                "REFUSE_PEOPLE_ACT|UN|sato",
                "PROPOSE_VETTING|UN|petrov",
                "WITHDRAW_PEOPLE_ACT|UN|petrov",
                "SUSPEND_HAT|UN|petrov",
                "PROPOSE_LIFTING|UN|sato",
                "CONFIRM_PEOPLE_ACT|UN|lindgren",
                "END_HAT|UN|sato",
                "DELEGATE|UN|lindgren",
                "REVOKE_DELEGATION|UN|lindgren");
        String question = "19?" + inquiry.within();
        assertEquals(acts, table(User.in("AUD-UN"), question, COLUMNS));
        assertEquals(acts, table(User.in("AUD-JOINT"), question, COLUMNS));
        assertEquals(List.of(), table(User.in("AUD-AU"), question, COLUMNS));
    }

    @Test
    void aud07_whatAHandoverGivesIsAChangeOfRolesOnBothSides() {
        Handover plan = agreed();
        String paper = filed(User.in("LO-AU"), report("(AU-C//REL TO AU, UN)", word()));
        submitted(User.in("LO-AU"), paper);
        confirmed(User.in("CO-AU"), paper);
        Inquiry inquiry = Inquiry.on("2013-06-12");
        expect(
                200,
                plan.to()
                        .post(
                                plan.path("/persons"),
                                Json.createObjectBuilder()
                                        .add("oldHat", "LO-AU")
                                        .add("newHat", "RH-" + mission)
                                        .add("roles", Json.createArrayBuilder().add("LIAISON_OFFICER"))));
        String act = expect(200, plan.to().get(plan.path("/persons")))
                .array()
                .getJsonObject(0)
                .getJsonObject("act")
                .getString("act");
        expect(200, confirm(security, act));
        expect(200, confirm(admin, act));
        var planner = Json.createObjectBuilder().add("hat", "LO-UN");
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
        expect(200, User.in("RA-AU").proved().post(plan.path("/overlap/" + paper + "/approval"), planner));
        expect(
                200,
                plan.from()
                        .post(
                                plan.path("/residual"),
                                Json.createObjectBuilder()
                                        .add("hat", "LO-AU")
                                        .add("purpose", "EXERCISE: reports")
                                        .add("to", "2013-11-01T00:00:00Z")));
        expect(200, plan.to().post(plan.path("/residual/LO-AU/approval"), null));
        String question = "19?" + inquiry.within();
        assertEquals(
                newestFirst(
                        "REHAT|UN|castro",
                        "CONFIRM_PEOPLE_ACT|UN|petrov",
                        "CONFIRM_PEOPLE_ACT|UN|sato",
                        "GRANT_OVERLAP|AU|-",
                        "APPROVE_OVERLAP|AU|-",
                        "GRANT_RESIDUAL|AU|-",
                        "GRANT_RESIDUAL|UN|castro"),
                table(User.in("AUD-UN"), question, COLUMNS));
        assertEquals(
                newestFirst(
                        "REHAT|UN|-",
                        "GRANT_OVERLAP|AU|keita",
                        "APPROVE_OVERLAP|AU|tadesse",
                        "GRANT_RESIDUAL|AU|keita",
                        "GRANT_RESIDUAL|UN|-"),
                table(User.in("AUD-AU"), question, COLUMNS));
        assertEquals(List.of(), table(User.in("AUD-EU"), question, COLUMNS));
        expect(200, plan.from().post(plan.path("/abortion"), because("EXERCISE: a trial")));
    }

    // ---- words of these stories ----

    private static List<List<String>> newestFirst(String... rows) {
        return Stream.of(rows).map(Inquiry::row).toList().reversed();
    }

    private Handover agreed() {
        User.clock("2013-06-05T09:00:00Z");
        Missions.founded(mission, "AU", "RA-AU", null);
        Missions.founded("U" + mission, "UN", "RA-UN", null);
        String relation = Missions.related("RA-AU", mission, "U" + mission, "2013-06-10T00:00:00Z");
        Handover plan = Handover.drafted(relation, "AU", "UN", "2013-06-25T00:00:00Z", "HO-AU", "HO-UN");
        Missions.met(Missions.benchmark(mission, "AU", "RA-AU"), "RA-AU");
        Missions.met(Missions.benchmark("U" + mission, "UN", "RA-UN"), "RA-UN");
        Tables.assigned("LO-AU", mission, "2013-06-05 00:00:00");
        User.clock("2013-06-11T09:00:00Z");
        plan.signed("AGREEMENT");
        return plan;
    }
}
