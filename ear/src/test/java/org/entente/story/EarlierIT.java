package org.entente.story;

import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.registry;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exercise's own products went out before the platform had them: with releases, copies and books like any other. */
class EarlierIT {
    private final User officer = User.in("CO-AU");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void p01_cls50_aProductOfTheExerciseIsInBothBooksOnTheDayThatItWentOut() {
        JsonObject release = release("P01");
        assertEquals("ACKNOWLEDGED", release.getString("state"));
        assertEquals(List.of("ECOWAS", "UN"), strings(release, "recipients"));
        for (String registry : List.of("UN", "ECOWAS")) {
            JsonObject entry = entry(registry, "IN", "P01");
            assertEquals("2013-06-24", entry.getString("at").substring(0, 10));
            assertEquals("AU", entry.getString("counterpart"));
            assertEquals(release.getString("number"), entry.getString("release"));
        }
        assertTrue(expect(200, registry("AU").get("/register?direction=OUT"))
                .body()
                .contains("P01"));
    }

    @Test
    void p09_aWarningWaitsForItsReceiptsAndP13ForItsArrangement() {
        JsonObject warning = releases(User.in("CO-UN"), "P09").getFirst();
        assertEquals("DISSEMINATED", warning.getString("state"));
        List<JsonObject> calendar = releases(User.in("CO-EU"), "P13");
        assertEquals(
                List.of("CHECKED [\"ECOWAS\"]", "ACKNOWLEDGED [\"AU\",\"UN\"]"),
                calendar.stream()
                        .map(r -> r.getString("state") + " " + r.getJsonArray("recipients"))
                        .toList());
        String waiting = calendar.getFirst().getString("number");
        assertTrue(
                expect(200, User.in("CO-EU").get("/releases/" + waiting)).body().contains("CAV-04"));
        assertFalse(expect(200, registry("ECOWAS").get("/releases")).body().contains("P13"));
    }

    @Test
    void whatIsYetToComeIsInNoListAndNoBook() {
        User.clock("2013-06-21T12:00:00Z");
        for (String path : List.of("/releases", "/register", "/desk")) {
            assertFalse(expect(200, registry("UN").get(path)).body().contains("\"P01\""), path);
        }
        assertFalse(expect(200, officer.get("/releases?product=P01")).body().contains("REL-"));
    }

    @Test
    void pki13_aProductOfTheExerciseIsCalledBack() {
        String release = release("P01").getString("number");
        User solberg = User.in("LO-UN");
        assertEquals(200, solberg.get("/products/P01").status());
        try {
            expect(200, step(authority("AU"), release, "recall", because("EXERCISE: wrong place")));
            assertEquals(404, solberg.get("/products/P01").status());
            expect(200, step(registry("UN"), release, "disposal", because("EXERCISE: shredded")));
            assertTrue(entry("UN", "IN", "P01").containsKey("disposedAt"));
        } finally {
            // the exercise goes on for the stories after this one
            Tables.restoreExercise();
        }
        assertEquals(200, solberg.get("/products/P01").status());
    }

    private JsonObject release(String product) {
        return releases(officer, product).getLast();
    }

    private static JsonObject entry(String registry, String direction, String product) {
        return expect(200, registry(registry).get("/register?direction=" + direction))
                .array()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(e -> e.getString("reference").equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> strings(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
