package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the drafts of somebody who has lost the hat: an officer takes them over, and until then nobody reads them. */
class ZLeftDraftIT {
    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void theAuthorIsBack() {
        Tables.restoreHat("AN-UN");
    }

    @Test
    void hnd08_aDraftOfSomebodyGonePassesToAnOfficerWhoTakesItOver() {
        String word = word();
        String number = filed(author, report("(UN-C)", "left behind " + word));
        String takeover = "/drafts/left/" + number + "/takeover";
        // while its author is there nobody takes anything over
        assertFalse(left(officer).contains(number));
        expect(404, officer.post(takeover, null));
        expect(403, author.post(takeover, null));
        gone("AN-UN");
        Answer headers = expect(200, officer.get("/drafts/left"));
        assertTrue(headers.body().contains(number) && !headers.body().contains(word), headers.body());
        expect(404, officer.get("/products/" + number));
        assertTrue(expect(200, officer.get("/desk")).body().contains("DRAFT_LEFT"));
        for (String other : List.of("CO-AU", "CO-EU")) {
            assertFalse(left(User.in(other)).contains(number), other);
            assertEquals(
                    expect(404, User.in(other).post("/drafts/left/UN-00000000/takeover", null))
                            .slug(),
                    expect(404, User.in(other).post(takeover, null)).slug());
        }
        expect(200, officer.post(takeover, null));
        assertTrue(expect(200, officer.get("/products/" + number)).body().contains(word));
        assertEquals("wrong-state", expect(409, officer.post(takeover, null)).slug());
        assertFalse(left(officer).contains(number));
        // whoever took it over has written it, and confirms it no more than any author
        expect(200, officer.post("/products/" + number + "/submission", null));
        assertEquals(
                "separation-of-duties",
                expect(403, officer.post("/products/" + number + "/publication", org.entente.running.Papers.damage()))
                        .slug());
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'TAKE_OVER_DRAFT' AND object = ?"
                                + " AND outcome = 'PERMIT' AND detail LIKE '%AN-UN%'",
                        number));
        assertTrue(expect(200, User.in("SO-UN").get("/notices")).array().getValuesAs(JsonObject.class).stream()
                .anyMatch(n -> n.getString("occasion").equals("DRAFT_TAKEN_OVER")
                        && n.getString("subject").equals(number)));
    }

    private static String left(User officer) {
        return expect(200, officer.get("/drafts/left")).body();
    }

    private static void gone(String hat) {
        expect(
                204,
                User.in("SO-UN")
                        .proved()
                        .post(
                                "/hats/" + hat + "/suspension",
                                org.entente.running.Papers.because("EXERCISE: left the mission")));
    }
}
