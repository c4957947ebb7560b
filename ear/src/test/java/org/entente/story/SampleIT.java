package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Random samples of classification decisions (AUD-08). */
class SampleIT {
    private final User auditor = User.in("AUD-UN");
    private final User joint = User.in("AUD-JOINT");

    @BeforeEach
    void inJuly() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void aud08_theSameSeedDrawsTheSameSampleAlsoAfterMoreWasPublished() {
        published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "before the sample"));
        String seed = word();
        JsonObject first = drawn(auditor, order(2013, 3, seed));
        List<String> products = products(first);
        assertFalse(products.isEmpty());
        for (int i = 0; i < 3; i++) {
            published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "after the sample"));
        }
        JsonObject again = drawn(auditor, order(2013, 3, seed));
        assertEquals(first.getString("number"), again.getString("number"));
        assertEquals(products, products(again));
        assertTrue(products(drawn(auditor, order(2013, 200, seed))).size() > products.size());
        assertEquals(List.of(), products(drawn(auditor, order(1999, 3, seed))));
    }

    @Test
    void aud08_aSampleHasNumbersAndMarksOfOnesOwnClassifiedProductsAndNoTitle() {
        String title = word();
        String secret = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", title));
        String open = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-U//REL TO UN, AU)", word()));
        String theirs = published(User.in("LO-AU"), User.in("CO-AU"), report("(AU-C//REL TO AU, UN)", word()));
        Answer all = expect(201, auditor.post("/audit/samples", order(2013, 200, word())));
        assertFalse(all.body().contains(title), "a title");
        List<String> products = products(all.json());
        assertTrue(products.contains(secret), products.toString());
        assertFalse(products.contains(open), "unclassified");
        assertFalse(products.contains(theirs), "another organisation's");
        assertEquals(
                "UN CONFIDENTIAL",
                all.json()
                        .getJsonArray("items")
                        .getJsonObject(products.indexOf(secret))
                        .getString("level"));
        assertEquals(
                422,
                auditor.post("/audit/samples", order(2013, 3, word()).add("organisation", "AU"))
                        .status());
        assertEquals(422, joint.post("/audit/samples", order(2013, 3, word())).status());
        JsonObject au = drawn(joint, order(2013, 200, word()).add("organisation", "AU"));
        // of more than a sample holds, one product is there by chance alone
        assertTrue(
                products(au).contains(theirs) || products(au).size() == 200,
                products(au).toString());
        assertFalse(products(au).contains(secret), "another organisation's");
        // for another organisation's auditor there is no such sample
        String path = "/audit/samples/" + all.text("number");
        Answer hidden = User.in("AUD-AU").get(path);
        assertEquals(404, hidden.status());
        assertEquals(
                User.in("AUD-AU").get("/audit/samples/SMP-00000000").body(),
                hidden.body().replace(all.text("number"), "SMP-00000000"));
        assertEquals(
                404,
                User.in("AUD-AU")
                        .post(path + "/items/" + secret + "/findings", finding("NONE", null))
                        .status());
        assertEquals(403, User.in("AN-UN").get(path).status());
    }

    @Test
    void aud08_whatIsAskedForMustMakeASample() {
        for (JsonObjectBuilder bad : List.of(
                order(2013, 0, "x"),
                order(2013, 201, "x"),
                order(1500, 3, "x"),
                order(2013, 3, ""),
                order(2013, 3, "a b"))) {
            assertEquals(422, auditor.post("/audit/samples", bad).status());
        }
    }

    @Test
    void aud08_discrepanciesAreRecordedOnceAndCounted() {
        published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "to be looked at"));
        JsonObject sample = drawn(auditor, order(2013, 200, word()));
        String product = products(sample).getLast();
        String path = "/audit/samples/" + sample.getString("number") + "/items/" + product + "/findings";
        long before = counted("LEVEL_TOO_HIGH");
        expect(200, auditor.post(path, finding("LEVEL_TOO_HIGH", "EXERCISE: it was in the newspapers")));
        JsonObject item =
                expect(200, auditor.post(path, finding("NO_REASON", null))).json().getJsonArray("items").stream()
                        .map(i -> i.asJsonObject())
                        .filter(i -> i.getString("product").equals(product))
                        .findFirst()
                        .orElseThrow();
        assertEquals(2, item.getJsonArray("findings").size());
        for (JsonObjectBuilder bad : List.of(
                finding("LEVEL_TOO_HIGH", null),
                finding("NONE", null),
                finding("OTHER", ""),
                finding("WRONG", null),
                finding("", null))) {
            assertEquals(422, auditor.post(path, bad).status());
        }
        assertEquals(
                404,
                auditor.post(path.replace(product, "P01"), finding("NONE", null))
                        .status(),
                "not in the sample");
        assertTrue(counted("LEVEL_TOO_HIGH") >= before);
        assertTrue(counted("LEVEL_TOO_HIGH") >= 1);
        assertTrue(expect(200, User.in("AUD-AU").get("/audit/samples/statistics")).array().stream()
                .allMatch(s -> s.asJsonObject().getString("organisation").equals("AU")));
        assertTrue(expect(200, joint.get("/audit/samples/statistics")).body().contains("\"UN\""));
    }

    @Test
    void aud03_theApplicationCannotChangeWhatWasDrawnFoundOrCertified() throws SQLException {
        try (Connection c = Tables.as("entente_app");
                Statement s = c.createStatement()) {
            for (String statement : List.of(
                    "UPDATE audit_sample SET size = 1",
                    "DELETE FROM audit_sample_item",
                    "UPDATE audit_sample_finding SET type = 'NONE'",
                    "DELETE FROM purge_order",
                    "UPDATE purge_certificate SET events = 0",
                    "DELETE FROM breach_case",
                    "UPDATE breach_case SET what = 'nothing'",
                    "DELETE FROM breach_step",
                    "UPDATE breach_step SET note = ''",
                    "DELETE FROM compromise")) {
                Assertions.assertThrows(SQLException.class, () -> s.executeUpdate(statement), statement);
            }
        }
    }

    private long counted(String type) {
        return expect(200, auditor.get("/audit/samples/statistics")).array().stream()
                .map(s -> s.asJsonObject())
                .filter(s -> s.getString("type").equals(type) && s.getInt("year") == 2013)
                .mapToLong(s -> s.getInt("count"))
                .sum();
    }

    private static JsonObject drawn(User asking, JsonObjectBuilder order) {
        return expect(201, asking.post("/audit/samples", order)).json();
    }

    private static List<String> products(JsonObject sample) {
        return sample.getJsonArray("items").stream()
                .map(i -> i.asJsonObject().getString("product"))
                .toList();
    }

    private static JsonObjectBuilder order(int year, int size, String seed) {
        return Json.createObjectBuilder().add("year", year).add("size", size).add("seed", seed);
    }

    private static JsonObjectBuilder finding(String type, @org.jspecify.annotations.Nullable String note) {
        JsonObjectBuilder finding = Json.createObjectBuilder().add("type", type);
        return note == null ? finding : finding.add("note", note);
    }
}
