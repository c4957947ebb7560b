package org.entente.story;

import static org.entente.running.Appointing.hat;
import static org.entente.running.Appointing.proposed;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.entente.running.Questions.anonymous;
import static org.entente.running.Questions.asked;
import static org.entente.running.Questions.forwarding;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.running.Answer;
import org.entente.running.Appointing;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Papers;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever takes two persons takes two, however one of them comes to wear both hats: both at once, or the second after the
 * first has gone to somebody else (PKI-09, ORG-02, HND-03). And by two it is done, so that it is the person that was in the way.
 */
class ZTwoPersonsIT {
    /** Somebody whom none of these acts is about. */
    private static final String SOMEBODY_ELSE = "director";

    private static final String AT_UN = "(UN-C//REL TO UN, AU)";

    /**
     * Two acts in two hats.
     *
     * @param first answers the number of what the second is about
     * @param rule what the second is refused by when one person does both
     * @param undone takes back what came of it when two did it, for the stories after this one
     */
    private record Pair(
            String what,
            String firstHat,
            Function<User, String> first,
            String secondHat,
            BiFunction<User, String, Answer> second,
            String rule,
            Consumer<String> undone) {
        Pair(
                String what,
                String firstHat,
                Function<User, String> first,
                String secondHat,
                BiFunction<User, String, Answer> second,
                String rule) {
            this(what, firstHat, first, secondHat, second, rule, number -> {});
        }

        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeEach
    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(
                        "a paper is filed and confirmed",
                        "AN-UN",
                        u -> drafted(u),
                        "CO-UN",
                        (u, n) -> u.post("/products/" + n + "/publication", damage()),
                        "PKI-09"),
                new Pair(
                        "a paper is filed and let go",
                        "AN-UN",
                        u -> release(u, User.in("CO-UN")),
                        "RA-UN",
                        (u, n) -> step(u, n, "authorisation", approval()),
                        "PKI-09"),
                new Pair(
                        "a paper is confirmed and let go",
                        "CO-UN",
                        u -> release(User.in("AN-UN"), u),
                        "RA-UN",
                        (u, n) -> step(u, n, "authorisation", approval()),
                        "PKI-09"),
                new Pair(
                        "a paper is filed and let go under a delegation",
                        "AN-UN",
                        u -> release(u, User.in("CO-UN")),
                        "DUTY-UN",
                        (u, n) -> {
                            String given = delegated();
                            Answer answer = step(u, n, "authorisation", approval());
                            expect(
                                    204,
                                    User.in("RA-UN")
                                            .post("/delegations/" + given + "/revocation", because("EXERCISE: over")));
                            return answer;
                        },
                        "PKI-09"),
                new Pair(
                        "a release is asked for and let go",
                        "LO-UN",
                        u -> askedFor(u),
                        "RA-UN",
                        (u, n) -> {
                            step(User.in("CO-UN"), n, "check", approval());
                            return step(u, n, "authorisation", approval());
                        },
                        "PKI-09"),
                new Pair(
                        "a release is asked for and consented to in another organisation",
                        "LO-UN",
                        u -> consentAsked(u),
                        "RA-AU",
                        (u, n) -> u.post("/consents/" + n + "/answer", approval()),
                        "PKI-09"),
                new Pair(
                        "a giver consents and another organisation lets it go",
                        "RA-AU",
                        u -> consented(u),
                        "RA-UN",
                        (u, n) -> step(u, n, "authorisation", approval()),
                        "PKI-09"),
                new Pair(
                        "a weaker mark is asked for and consented to in another organisation",
                        "LO-UN",
                        u -> derivation(u),
                        "RA-AU",
                        (u, n) -> u.post(
                                "/derivations/" + n + "/answer",
                                Json.createObjectBuilder().add("granted", true)),
                        "PKI-09"),
                new Pair(
                        "a level is challenged and the challenge answered",
                        "LO-UN",
                        u -> expect(
                                        201,
                                        u.post(
                                                "/challenges",
                                                because("EXERCISE").add("product", published(AT_UN))))
                                .text("number"),
                        "CO-UN",
                        (u, n) -> u.post(
                                "/challenges/" + n + "/answer",
                                Json.createObjectBuilder().add("changed", false).add("answer", "EXERCISE")),
                        "PKI-09"),
                new Pair(
                        "an arrangement is offered and agreed to",
                        "RA-EU",
                        u -> arrangement(u),
                        "RA-AU",
                        (u, n) -> u.post("/arrangements/" + n + "/agreement", null),
                        "PKI-09",
                        n -> over(n, "RA-AU")),
                new Pair(
                        "an arrangement on paper is entered and confirmed",
                        "CO-UN",
                        u -> written(u),
                        "RA-UN",
                        (u, n) -> u.post("/arrangements/" + n + "/confirmation", null),
                        "PKI-09",
                        n -> over(n, "RA-UN")),
                new Pair(
                        "a hat is proposed and confirmed",
                        "OA-EU",
                        u -> proposed(
                                u,
                                "/people/appointments",
                                hat("AN-" + word().toUpperCase(Locale.ROOT), "lindqvist", "EUTM", "ANALYST")),
                        "SO-EU",
                        Appointing::confirm,
                        "ORG-02",
                        ZTwoPersonsIT::ended),
                new Pair(
                        "a clearance is recorded and confirmed",
                        "SO-EU",
                        u -> proposed(u, "/hats/LO-EU/clearances", Appointing.cleared("C-UE/EU-C")),
                        "OA-EU",
                        Appointing::confirm,
                        "ORG-02"),
                new Pair(
                        "an auditor's suspension is proposed outside and confirmed inside",
                        "SO-AU",
                        u -> proposed(u.proved(), "/hats/AUD-ECW/auditor-suspension", because("EXERCISE")),
                        "RA-ECW",
                        Appointing::confirm,
                        "ORG-02",
                        n -> Tables.restoreHat("AUD-ECW")),
                new Pair(
                        "records are ordered erased and the order approved",
                        "SO-AU",
                        u -> expect(
                                        201,
                                        u.post(
                                                "/audit/purges",
                                                because("EXERCISE").add("before", "2003-01-01T00:00:00Z")))
                                .text("number"),
                        "AUD-AU",
                        (u, n) -> u.proved().post("/audit/purges/" + n + "/approval", null),
                        "AUD-13"),
                new Pair(
                        "a mission of two is agreed to by one lead and by the other",
                        "RA-UN",
                        u -> mission(u),
                        "RA-AU",
                        (u, n) -> u.proved().post("/missions/proposals/" + n + "/agreement", null),
                        "ORG-01"),
                new Pair(
                        "a handover is signed by one side and by the other",
                        "HO-AU",
                        u -> {
                            Handover plan = plan();
                            expect(200, plan.sign(u, "AGREEMENT"));
                            return plan.number();
                        },
                        "HO-UN",
                        (u, n) -> signature(u, n),
                        "HND-03"),
                new Pair(
                        "residual access is approved by one side and by the other",
                        "HO-AU",
                        u -> residual(u),
                        "HO-UN",
                        (u, n) -> u.post(n, null),
                        "HND-07"),
                new Pair(
                        "an overlap is asked for and approved",
                        "HO-AU",
                        u -> overlap(u),
                        "RA-AU",
                        (u, n) -> u.proved().post(n, Json.createObjectBuilder().add("hat", "LO-UN")),
                        "PKI-09"),
                new Pair(
                        "an anonymous question is asked and passed on",
                        "LO-AU",
                        u -> asked(u, anonymous("(AU-C)", "ECOWAS")),
                        "BROKER",
                        (u, n) -> u.post("/requests/" + n + "/forwarding", forwarding("ECOWAS", "(ECW-C)")),
                        "PKI-09"));
    }

    @ParameterizedTest(name = "{0}, in both hats at once")
    @MethodSource("pairs")
    void pki09_oneWhoWearsBothHatsDoesNotDoBoth(Pair pair) {
        String both = Scenario.wearer(pair.firstHat);
        String number = pair.first.apply(User.in(pair.firstHat));
        refused(pair, both, number);
        done(pair, number);
    }

    @ParameterizedTest(name = "{0}, after a change of hats")
    @MethodSource("pairs")
    void pki09_whoHasChangedHatsSinceDoesNotDoTheSecond(Pair pair) {
        String both = Scenario.wearer(pair.firstHat);
        String number = pair.first.apply(User.in(pair.firstHat));
        Tables.worn(pair.firstHat, SOMEBODY_ELSE);
        try {
            refused(pair, both, number);
        } finally {
            Tables.worn(pair.firstHat, both);
        }
        done(pair, number);
    }

    private static void refused(Pair pair, String person, String number) {
        Tables.worn(pair.secondHat, person);
        try {
            Answer answer = pair.second.apply(User.named(person).wearing(pair.secondHat), number);
            assertTrue(
                    answer.status() >= 400
                            && answer.status() < 500
                            && answer.reasons().contains(pair.rule),
                    pair + ": " + answer);
        } finally {
            Tables.worn(pair.secondHat, Scenario.wearer(pair.secondHat));
        }
    }

    private static void done(Pair pair, String number) {
        Answer answer = pair.second.apply(User.in(pair.secondHat), number);
        assertTrue(answer.status() < 300, pair + ", by two: " + answer);
        pair.undone.accept(number);
    }

    private static void over(String arrangement, String hat) {
        expect(200, User.in(hat).post("/arrangements/" + arrangement + "/end", because("EXERCISE: over")));
    }

    private static void ended(String appointment) {
        User office = User.in("OA-EU");
        String hat = expect(200, office.get("/people/acts/" + appointment)).text("hat");
        expect(204, office.proved().post("/hats/" + hat + "/ending", because("EXERCISE: over")));
    }

    private static String drafted(User author) {
        String number = filed(author, report("(UN-C)", word()));
        submitted(author, number);
        return number;
    }

    private static String published(String marking) {
        return Papers.published(User.in("AN-UN"), User.in("CO-UN"), report(marking, word()));
    }

    private static String release(User author, User officer) {
        String number = filed(author, report(AT_UN, word()));
        submitted(author, number);
        confirmed(officer, number);
        return releases(User.in("DUTY-UN"), number).getFirst().getString("number");
    }

    private static String delegated() {
        return expect(
                        201,
                        User.in("RA-UN")
                                .post(
                                        "/delegations",
                                        Json.createObjectBuilder()
                                                .add("to", "DUTY-UN")
                                                .add("ceiling", "UN-C")))
                .text("number");
    }

    private static String askedFor(User asking) {
        return expect(201, asking.post("/products/" + published("(UN-C)") + "/releases", recipients("AU")))
                .text("number");
    }

    private static JsonObjectBuilder recipients(String recipient) {
        return Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add(recipient))
                .add("purpose", "EXERCISE");
    }

    /** The UN asks the AU to let a paper of its go on to ECOWAS. */
    private static String consentAsked(User asking) {
        return consentFor(onwards(asking));
    }

    /** Answers the number of the release. */
    private static String consented(User giver) {
        String release = onwards(User.in("LO-UN"));
        expect(200, giver.post("/consents/" + consentFor(release) + "/answer", approval()));
        return release;
    }

    private static String onwards(User asking) {
        String release = expect(201, asking.post("/products/" + ofAu() + "/releases", recipients("ECOWAS")))
                .text("number");
        expect(200, step(User.in("CO-UN"), release, "check", approval()));
        return release;
    }

    private static String consentFor(String release) {
        return expect(200, User.in("RA-AU").get("/consents")).array().getValuesAs(JsonObject.class).stream()
                .filter(c -> c.getString("release").equals(release))
                .findFirst()
                .orElseThrow()
                .getString("number");
    }

    private static String ofAu() {
        return Papers.published(User.in("LO-AU"), User.in("CO-AU"), report("(AU-C//REL TO AU, UN)", word()));
    }

    private static String derivation(User asking) {
        return expect(
                        201,
                        asking.post(
                                "/derivations",
                                Json.createObjectBuilder()
                                        .add("source", ofAu())
                                        .add(
                                                "paragraphs",
                                                Json.createArrayBuilder().add("1"))
                                        .add("marking", "(UN-C//REL TO UN, AU, ECOWAS)")
                                        .add("purpose", "EXERCISE")))
                .array()
                .getJsonObject(0)
                .getString("number");
    }

    private static String arrangement(User giver) {
        return expect(
                        201,
                        giver.proved()
                                .post(
                                        "/arrangements",
                                        Json.createObjectBuilder()
                                                .add("receiver", "AU")
                                                .add("cap", "R-UE/EU-R")
                                                .add("basis", "EXERCISE: specific operational need")))
                .text("number");
    }

    private static String written(User entering) {
        return expect(
                        201,
                        entering.proved()
                                .post(
                                        "/arrangements",
                                        Json.createObjectBuilder()
                                                .add("receiver", "MLI")
                                                .add("cap", "UN-C")
                                                .add("basis", "EXERCISE: specific operational need")
                                                .add(
                                                        "written",
                                                        Json.createObjectBuilder()
                                                                .add("reference", "EXERCISE: note verbale 12/13")
                                                                .add("date", "2013-07-01")
                                                                .add("scan", "9f".repeat(32)))))
                .text("number");
    }

    private static String mission(User founder) {
        String number = expect(
                        201,
                        founder.post(
                                "/missions",
                                Json.createObjectBuilder()
                                        .add("code", code())
                                        .add("name", "EXERCISE")
                                        .add("mandate", "EXERCISE")
                                        .add("leads", Json.createArrayBuilder(List.of("UN", "AU")))))
                .text("number");
        expect(200, founder.proved().post("/missions/proposals/" + number + "/agreement", null));
        return number;
    }

    private static String code() {
        return "T" + word().substring(1, 8).toUpperCase(Locale.ROOT);
    }

    private static Handover plan() {
        return plan(code());
    }

    private static Handover plan(String from) {
        User.clock("2013-06-05T09:00:00Z");
        Missions.founded(from, "AU", "RA-AU", null);
        Missions.founded("U" + from, "UN", "RA-UN", null);
        String relation = Missions.related("RA-AU", from, "U" + from, "2013-06-10T00:00:00Z");
        Handover plan = Handover.drafted(relation, "AU", "UN", "2013-06-25T00:00:00Z", "HO-AU", "HO-UN");
        Missions.met(Missions.benchmark(from, "AU", "RA-AU"), "RA-AU");
        Missions.met(Missions.benchmark("U" + from, "UN", "RA-UN"), "RA-UN");
        User.clock("2013-06-11T09:00:00Z");
        return plan;
    }

    private static Answer signature(User signing, String plan) {
        String shown = signing.get("/handovers/" + plan).text("digest");
        return signing.proved()
                .post(
                        "/handovers/" + plan + "/signatures",
                        Json.createObjectBuilder().add("act", "AGREEMENT").add("digest", shown));
    }

    private static String residual(User asking) {
        String mission = code();
        Handover plan = plan(mission);
        Tables.assigned("LO-AU", mission, "2013-06-05 00:00:00");
        plan.signed("AGREEMENT");
        expect(
                200,
                asking.post(
                        plan.path("/residual"),
                        Json.createObjectBuilder()
                                .add("hat", "LO-AU")
                                .add("purpose", "EXERCISE: reports")
                                .add("to", "2013-11-01T00:00:00Z")));
        String path = plan.path("/residual/LO-AU/approval");
        expect(200, asking.post(path, null));
        return path;
    }

    private static String overlap(User asking) {
        Handover plan = plan();
        plan.signed("AGREEMENT");
        String paper = filed(User.in("LO-AU"), report("(AU-C//REL TO AU, UN)", word()));
        submitted(User.in("LO-AU"), paper);
        confirmed(User.in("CO-AU"), paper);
        expect(
                200,
                asking.post(
                        plan.path("/overlap"),
                        Json.createObjectBuilder()
                                .add("hat", "LO-UN")
                                .add("products", Json.createArrayBuilder().add(paper))));
        return plan.path("/overlap/" + paper + "/approval");
    }
}
