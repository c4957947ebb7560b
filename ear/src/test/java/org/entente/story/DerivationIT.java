package org.entente.story;

import static org.entente.running.Offices.authority;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What draws on a product is marked no less strictly than it, unless its originator has consented (CLS-44). */
class DerivationIT {
    private static final String STRICT = "(AU-C//REL TO AU, UN)";
    private static final String WEAK = "(UN-C//REL TO UN, AU, ECOWAS)";

    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void cls44_withoutTheOriginatorsConsentAWeakerMarkIsRefused() {
        String source = ofAu();
        refused(422, "source", Set.of("CLS-44"), draw(source + "#1"));
        String question = number(expect(201, ask(analyst, source, "(UN-C//REL TO UN, AU)", "1")));
        // asked is not granted, and a refusal grants nothing
        refused(422, "source", Set.of("CLS-44"), draw(source + "#1"));
        refused(422, "invalid-consent", Set.of("CLS-44"), answer(authority("AU"), question, false, null));
        assertEquals(
                "REFUSED",
                expect(200, answer(authority("AU"), question, false, "EXERCISE: the source would be known"))
                        .text("state"));
        refused(422, "source", Set.of("CLS-44"), draw(source + "#1"));
        refused(409, "wrong-state", Set.of("CLS-44"), answer(authority("AU"), question, true, null));
    }

    @Test
    void cls44_withTheOriginatorsConsentItIsKeptForThesePortionsAndThisMarkAlone() {
        String source = ofAu();
        String question = number(expect(201, ask(analyst, source, WEAK, "1")));
        assertTrue(desk(authority("AU")).contains(question));
        assertFalse(desk(officer).contains(question), "nobody answers in the giver's stead");
        refused(403, "not-your-step", Set.of("CLS-44"), answer(officer, question, true, null));
        refused(403, "role-missing", Set.of("CLS-40"), answer(User.in("CO-AU"), question, true, null));
        assertEquals(
                "GRANTED",
                expect(200, answer(authority("AU"), question, true, null)).text("state"));
        expect(201, draw(source + "#1"));
        // another portion, the whole of it, or a weaker mark still
        refused(422, "source", Set.of("CLS-44"), draw(source + "#2"));
        refused(422, "source", Set.of("CLS-44"), draw(source));
        refused(422, "source", Set.of("CLS-44"), drawing("(UN-U)", source + "#1"));
        // and for nobody else
        Answer theirs = expect(200, User.in("LO-EU").get("/derivations"));
        assertFalse(theirs.body().contains(question));
    }

    @Test
    void cls44_everyOriginatorIsAskedAndAnotherLabelOfTheSourceIsAnotherQuestion() {
        String first = ofAu();
        String second = published(
                User.in("LO-EU"),
                User.in("CO-EU"),
                filing("INTREP", "EXERCISE - of the EU", portion("(R-UE/EU-R//REL TO EU, UN)", "EXERCISE. y"))
                        .add("mission", "EUTM"));
        String one = number(expect(201, ask(analyst, first, WEAK, "1")));
        expect(200, answer(authority("AU"), one, true, null));
        refused(
                422,
                "source",
                Set.of("CLS-44"),
                User.in("AN-U2").post("/products", draft(WEAK, first + "#1", second + "#1")));
        String both = number(expect(201, ask(User.in("AN-U2"), second, WEAK, "1")));
        expect(200, answer(authority("EU"), both, true, null));
        Answer kept = User.in("AN-U2").post("/products", draft(WEAK, first + "#1", second + "#1"));
        String draft = expect(201, kept).text("number");
        // the source is upgraded before the derivative is confirmed: what was granted was granted for another label
        expect(
                200,
                authority("AU")
                        .post(
                                "/products/" + first + "/label",
                                Json.createObjectBuilder()
                                        .add(
                                                "portions",
                                                Json.createArrayBuilder()
                                                        .add("(AU-S//REL TO AU, UN)")
                                                        .add(STRICT))
                                        .add("reason", "EXERCISE: it is worse than thought")));
        submitted(User.in("AN-U2"), draft);
        Answer late = officer.post("/products/" + draft + "/publication", org.entente.running.Papers.damage());
        refused(422, "source", Set.of("CLS-44"), late);
        assertFalse(late.body().contains(first), "the officer who may not know the source is not told of it");
    }

