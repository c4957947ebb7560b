package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ORG-04: an associate has what was handed to it, product by product, and nothing that is everybody's. */
class ZAssociateIT {
    private final User reader = User.in("LO-ECW");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @AfterEach
    void asItWas() {
        Tables.kind("ECOWAS", "PRINCIPAL");
    }

    @Test
    void org04_anAssociateReceivesProductByProduct() {
        String word = word();
        String open = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-U)", word));
        String handed = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, ECOWAS)", word));
        expect(200, reader.get("/products/" + open));
        expect(200, reader.get("/products/" + handed));

        Tables.kind("ECOWAS", "ASSOCIATE");
        assertEquals(
                expect(404, reader.get("/products/UN-00000000")).slug(),
                expect(404, reader.get("/products/" + open)).slug());
        expect(200, reader.get("/products/" + handed));
        String list = expect(200, reader.get("/products?query=" + word)).body();
        assertTrue(list.contains(handed), list);
        assertFalse(list.contains(open), list);
        // its own people read what is its own
        String own = published(reader, User.in("CO-ECW"), report("(ECW-U)", word()));
        expect(200, reader.get("/products/" + own));
    }
}
