package org.entente.story;

import static org.entente.running.Handover.outcome;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Through whose hands a product went, and that it is still what was handed over. */
class ZCustodyIT {
    private final User officer = User.in("CO-AU");
    private final String tag = "Y" + ThreadLocalRandom.current().nextInt(10_000, 99_999);

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd05_theChainNamesBothHandsAndWordsThatDifferBlockReconciliation() throws SQLException {
        User.clock("2013-06-01T09:00:00Z");
        mission("A" + tag, "AU");
        mission("B" + tag, "UN");
        String relation = Missions.related("RA-AU", "A" + tag, "B" + tag, null);
        String product = filed(
                User.in("AN-AU"),
                filing("INTSUM", "EXERCISE - custody", portion("(AU-R//REL TO AU, UN)", "EXERCISE. In whose hands"))
                        .add("mission", "A" + tag));
        submitted(User.in("AN-AU"), product);
        confirmed(officer, product);
        Handover plan = Handover.carried(relation, "AU", "UN", "2013-06-10T00:00:00Z", Map.of(product, "TRANSFER"));
        JsonObject link = expect(200, User.in("HO-UN").get("/products/" + product + "/custody"))
                .array()
                .getJsonObject(0);
        assertEquals("AU UN", link.getString("from") + " " + link.getString("to"));
        assertEquals(64, link.getString("contentHash").length());
        expect(200, plan.account(plan.to(), product, outcome("RECEIVED")));

        changed(product, "CONCAT(text, ' and in another''s')");
        try {
            assertTrue(blockers(plan).contains("HND-05"), blockers(plan));
            assertTrue(plan.sign(plan.from(), "RECONCILIATION").status() >= 400);
            assertEquals("EXECUTING", plan.stage());
        } finally {
            changed(product, "REPLACE(text, ' and in another''s', '')");
        }
        assertFalse(blockers(plan).contains("HND-05"), blockers(plan));
        plan.closed();
    }

    private static String blockers(Handover plan) {
        return plan.plan().getJsonArray("blockers").toString();
    }

    private static void mission(String code, String lead) {
        Missions.founded(code, lead, "RA-" + lead, null);
        Missions.met(Missions.benchmark(code, lead, "RA-" + lead), "RA-" + lead);
    }

    private static void changed(String product, String text) throws SQLException {
        try (Connection connection = Tables.as("entente_owner");
                PreparedStatement update = connection.prepareStatement("UPDATE content SET text = " + text
                        + " WHERE ordinal = 1 AND version_id = (SELECT MAX(v.id) FROM product_version v JOIN product p"
                        + " ON p.id = v.product_id WHERE p.number = ?)")) {
            update.setString(1, product);
            assertEquals(1, update.executeUpdate());
        }
    }
}