    @Test
    void cls44_aLaterLabelGoesNoFurtherBelowSomebodyElsesSource() {
        String source = ofAu();
        String derived =
                published(analyst, officer, draft("(UN-C//CONTAINS AU INFORMATION//REL TO UN, AU)", source + "#1"));
        Answer weaker = authority("UN")
                .post(
                        "/products/" + derived + "/label",
                        Json.createObjectBuilder()
                                .add("portions", Json.createArrayBuilder().add("(UN-U)"))
                                .add("reason", "EXERCISE: as it should be"));
        refused(422, "source", Set.of("CLS-44"), weaker);
        String question = number(expect(201, ask(analyst, source, "(UN-U)", "1")));
        expect(200, answer(authority("AU"), question, true, null));
        expect(
                200,
                authority("UN")
                        .post(
                                "/products/" + derived + "/label",
                                Json.createObjectBuilder()
                                        .add(
                                                "portions",
                                                Json.createArrayBuilder().add("(UN-U)"))
                                        .add("reason", "EXERCISE: as it should be")));
    }

    @Test
    void cls43_nobodyAsksAboutWhatTheyCannotRead() {
        String source = ofAu();
        refused(404, "not-found", Set.of(), ask(User.in("LO-ECW"), source, "(ECW-R)", "1"));
        refused(422, "invalid-derivation", Set.of("CLS-43"), ask(analyst, source, WEAK, "1", "9"));
        refused(422, "invalid-derivation", Set.of("CLS-44"), ask(analyst, source, "(AU-R)", "1"));
        refused(422, "invalid-derivation", Set.of("CLS-43", "CLS-44"), ask(analyst, source, "nonsense"));
    }

    private static String ofAu() {
        User author = User.in("LO-AU");
        String source = filed(
                author,
                filing(
                                "INTREP",
                                "EXERCISE - of the AU",
                                portion(STRICT, "EXERCISE. first"),
                                portion(STRICT, "EXERCISE. second"))
                        .add("mission", "MINUSMA"));
        submitted(author, source);
        confirmed(User.in("CO-AU"), source);
        org.entente.running.Offices.handOver(User.in("CO-AU"), source);
        return source;
    }

    private Answer draw(String... sources) {
        return drawing(WEAK, sources);
    }

    private Answer drawing(String mark, String... sources) {
        return analyst.post("/products", draft(mark, sources));
    }

    private static JsonObjectBuilder draft(String mark, String... sources) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List.of(sources).forEach(all::add);
        JsonObject drawn = Json.createObjectBuilder(portion(mark, "EXERCISE. drawn"))
                .add("sources", all)
                .build();
        return filing("INTREP", "EXERCISE - drawn", drawn);
    }

    private static String number(Answer asked) {
        return asked.array().getJsonObject(0).getString("number");
    }

    private static Answer ask(User user, String source, String mark, String... paragraphs) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        List.of(paragraphs).forEach(ids::add);
        return user.post(
                "/derivations",
                Json.createObjectBuilder()
                        .add("source", source)
                        .add("paragraphs", ids)
                        .add("marking", mark)
                        .add("purpose", "EXERCISE: for the patrols"));
    }

    private static Answer answer(
            User user, String number, boolean granted, @org.jspecify.annotations.Nullable String reason) {
        JsonObjectBuilder answer = Json.createObjectBuilder().add("granted", granted);
        if (reason != null) {
            answer.add("reason", reason);
        }
        return user.post("/derivations/" + number + "/answer", answer);
    }

    private static String desk(User user) {
        return expect(200, user.get("/desk")).body();
    }

    private static void refused(int status, String slug, Set<String> rules, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug());
        assertEquals(rules, new TreeSet<>(answer.reasons()));
    }
}
