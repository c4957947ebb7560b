package org.entente.running;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.entente.running.Questions.anonymous;
import static org.entente.running.Questions.answer;
import static org.entente.running.Questions.asked;
import static org.entente.running.Questions.asking;
import static org.entente.running.Questions.forwarding;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Objects of every kind that somebody could act upon, of several organisations and in several states. */
public final class Belongings {
    private static final Map<String, String> SUFFIX = Map.of("UN", "UN", "AU", "AU", "ECOWAS", "ECW", "EU", "EU");
    private static final Map<String, String> AUTHORS =
            Map.of("UN", "AN-UN", "AU", "LO-AU", "ECOWAS", "LO-ECW", "EU", "LO-EU");
    private static final Map<String, String> MARKS =
            Map.of("UN", "UN-C", "AU", "AU-C", "ECOWAS", "ECW-C", "EU", "C-UE/EU-C");

    /** The hat that is suspended once these are made; whoever made them gives it back. */
    public static final String LEAVING = "AN-U2";

    private final List<Belonging> all = new ArrayList<>();

    /**
     * An object: its kind, its own number and those of what it holds, the organisations on each of its sides, and in which
     * state it is. Organisations on no side may not know of it.
     */
    public record Belonging(String kind, String state, Map<String, String> numbers, Map<String, Set<String>> sides) {
        public boolean strangeTo(String organisation) {
            return sides.values().stream().noneMatch(s -> s.contains(organisation));
        }

        @Override
        public String toString() {
            return kind + " " + numbers.get(kind) + " " + state + " " + sides;
        }
    }

    /** Makes them, at the exercise's settled instant. */
    public static List<Belonging> made() {
        User.clock(Scenario.SETTLED);
        Belongings made = new Belongings();
        for (String organisation : List.of("UN", "AU", "ECOWAS", "EU")) {
            made.products(organisation);
            made.breaches(organisation);
            made.people(organisation);
            made.audits(organisation);
        }
        made.released();
        made.arrangements();
        made.labels();
        made.requests();
        made.ownAffairs();
        made.missionsAndHandover("UN", "AU");
        made.missionsAndHandover("AU", "UN");
        return made.all;
    }

    private void add(String kind, String state, String number, Map<String, Set<String>> sides) {
        add(kind, state, Map.of(kind, number), sides);
    }

    private void add(String kind, String state, Map<String, String> numbers, Map<String, Set<String>> sides) {
        all.add(new Belonging(kind, state, numbers, new TreeMap<>(sides)));
    }

    private static User of(String office, String organisation) {
        return User.in(office + "-" + SUFFIX.get(organisation));
    }

    private static User author(String organisation) {
        return User.in(Objects.requireNonNull(AUTHORS.get(organisation)));
    }

    private static JsonObjectBuilder paper(String organisation, String also) {
        return filing(
                        "INTREP",
                        "EXERCISE - " + word(),
                        portion("(" + MARKS.get(organisation) + also + ")", "EXERCISE. " + word()))
                .add("mission", organisation.equals("EU") ? "EUTM" : "MINUSMA");
    }

    private static String confirmedPaper(String organisation, String also) {
        String number = filed(author(organisation), paper(organisation, also));
        submitted(author(organisation), number);
        confirmed(of("CO", organisation), number);
        return number;
    }

    private void products(String organisation) {
        Map<String, Set<String>> sides = Map.of("originator", Set.of(organisation));
        String only = "";
        add("product", "DRAFT", filed(author(organisation), paper(organisation, only)), sides);
        String submitted = filed(author(organisation), paper(organisation, only));
        submitted(author(organisation), submitted);
        add("product", "SUBMITTED", submitted, sides);
        add("product", "PUBLISHED", confirmedPaper(organisation, only), sides);
        String withdrawn = confirmedPaper(organisation, only);
        Answer told =
                expect(200, of("CO", organisation).post("/products/" + withdrawn + "/withdrawal", because("EXERCISE")));
        add(
                "event",
                "RECORDED",
                told.headers().firstValue("Entente-Event").orElseThrow(),
                Map.of("subject", Set.of(organisation)));
        add("product", "WITHDRAWN", withdrawn, sides);
    }

