package org.entente.story;

import static org.entente.running.Handover.as;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.handOver;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.state;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.entente.running.Answer;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Due diligence binds whatever way something goes, and travels with what is somebody's own (PKI-11). */
class ZDiligenceIT {
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";
    private final User officer = User.in("CO-UN");
    private final User ndiaye = User.in("HRO-UN");
    private final User reader = User.in("LO-AU");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void asItWas() {
        expect(200, review("MEDIUM", "EXERCISE: joint monitoring"));
        Tables.unbarred();
        Tables.restoreExercise();
    }

    @Test
    void pki11_whatCameByHandoverIsBarredWithTheFlagLikeWhatWasReleased() {
        String one = mission("RA-UN", "UN");
        String other = mission("RA-AU", "AU");
        String relation = Missions.related("RA-UN", one, other, null);
        String released = ofTheUn("EXERCISE - ordinary", TO_AU, null);
        handOver(officer, released);
        String handed = ofTheUn("EXERCISE - handed", TO_AU, one);
        Handover plan = Handover.drafted(relation, "UN", "AU", "2013-07-22T00:00:00Z", "HO-UN", "HO-AU");
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        plan.askAndGrant();
        expect(200, plan.dispose(handed, as("COPY")));
        plan.settle();
        plan.signed("READINESS");
        User.clock("2013-07-22T00:00:00Z");
        expect(200, plan.carryOut());
        User.clock("2013-07-22T01:00:00Z");
        assertEquals(200, reader.get("/products/" + released).status());
        assertEquals(200, reader.get("/products/" + handed).status());

        expect(200, ndiaye.post("/forces/AFISMA-TROOPS/flags", because("EXERCISE: grave violations")));
        hidden(reader, released);
        hidden(reader, handed);
        assertEquals(200, officer.get("/products/" + handed).status());
        assertTrue(
                listed(reader).stream().noneMatch(p -> p.equals(handed) || p.equals(released)), "nor is it in a list");
        assertEquals(200, User.in("LO-ECW").get("/products/P05-R1").status(), "others keep theirs");

        // what may open again what was shut asks for a second factor
        assertEquals(
                "second-factor-required",
                ndiaye.postUnseen(
                                "/forces/AFISMA-TROOPS/reviews",
                                Json.createObjectBuilder().add("risk", "LOW").add("from", "2013-01-01T00:00:00Z"))
                        .slug());
        hidden(reader, handed);
        // a review that finds nothing to be done about it opens nothing
        expect(200, review("HIGH", null));
        hidden(reader, handed);
        expect(200, review("MEDIUM", "EXERCISE: joint monitoring"));
        assertEquals(200, reader.get("/products/" + handed).status());
        hidden(reader, released);
    }

    @Test
    void pki11_nothingGoesToAFlaggedSideByHandoverOverlapOrEmergency() {
        String one = mission("RA-UN", "UN");
        String other = mission("RA-AU", "AU");
        String relation = Missions.related("RA-UN", one, other, "2013-07-01T00:00:00Z");
        String product = ofTheUn("EXERCISE - not there", TO_AU, one);
        Handover plan = Handover.drafted(relation, "UN", "AU", "2013-07-25T00:00:00Z", "HO-UN", "HO-AU");
        plan.signed("AGREEMENT");
        String overlap = plan.path("/overlap");
        expect(
                200,
                plan.from()
                        .post(
                                overlap,
                                Json.createObjectBuilder()
                                        .add("hat", "LO-AU")
                                        .add(
                                                "products",
                                                Json.createArrayBuilder().add(product))));
        expect(200, ndiaye.post("/forces/AFISMA-TROOPS/flags", because("EXERCISE: grave violations")));
        refused(
                422,
                "objections",
                Set.of("PKI-11"),
                authority("UN")
                        .proved()
                        .post(
                                overlap + "/" + product + "/approval",
                                Json.createObjectBuilder().add("hat", "LO-AU")));
        plan.takeInventory();
        plan.signed("FREEZE");
        for (String disposition : List.of("COPY", "TRANSFER")) {
            refused(422, "objections", Set.of("PKI-11"), plan.dispose(product, as(disposition)));
        }
        expect(200, plan.dispose(product, as("RETAIN")));
        refused(
                422,
                "objections",
                Set.of("PKI-11"),
                authority("UN").post("/products/" + product + "/break-glass", emergency("LO-AU")));
        hidden(reader, product);
        expect(200, plan.from().post(plan.path("/abortion"), because("EXERCISE: not now")));
    }

