package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the auditor's standard questions are asked (AUD-07); what each answers is in a class of its subject. */
class QuestionIT {
    private static final String EVERYTHING = "product=P01&person=solberg&organisation=UN";
    private final User auditor = User.in("AUD-UN");
    private final User joint = User.in("AUD-JOINT");

    @BeforeEach
    void inJuly() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void aud07_everyQuestionIsOneTableInItsOwnColumns() {
        for (int number = 1; number <= 20; number++) {
            for (User asking : List.of(auditor, joint)) {
                JsonObject answer = expect(200, asking.get("/audit/questions/" + number + "?" + EVERYTHING))
                        .json();
                List<String> columns = answer.getJsonArray("columns").getValuesAs(jakarta.json.JsonString::getString);
                assertFalse(columns.isEmpty());
                for (JsonObject row : answer.getJsonArray("rows").getValuesAs(JsonObject.class)) {
                    assertEquals(columns, List.copyOf(row.keySet()), "question " + number);
                }
            }
            assertEquals(
                    403,
                    User.in("AN-UN")
                            .get("/audit/questions/" + number + "?" + EVERYTHING)
                            .status());
        }
        assertEquals(404, auditor.get("/audit/questions/0").status());
        assertEquals(404, auditor.get("/audit/questions/21").status());
    }

    @Test
    void aud07_whatAQuestionMustBeToldIsNamed() {
        for (String bad : List.of(
                "1",
                "2",
                "3",
                "4",
                "1?product=%C3%A9",
                "5?days=-1",
                "5?days=x",
                "9?days=99999999",
                "6?from=yesterday",
                "6?limit=0",
                "6?limit=100001")) {
            Answer answer = auditor.get("/audit/questions/" + bad);
            assertTrue(List.of(400, 422).contains(answer.status()), bad + " " + answer);
        }
    }

    @Test
    void dem03_whoOpenedAndWhatWasOpened() {
        expect(200, User.in("LO-UN").get("/products/P01"));
        expect(200, User.in("LO-AU").get("/products/P01"));
        // the product is the AU's: its auditor sees every reader, of other organisations without a name
        List<JsonObject> readers = rows(User.in("AUD-AU"), "1?product=P01");
        assertTrue(readers.stream()
                .anyMatch(r -> r.getString("organisation").equals("AU")
                        && r.getString("person").equals("baro")));
        assertTrue(readers.stream().anyMatch(r -> r.getString("organisation").equals("UN")));
        assertTrue(readers.stream()
                .filter(r -> !r.getString("organisation").equals("AU"))
                .allMatch(r -> r.isNull("person") && r.isNull("hat")));
        // a recipient's auditor sees its own
        assertTrue(rows(auditor, "1?product=P01").stream()
                .allMatch(r -> r.getString("organisation").equals("UN")));
        assertTrue(rows(auditor, "2?person=solberg").stream()
                .anyMatch(r -> r.getString("object").equals("P01")));
        assertEquals(List.of(), rows(auditor, "2?person=baro"), "another organisation's officer");
    }

    @Test
    void aud04_askingIsAnEvent() {
        rows(auditor, "9?days=30");
        JsonObject event = expect(200, auditor.get("/audit/events?action=ASK_AUDIT&person=nair&limit=1"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertTrue(event.getString("detail").startsWith("question 9 "), event.toString());
    }

    private static List<JsonObject> rows(User asking, String question) {
        return expect(200, asking.get("/audit/questions/" + question))
                .json()
                .getJsonArray("rows")
                .getValuesAs(JsonObject.class);
    }
}