    private void breaches(String organisation) {
        String number = expect(
                        201,
                        author(organisation)
                                .post("/breaches", Json.createObjectBuilder().add("what", "EXERCISE - " + word())))
                .text("number");
        add("breach", "REPORTED", number, Map.of("organisation", Set.of(organisation)));
    }

    private void people(String organisation) {
        Map<String, Set<String>> sides = Map.of("organisation", Set.of(organisation));
        String hat = Objects.requireNonNull(AUTHORS.get(organisation));
        String act =
                Appointing.proposed(of("SO", organisation), "/hats/" + hat + "/conduct", because("EXERCISE: signed"));
        String digest =
                expect(200, of("OA", organisation).get("/people/acts/" + act)).text("digest");
        add("act", "PROPOSED", Map.of("act", act, "digest", digest), sides);
        add("hat", "LIVE", hat, sides);
    }

    private void audits(String organisation) {
        Map<String, Set<String>> sides = Map.of("organisation", Set.of(organisation));
        User auditor = of("AUD", organisation);
        JsonObject sample = expect(
                        201,
                        auditor.post(
                                "/audit/samples",
                                Json.createObjectBuilder()
                                        .add("year", 2013)
                                        .add("size", 1)
                                        .add("seed", word())))
                .json();
        add(
                "sample",
                "DRAWN",
                Map.of(
                        "sample",
                        sample.getString("number"),
                        "product",
                        sample.getJsonArray("items").getJsonObject(0).getString("product")),
                sides);
        if (Set.of("UN", "AU").contains(organisation)) {
            String purge = expect(
                            201,
                            of("SO", organisation)
                                    .post(
                                            "/audit/purges",
                                            Json.createObjectBuilder()
                                                    .add("before", "2003-01-01T00:00:00Z")
                                                    .add("reason", "EXERCISE: retention is over")))
                    .text("number");
            add("purge", "ORDERED", purge, sides);
        }
    }

    private void released() {
        for (String[] pair : new String[][] {{"UN", "AU"}, {"AU", "UN"}, {"UN", "EU"}}) {
            String to = "//REL TO " + pair[0] + ", " + pair[1];
            Map<String, Set<String>> sides =
                    Map.of("releaser", Set.of(pair[0]), "receiver", Set.of(pair[1]), "originator", Set.of(pair[0]));
            for (int steps = 0; steps < 4; steps++) {
                String product = confirmedPaper(pair[0], to);
                User insider = of("CO", pair[0]);
                String release = releases(insider, product).getFirst().getString("number");
                if (steps > 0) {
                    expect(200, step(authority(pair[0]), release, "authorisation", approval()));
                }
                if (steps > 1) {
                    expect(200, step(registry(pair[0]), release, "registration", null));
                }
                if (steps > 2) {
                    expect(200, step(registry(pair[1]), release, "receipt", null));
                    add("product", "RELEASED", product, sides);
                }
                String state = Offices.state(insider, release);
                Map<String, Set<String>> known = new TreeMap<>(sides);
                if (steps < 2) {
                    // until it is registered there is nothing for its recipient to know of
                    known.remove("receiver");
                }
                add("release", state, release, known);
            }
        }
        String product = confirmedPaper("AU", "//ORCON//REL TO AU, UN");
        String release = releases(of("CO", "AU"), product).getFirst().getString("number");
        add("release", "ORIGINATOR_CONSENT", release, Map.of("releaser", Set.of("AU"), "giver", Set.of("AU")));
        JsonObject consent =
                expect(200, authority("AU").get("/consents")).array().getValuesAs(JsonObject.class).stream()
                        .filter(c -> c.getString("release").equals(release))
                        .findFirst()
                        .orElseThrow();
        add("consent", "ASKED", consent.getString("number"), Map.of("giver", Set.of("AU")));
        String delegation = expect(
                        201,
                        authority("UN")
                                .post(
                                        "/delegations",
                                        Json.createObjectBuilder()
                                                .add("to", "DUTY-UN")
                                                .add("ceiling", "UN-U")
                                                .add(
                                                        "types",
                                                        Json.createArrayBuilder()
                                                                .add("INTREP"))))
                .text("number");
        add("delegation", "GIVEN", delegation, Map.of("organisation", Set.of("UN")));
    }