    @Test
    void pki11_theOriginatorsAssessmentTravelsAndWhoHandsOnCannotDoWithoutIt() {
        String product = ofTheUn("EXERCISE - onwards", "(UN-C//REL TO UN, AU, ECOWAS)", null);
        handOver(officer, product);
        assertEquals(200, User.in("LO-ECW").get("/products/" + product).status());
        expect(200, ndiaye.post("/forces/AFISMA-TROOPS/flags", because("EXERCISE: grave violations")));
        hidden(reader, product);
        User osei = User.in("CO-ECW");
        String onwards = expect(
                        201,
                        User.in("LO-ECW")
                                .post(
                                        "/products/" + product + "/releases",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "recipients",
                                                        Json.createArrayBuilder()
                                                                .add("AU"))
                                                .add("purpose", "EXERCISE: onwards")))
                .text("number");
        expect(200, step(osei, onwards, "check", approval()));
        assertTrue(
                objections(osei, onwards).contains("PKI-11"),
                objections(osei, onwards).toString());
        String question = expect(200, osei.get("/releases/" + onwards))
                .json()
                .getJsonArray("consents")
                .getJsonObject(0)
                .getString("number");
        refused(422, "objections", Set.of("PKI-11"), officer.post("/consents/" + question + "/answer", approval()));
        // assessed anew, it goes: with the originator's consent and under its assessment
        expect(200, review("HIGH", "EXERCISE: embedded monitors"));
        expect(200, officer.post("/consents/" + question + "/answer", approval()));
        assertEquals("CHECKED", state(osei, onwards));
        // and no longer once the originator thinks otherwise again
        expect(200, review("HIGH", null));
        refused(422, "objections", Set.of("PKI-11"), step(authority("ECOWAS"), onwards, "authorisation", approval()));
        expect(200, review("MEDIUM", "EXERCISE: joint monitoring"));
        expect(200, step(authority("ECOWAS"), onwards, "authorisation", approval()));
        expect(200, step(registry("ECOWAS"), onwards, "registration", null));
        expect(200, step(registry("AU"), onwards, "receipt", null));
        assertEquals(200, reader.get("/products/" + product).status());
        expect(200, ndiaye.post("/forces/AFISMA-TROOPS/flags", because("EXERCISE: again")));
        hidden(reader, product);
    }

    private String ofTheUn(String title, String marking, @Nullable String mission) {
        JsonObjectBuilder filing = filing("INTREP", title, portion(marking, "EXERCISE. x"));
        User author = User.in("AN-UN");
        String product = filed(author, mission == null ? filing : filing.add("mission", mission));
        submitted(author, product);
        confirmed(officer, product);
        return product;
    }

    private static String mission(String by, String lead) {
        String code = "M" + word().toUpperCase(Locale.ROOT);
        Missions.founded(code, lead, by, null);
        Missions.met(Missions.benchmark(code, lead, by), by);
        return code;
    }

    private Answer review(String risk, @Nullable String mitigation) {
        JsonObjectBuilder review = Json.createObjectBuilder().add("risk", risk).add("from", "2013-01-01T00:00:00Z");
        if (mitigation != null) {
            review.add("mitigation", mitigation);
        }
        return ndiaye.post("/forces/AFISMA-TROOPS/reviews", review);
    }

    private static JsonObjectBuilder emergency(String hat) {
        return Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add(hat))
                .add("portions", Json.createArrayBuilder().add("1"))
                .add("threat", "EXERCISE: an ambush")
                .add("reason", "EXERCISE: no time")
                .add("briefing", "EXERCISE: told")
                .add("hours", 2);
    }

    private static List<String> listed(User user) {
        return expect(200, user.get("/products?limit=200"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(p -> p.getString("number"))
                .toList();
    }

    private static Set<String> objections(User insider, String release) {
        Set<String> rules = new TreeSet<>();
        expect(200, insider.get("/releases/" + release))
                .json()
                .getJsonArray("objections")
                .getValuesAs(JsonObject.class)
                .forEach(o -> rules.add(o.getString("rule")));
        return rules;
    }

    private static void hidden(User reader, String product) {
        refused(404, "not-found", Set.of(), reader.get("/products/" + product));
    }

    private static void refused(int status, String slug, Set<String> reasons, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug(), answer.toString());
        assertEquals(reasons, new TreeSet<>(answer.reasons()), answer.toString());
    }
}
