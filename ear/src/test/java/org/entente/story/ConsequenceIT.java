package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.handOver;
import static org.entente.running.Offices.refusal;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.state;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every act says what it set in motion (faults E5), and what was refused or lapsed can be asked for again (E6). */
class ConsequenceIT {
    private static final String TO_AU = "(UN-C//REL TO UN, AU)";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki08_e5_publishingTellsWhichReleasesItStartedAndWhomTheyWaitFor() {
        String product = filed(analyst, filing("INTREP", "EXERCISE - set out", portion(TO_AU, "EXERCISE. x")));
        submitted(analyst, product);
        String publication = "/products/" + product + "/publication";
        String key = UUID.randomUUID().toString();
        Answer published = expect(200, officer.post(publication, damage(), "Idempotency-Key", key));
        JsonObject started = published.json().getJsonArray("setInMotion").getJsonObject(0);
        String release = releases(officer, product).getFirst().getString("number");
        assertEquals(release, started.getString("release"));
        assertEquals("CHECKED", started.getString("stage"));
        assertEquals(List.of("AU"), texts(started, "recipients"));
        JsonObject next = started.getJsonArray("next").getJsonObject(0);
        assertEquals("AUTHORISATION", next.getString("step"));
        assertEquals("UN", next.getString("organisation"));
        assertTrue(texts(next, "roles").contains("RELEASE_AUTHORITY"), next.toString());
        assertEquals(
                published.body(),
                officer.post(publication, damage(), "Idempotency-Key", key).body());
        // asking says why not, and where it is
        Answer again = expect(409, analyst.post("/products/" + product + "/releases", wish("AU")));
        assertEquals("under-way", again.slug());
        String told = again.text("title");
        assertTrue(told.contains(release) && told.contains("CHECKED") && told.contains("AUTHORISATION by UN"), told);
    }

    @Test
    void pki13_e5_theAuthorHearsWhatTheProductWasGoodFor() {
        String product = filed(analyst, filing("INTREP", "EXERCISE - used", portion(TO_AU, "EXERCISE. x")));
        submitted(analyst, product);
        confirmed(officer, product);
        handOver(officer, product);
        String release = releases(officer, product).getFirst().getString("number");
        assertEquals(0, told(analyst, release));
        expect(200, step(User.in("LO-AU"), release, "use_report", because("EXERCISE: the convoy took another road")));
        assertEquals(1, told(analyst, release));
        assertEquals(0, told(User.in("AN-U2"), release));
    }

    @Test
    void cav13_e6_aConsentThatWasRefusedIsAskedForAgain() {
        String release = waitingForConsent();
        assertEquals(
                409,
                step(User.in("CO-AU"), release, "ask_again", because("EXERCISE: x"))
                        .status());
        answer(release, refusal("EXERCISE: not now"));
        assertEquals("REJECTED", state(User.in("CO-AU"), release));
        expect(200, step(User.in("AN-AU"), release, "ask_again", because("EXERCISE: the source is safe now")));
        assertEquals("ORIGINATOR_CONSENT", state(User.in("CO-AU"), release));
        answer(release, approval());
        assertEquals("CHECKED", state(User.in("CO-AU"), release));
    }

    @Test
    void cav13_e6_aConsentThatHasLapsedIsAskedForAgain() {
        String release = waitingForConsent();
        answer(release, approval().add("lapses", "2013-06-26T08:00:00Z"));
        assertEquals("CHECKED", state(User.in("CO-AU"), release));
        assertEquals(
                409,
                step(User.in("CO-AU"), release, "ask_again", because("EXERCISE: x"))
                        .status());
        User.clock("2013-06-27T08:00:00Z");
        assertEquals(
                422, step(authority("AU"), release, "authorisation", approval()).status());
        expect(200, step(User.in("CO-AU"), release, "ask_again", because("EXERCISE: it has lapsed")));
        assertEquals("ORIGINATOR_CONSENT", state(User.in("CO-AU"), release));
        answer(release, approval());
        assertEquals("CHECKED", state(User.in("CO-AU"), release));
    }

    // ---- words of these stories ----

    private static String waitingForConsent() {
        User.clock("2013-06-25T08:00:00Z");
        User author = User.in("AN-AU");
        String product = filed(
                author,
                filing("INTREP", "EXERCISE - asked", portion("(AU-C//ORCON)", "EXERCISE. x"))
                        .add("mission", "AFISMA"));
        submitted(author, product);
        confirmed(User.in("CO-AU"), product);
        String release = expect(201, author.post("/products/" + product + "/releases", wish("UN")))
                .text("number");
        expect(200, step(User.in("CO-AU"), release, "check", approval()));
        return release;
    }

    /** To the question that is open now. */
    private static void answer(String release, JsonObjectBuilder said) {
        String question =
                expect(200, User.in("CO-AU").get("/releases/" + release)).json().getJsonArray("consents").stream()
                        .map(c -> c.asJsonObject())
                        .filter(c -> c.getString("state").equals("ASKED"))
                        .findFirst()
                        .orElseThrow()
                        .getString("number");
        expect(200, authority("AU").post("/consents/" + question + "/answer", said));
    }

    private static JsonObjectBuilder wish(String recipient) {
        return Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add(recipient))
                .add("purpose", "EXERCISE: force protection");
    }

    private static long told(User user, String release) {
        return expect(200, user.get("/notices")).array().getValuesAs(JsonObject.class).stream()
                .filter(n -> n.getString("occasion").equals("USE_REPORTED"))
                .filter(n -> n.getString("subject").equals(release))
                .count();
    }

    private static List<String> texts(JsonObject of, String field) {
        return of.getJsonArray(field).getValuesAs(JsonString::getString);
    }
}