    private void arrangements() {
        for (String[] pair : new String[][] {{"UN", "ECOWAS", "UN-U"}, {"EU", "AU", "R-UE/EU-R"}}) {
            String number = expect(
                            201,
                            authority(pair[0])
                                    .post(
                                            "/arrangements",
                                            Json.createObjectBuilder()
                                                    .add("receiver", pair[1])
                                                    .add("cap", pair[2])
                                                    .add("basis", "EXERCISE: specific operational need")))
                    .text("number");
            add("arrangement", "DRAFT", number, Map.of("giver", Set.of(pair[0]), "receiver", Set.of(pair[1])));
        }
    }

    private void labels() {
        String product = Papers.published(author("UN"), of("CO", "UN"), paper("UN", "//REL TO UN, AU"));
        String challenge = expect(
                        201,
                        User.in("LO-AU")
                                .post(
                                        "/challenges",
                                        because("EXERCISE: too high").add("product", product)))
                .text("number");
        Map<String, Set<String>> sides = Map.of("originator", Set.of("UN"), "challenger", Set.of("AU"));
        add("challenge", "OPEN", challenge, sides);
        String derivation = expect(
                        201,
                        User.in("LO-AU")
                                .post(
                                        "/derivations",
                                        Json.createObjectBuilder()
                                                .add("source", product)
                                                .add(
                                                        "paragraphs",
                                                        Json.createArrayBuilder()
                                                                .add("1"))
                                                .add("marking", "(AU-C//REL TO AU, UN, ECOWAS)")
                                                .add("purpose", "EXERCISE")))
                .array()
                .getJsonObject(0)
                .getString("number");
        add("derivation", "ASKED", derivation, Map.of("originator", Set.of("UN"), "asker", Set.of("AU")));
        String referral = expect(
                        201,
                        User.in("LO-AU")
                                .post(
                                        "/referrals",
                                        Json.createObjectBuilder()
                                                .add("product", product)
                                                .add("matter", "HUMAN_RIGHTS")
                                                .add("text", "EXERCISE. A village was burnt.")))
                .text("number");
        add("referral", "SENT", referral, Map.of("office", Set.of("UN")));
    }

    private void requests() {
        Map<String, Set<String>> sides = Map.of("asker", Set.of("UN"), "addressee", Set.of("ECOWAS"));
        add("request", "OPEN", asked(User.in("LO-UN"), asking("(UN-C)", "ECOWAS")), sides);
        String answered = asked(User.in("LO-UN"), asking("(UN-C)", "ECOWAS"));
        String product = Papers.published(author("ECOWAS"), of("CO", "ECOWAS"), paper("ECOWAS", "//REL TO ECOWAS, UN"));
        expect(200, User.in("LO-ECW").post("/requests/" + answered + "/answer", answer(product)));
        add("request", "ANSWERED", answered, sides);
        add(
                "request",
                "WITH THE BROKER",
                asked(User.in("LO-AU"), anonymous("(AU-C)", "ECOWAS")),
                Map.of("asker", Set.of("AU"), "broker", Set.of("UN")));
        String forwarded = asked(User.in("LO-AU"), anonymous("(AU-C)", "ECOWAS"));
        expect(200, User.in("BROKER").post("/requests/" + forwarded + "/forwarding", forwarding("ECOWAS", "(ECW-C)")));
        add(
                "request",
                "FORWARDED",
                forwarded,
                Map.of("asker", Set.of("AU"), "addressee", Set.of("ECOWAS"), "broker", Set.of("UN")));
        String requirement = expect(
                        201,
                        User.in("CO-UN")
                                .post(
                                        "/requirements",
                                        Json.createObjectBuilder()
                                                .add("text", "EXERCISE: fuel")
                                                .add("marking", "(UN-C)")))
                .text("number");
        add("requirement", "STATED", requirement, Map.of("organisation", Set.of("UN")));
    }

