package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PKI-14: JMAC and U2 serve in one mission and are two producers; what one makes reaches the other when an officer says so. */
class UnitIT {
    private final User jmac = User.in("AN-UN");
    private final User u2 = User.in("AN-U2");
    private final User officer = User.in("CO-UN");
    private final User authority = User.in("RA-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void pki14_beingInTheSameMissionOpensNothing() {
        String word = word();
        String number = published(jmac, officer, report("(UN-C)", word));
        assertEquals("JMAC", expect(200, jmac.get("/products/" + number)).text("unit"));
        Answer hidden = expect(404, u2.get("/products/" + number));
        assertEquals(expect(404, u2.get("/products/UN-00000000")).slug(), hidden.slug());
        assertFalse(u2.get("/products?query=" + word).body().contains(number));
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'READ_PRODUCT' AND object = ?"
                                + " AND hat = 'AN-U2' AND reasons LIKE '%OTHER_UNIT%'",
                        number));
        // a list of organisations names its own as a whole; abroad nobody is told which unit made it
        String listed = published(jmac, officer, report("(UN-C//REL TO UN, AU)", word()));
        expect(200, u2.get("/products/" + listed));
        assertFalse(
                expect(200, User.in("LO-AU").get("/products/" + listed)).json().containsKey("unit"));

        String theirs = published(u2, officer, report("(UN-C)", word()));
        assertEquals("U2", expect(200, u2.get("/products/" + theirs)).text("unit"));
        expect(404, jmac.get("/products/" + theirs));
        for (String office : List.of("CO-UN", "RA-UN", "LO-UN", "HO-UN")) {
            expect(200, User.in(office).get("/products/" + theirs));
        }
    }

    @Test
    void pki14_theUnclassifiedIsNobodysUnits() {
        String number = published(jmac, officer, report("(UN-U)", word()));
        expect(200, u2.get("/products/" + number));
    }

    @Test
    void pki14_anOfficerHandsItToTheOtherUnit() {
        String word = word();
        String number = published(jmac, officer, report("(UN-C)", word));
        String path = "/products/" + number + "/units";
        expect(403, u2.post(path, to("U2")));
        expect(403, jmac.post(path, to("U2")));
        expect(404, User.in("RA-AU").post(path, to("U2")));
        assertEquals(
                "seen-missing",
                expect(428, authority.proved().postUnseen(path, to("U2"))).slug());
        Answer unproved = expect(401, authority.post(path, to("U2"), "If-Match", authority.seen(path)));
        assertEquals("second-factor-required", unproved.slug());
        for (String wrong : List.of("JMAC", "ASIFU")) {
            Answer refused = expect(422, authority.post(path, to(wrong)));
            assertEquals(List.of("PKI-14"), refused.reasons(), wrong);
        }
        assertEquals(
                List.of("PKI-14"),
                expect(422, authority.post(path, to("U2").add("reason", " "))).reasons());
        expect(404, u2.get("/products/" + number));

        assertEquals("[\"AN-U2\"]", expect(200, authority.post(path, to("U2"))).body());
        assertTrue(expect(200, u2.get("/products/" + number)).body().contains(word));
        assertTrue(u2.get("/products?query=" + word).body().contains(number));
        assertEquals("wrong-state", expect(409, authority.post(path, to("U2"))).slug());
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'HAND_TO_UNIT' AND object = ?"
                                + " AND outcome = 'PERMIT' AND detail LIKE '%AN-U2 of U2%'",
                        number));
        // nobody else comes by it, and what is the whole organisation's needs no handing
        expect(404, User.in("LO-AU").get("/products/" + number));
        String everybodys = published(User.in("LO-UN"), officer, report("(UN-C)", word()));
        expect(200, u2.get("/products/" + everybodys));
        Answer refused = expect(422, authority.post("/products/" + everybodys + "/units", to("U2")));
        assertEquals(List.of("PKI-14"), refused.reasons());
    }

    private static JsonObjectBuilder to(String unit) {
        return Json.createObjectBuilder().add("unit", unit).add("reason", "EXERCISE: the same convoy");
    }
}
