package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ORG-05: a State leaves an organisation on a date that was known; whoever serves there as its own leaves with it. */
class ZMembershipIT {
    private static final String LEAVES = "2013-07-20 13:00:00";
    private final User national = User.in("LO-ECW");
    private final User officer = User.in("CO-ECW");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void asItWas() {
        User.clock(Scenario.SETTLED);
        Tables.serving("LO-ECW", null, "2025-01-29 00:00:00");
    }

    @Test
    void org05_whoServesAsAStatesLeavesWithItAndWhatTheyWroteStays() {
        String number = published(national, officer, report("(ECW-C)", word()));
        Tables.serving("LO-ECW", "MLI", LEAVES);
        User.clock("2013-07-20T12:59:59Z");
        expect(200, national.get("/products/" + number));
        User.clock("2013-07-20T13:00:00Z");
        assertEquals(
                "hat-not-live", expect(403, national.get("/products/" + number)).slug());
        assertEquals("hat-not-live", expect(403, national.get("/products")).slug());
        // the organisation's other people stay, and so does what was written and recorded
        expect(200, officer.get("/products/" + number));
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'FILE_PRODUCT' AND object = ? AND hat = 'LO-ECW'",
                        number));
        assertEquals(
                1, Tables.number("SELECT COUNT(*) FROM product WHERE number = ? AND author_hat = 'LO-ECW'", number));
        assertEquals(
                0,
                Tables.number("SELECT COUNT(*) FROM hat_span WHERE hat = 'LO-ECW' AND kind = 'ASSIGNMENT'"
                        + " AND valid_to = '" + LEAVES + "'"));
        // it comes back when the State does
        Tables.serving("LO-ECW", "MLI", "2025-01-29 00:00:00");
        expect(200, national.get("/products/" + number));
    }
}
