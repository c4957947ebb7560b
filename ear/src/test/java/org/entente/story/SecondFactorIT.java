package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.entente.running.Answer;
import org.entente.running.Handover;
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

    /** Otherwise one code would do for as long as the session lasts. */
    @Test
    void aRefreshedTokenIsNoFresherThanItsCode() throws InterruptedException {
        JsonObject first = Realm.tokens(
                "entente",
                Map.of(
                        "grant_type", "password",
                        "client_id", "entente-cli",
                        "scope", "openid signing",
                        "username", "castro",
                        "password", "castro-exercise",
                        "totp", SecondFactor.code("castro")));
        Thread.sleep(2_000);
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
