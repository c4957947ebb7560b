package org.entente.story;

import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.refusal;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.entente.running.Answer;
import org.entente.running.Handover;
import org.entente.running.Patience;
import org.entente.running.Realm;
import org.entente.running.Scenario;
import org.entente.running.SecondFactor;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A signature wants a second factor, used just now. */
class SecondFactorIT {
    @BeforeEach
    void may() {
        User.clock("2013-05-02T09:00:00Z");
    }

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void nobodySignsWithAPasswordAloneAndTheAnswerSaysHowToComeBack() {
        Handover plan = drafted();
        Answer weak = sign(plan.from(), plan.number());
        assertEquals(401, weak.status(), weak.toString());
        assertEquals("second-factor-required", weak.slug());
        assertEquals(
                "Bearer error=\"insufficient_user_authentication\", acr_values=\"level2\", max_age=300",
                weak.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(0, plan.plan().getJsonArray("signatures").size());
        Answer absent = sign(plan.from(), "HND-NONE-AT-ALL");
        assertEquals(weak.status(), absent.status());
        assertEquals(weak.body().replace(plan.number(), "#"), absent.body().replace("HND-NONE-AT-ALL", "#"));
    }

    @Test
    void whoHasJustUsedOneSignsAndTheRecordSaysHowStronglyAndWhen() {
        Handover plan = drafted();
        expect(200, sign(plan.from().proved(), plan.number()));
        assertEquals(1, plan.plan().getJsonArray("signatures").size());
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE object = ? AND action = 'SIGN_HANDOVER' AND outcome = 'PERMIT'"
                                + " AND detail REGEXP '^.level2, [0-9]+ s. AGREEMENT for PREDECESSOR$'",
                        plan.number()));
    }

    /** B3: what lets go, lets others sign or makes weaker wants one; what is absent and what is hidden are asked alike. */
    @Test
    void pki08_b3_graveActsWantOneAndRefusingDoesNot() {
        User.clock(Scenario.SETTLED);
        User analyst = User.in("AN-UN");
        User officer = User.in("CO-UN");
        String product =
                filed(analyst, filing("INTREP", "EXERCISE - grave", portion("(UN-C//REL TO UN, AU)", "EXERCISE. x")));
        submitted(analyst, product);
        confirmed(officer, product);
        String release = releases(officer, product).getFirst().getString("number");
        User authority = authority("UN");
        String signature = "/releases/" + release + "/steps/authorisation";
        Answer weak = authority.post(signature, approval(), "If-Match", authority.seen(signature));
        assertEquals("second-factor-required", expect(401, weak).slug());
        Answer absent = authority.postUnseen("/releases/REL-NONE/steps/authorisation", approval());
        Answer hidden = authority("ECOWAS").postUnseen(signature, approval());
        assertEquals(weak.body().replace(release, "#"), absent.body().replace("REL-NONE", "#"));
        assertEquals(weak.body(), hidden.body());
        JsonObjectBuilder delegation =
                Json.createObjectBuilder().add("to", "DUTY-UN").add("ceiling", "UN-C");
        assertEquals(
                "second-factor-required",
                expect(401, authority.postUnseen("/delegations", delegation)).slug());
        assertEquals(
                "second-factor-required",
                expect(401, authority.postUnseen("/products/" + product + "/break-glass", emergency()))
                        .slug());
        String label = "/products/" + product + "/label";
        Answer weaker = authority.post(label, marked("(UN-U)"), "If-Match", authority.seen(label));
        assertEquals("second-factor-required", expect(401, weaker).slug());
        assertEquals("CHECKED", expect(200, officer.get("/releases/" + release)).text("state"));
        assertEquals(
                "UN CONFIDENTIAL//REL TO UN, AU",
                expect(200, officer.get("/products/" + product)).text("marking"));
        // stronger is no grave act, and saying no is none
        expect(200, officer.post(label, marked("(UN-SC//REL TO UN, AU)"), "If-Match", officer.seen(label)));
        expect(200, step(officer, release, "check", approval()));
        expect(200, authority.post(signature, refusal("EXERCISE: no"), "If-Match", authority.seen(signature)));
    }

    private static JsonObjectBuilder marked(String portion) {
        return Json.createObjectBuilder()
                .add("portions", Json.createArrayBuilder().add(portion))
                .add("reason", "EXERCISE: another label");
    }

    private static JsonObjectBuilder emergency() {
        return Json.createObjectBuilder()
                .add("recipients", Json.createArrayBuilder().add("LO-EU"))
                .add("portions", Json.createArrayBuilder().add("1"))
                .add("threat", "EXERCISE: x")
                .add("reason", "EXERCISE: x")
                .add("briefing", "EXERCISE: x");
    }

    /** Otherwise one code would do for as long as the session lasts. */
    @Test
    void aRefreshedTokenIsNoFresherThanItsCode() {
        JsonObject first = Realm.tokens(
                "entente",
                Map.of(
                        "grant_type", "password",
                        "client_id", "entente-cli",
                        "scope", "openid signing",
                        "username", "castro",
                        "password", "castro-exercise",
                        "totp", SecondFactor.code("castro")));
        Instant issued = Instant.ofEpochSecond(claims(first).getInt("iat"));
        Patience.until(
                Duration.ofSeconds(10),
                "a second after the first token",
                () -> Instant.now().isAfter(issued.plusSeconds(1)));
        JsonObject again = Realm.tokens(
                "entente",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "entente-cli",
                        "refresh_token", first.getString("refresh_token")));
        JsonObject before = claims(first);
        JsonObject after = claims(again);
        assertNotEquals(before.getInt("iat"), after.getInt("iat"));
        assertEquals("level2", after.getString("acr"), "it keeps its level");
        assertEquals(before.getJsonObject("levels"), after.getJsonObject("levels"));
        assertTrue(before.getJsonObject("levels").getInt("2") > 0);
    }

    private static JsonObject claims(JsonObject tokens) {
        String middle = tokens.getString("access_token").split("\\.", -1)[1];
        try (JsonReader reader = Json.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(middle), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static Handover drafted() {
        return Handover.drafted("REL-AFISMA-MINUSMA", "AU", "UN", "2013-07-01T00:00:00Z", "HO-AU", "HO-UN");
    }

    private static Answer sign(User cochair, String number) {
        Answer plan = cochair.get("/handovers/" + number);
        return cochair.post(
                "/handovers/" + number + "/signatures",
                Json.createObjectBuilder()
                        .add("act", "AGREEMENT")
                        .add("digest", plan.status() == 200 ? plan.text("digest") : "unseen"));
    }
}