    /** What is somebody's own: a notice, an import, a draft left behind. */
    private void ownAffairs() {
        JsonObject told = expect(200, User.in("CO-UN").get("/notices"))
                .array()
                .getValuesAs(JsonObject.class)
                .getFirst();
        add("notice", "TOLD", told.getString("number"), Map.of("bearer", Set.of("UN")));
        String draft = filed(User.in(LEAVING), paper("UN", ""));
        expect(
                204,
                User.in("OA-UN").proved().post("/hats/" + LEAVING + "/suspension", because("EXERCISE: badge lost")));
        add("left", "LEFT", draft, Map.of("originator", Set.of("UN")));
    }

    private void missionsAndHandover(String predecessor, String successor) {
        String from = "T" + word().substring(1, 8).toUpperCase(Locale.ROOT);
        String to = "U" + from;
        Missions.founded(from, predecessor, "HO-" + predecessor, null);
        Missions.founded(to, successor, "HO-" + successor, null);
        // that there is a mission, and what becomes of it, is no secret
        Map<String, Set<String>> led =
                Map.of("lead", Set.of(predecessor), "other", Set.of(successor), "known", SUFFIX.keySet());
        add("mission", "FOUNDED", Map.of("mission", from, "to", to), led);
        add("benchmark", "ENTERED", Missions.benchmark(from, predecessor, "HO-" + predecessor), led);
        String relation = Missions.related("HO-" + predecessor, from, to, null);
        add("relation", "AGREED", relation, Map.of("lead", Set.of(predecessor, successor), "known", SUFFIX.keySet()));
        String proposal = expect(
                        201,
                        User.in("HO-" + predecessor)
                                .post(
                                        "/missions",
                                        Json.createObjectBuilder()
                                                .add("code", "V" + from)
                                                .add("name", "EXERCISE")
                                                .add("mandate", "EXERCISE")
                                                .add(
                                                        "leads",
                                                        Json.createArrayBuilder()
                                                                .add(predecessor))))
                .text("number");
        add("proposal", "PROPOSED", proposal, Map.of("proposer", Set.of(predecessor), "asked", Set.of(predecessor)));
        Handover plan = Handover.drafted(
                relation, predecessor, successor, "2013-09-01T00:00:00Z", "HO-" + predecessor, "HO-" + successor);
        Map<String, Set<String>> sides = Map.of("predecessor", Set.of(predecessor), "successor", Set.of(successor));
        String draft = plan.plan().getString("digest", "none");
        if (predecessor.equals("UN")) {
            add("handover", "DRAFT", numbers(plan, draft, "1"), sides);
            return;
        }
        Papers.published(
                author("ECOWAS"),
                of("CO", "ECOWAS"),
                paper("ECOWAS", "//REL TO ECOWAS, AU").add("mission", from));
        plan.signed("AGREEMENT");
        plan.takeInventory();
        plan.signed("FREEZE");
        expect(
                200,
                plan.from()
                        .post(plan.path("/consents"), Json.createObjectBuilder().add("due", "2013-08-15T00:00:00Z")));
        add(
                "asked",
                "ASKED",
                expect(200, User.in("CO-ECW").get("/handovers/consents"))
                        .array()
                        .getJsonObject(0)
                        .getString("number"),
                Map.of("giver", Set.of("ECOWAS"), "asker", Set.of(predecessor)));
        add(
                "handover",
                plan.stage(),
                numbers(
                        plan,
                        plan.plan().getString("digest", "none"),
                        plan.items("").getFirst().getString("reference")),
                sides);
    }

    private static Map<String, String> numbers(Handover plan, String digest, String item) {
        return Map.of("handover", plan.number(), "digest", digest, "item", item, "hat", "LO-AU", "reference", "1");
    }
}
