package org.entente.story;

import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.running.Answer;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incident reports taken in from a file: the good rows whole, the bad ones named, none twice, published by another. */
class ImportIT {
    private static final String HEADER =
            "id,date_start,date_end,date_prec,type_of_violence,conflict_name,side_a,side_b,where_coordinates,"
                    + "where_description,adm_1,adm_2,where_prec,latitude,longitude,event_clarity,best,low,high,"
                    + "deaths_civilians,number_of_sources,source_article,source_headline\n";
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    /** Makes every run's events its own. */
    private final String run = word();

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void theSampleIsTakenInOnceAndFoundWithItsAccentsFolded() throws IOException {
        String sample =
                Files.readString(sample()).replace("EX-0", run + "-").replace("market of Bourem", "market " + run);
        JsonObject first = expect(200, taken(sample)).json();
        assertEquals(10, first.getJsonArray("added").size());
        assertEquals(0, first.getJsonArray("refused").size());
        Map<String, Long> before = Tables.stored();
        JsonObject again = expect(200, taken(sample)).json();
        assertEquals(0, again.getJsonArray("added").size());
        assertEquals(10, again.getInt("present"));
        assertEquals(before, Tables.stored());

        String publication = "/imports/" + first.getString("id") + "/publication?damage=OPERATIONS";
        assertEquals(
                "role-missing", expect(403, analyst.post(publication, null)).slug());
        assertEquals(List.of(), numbers(expect(200, User.in("CO-AU").post(publication, null)), "published"));
        assertEquals(before, Tables.stored());
        List<String> published = numbers(expect(200, officer.post(publication, null)), "published");
        assertEquals(new TreeSet<>(numbers(first, "added")), new TreeSet<>(published));
        assertEquals(List.of(), numbers(expect(200, officer.post(publication, null)), "published"));

        User.clock(Tables.quiet());
        assertEquals(1, found("Bourem+" + run).size());
        for (String spelling : List.of("Menaka", "M%C3%A9naka", "MENAKA", "menaka+gao")) {
            assertTrue(
                    published.containsAll(found(spelling + "+" + "checkpoint").subList(0, 1)), spelling);
        }
        JsonObject read = expect(
                        200,
                        User.in("LO-AU")
                                .get("/products/" + found("Bourem+" + run).getFirst()))
                .json();
        assertEquals("INCREP", read.getString("type"));
        assertEquals("UN UNCLASSIFIED", read.getString("marking"));
        JsonObject portion = read.getJsonArray("portions").getJsonObject(0);
        assertEquals("B3", portion.getString("reliability") + portion.getString("credibility"));
        assertTrue(portion.getString("text").contains("When: 2013-05-19 (exact day)."), portion.toString());
        assertTrue(portion.getString("text").contains("16.954600, -0.348100"), portion.toString());
        assertTrue(portion.getJsonArray("citations").toString().contains("UCDP-GED event " + run + "-03"));
    }

    @Test
    void badRowsAreNamedByLineFieldAndReasonAndTheGoodOnesTakenInWhole() {
        String file = HEADER
                + row("a", "2013-05-04", "15.9", "3")
                + row("b", "04.05.2013", "15.9", "3")
                + row("c", "2013-02-30", "15.9", "3")
                + row("d", "2013-05-04", "95.0", "3")
                + row("e", "2013-05-04", "NaN", "3")
                + row("f", "2013-05-04", "15.9", "three")
                + row("g", "2013-05-04", "15.9", "-1")
                + row("a", "2013-05-04", "15.9", "3")
                + run + "-h,2013-05-04,2013-05-04\n"
                + row("i", "2013-05-04", "15.9", "3").replace(",EXERCISE side a,", ",,")
                + row("j", "2013-05-05", "15.9", "3").replace("2013-05-05,1,", "2013-05-04,1,")
                + row("k", "2013-05-04", "15.9", "3").replace("\n", ",one too many\n")
                + row("l l", "2013-05-04", "15.9", "3")
                + row("m", "2013-05-04", "15.9", "3");
        JsonObject answer = expect(200, taken(file)).json();
        assertEquals(2, answer.getJsonArray("added").size(), answer.toString());
        Set<String> refused = new TreeSet<>();
        answer.getJsonArray("refused").getValuesAs(JsonObject.class).forEach(r -> {
            assertTrue(!r.getString("reason").isBlank());
            refused.add(r.getInt("line") + " " + r.getString("field"));
        });
        for (String expected : List.of(
                "3 date_start",
                "4 date_start",
                "5 latitude",
                "6 latitude",
                "7 best",
                "8 best",
                "9 id",
                "10 ",
                "11 side_a",
                "12 date_end",
                "13 ",
                "14 id")) {
            assertTrue(refused.contains(expected), expected + " of " + refused);
        }
        assertTrue(refused.stream().noneMatch(r -> r.startsWith("2 ") || r.startsWith("15 ")), refused.toString());
        assertEquals(2, Tables.number("SELECT COUNT(*) FROM import_row WHERE row_id LIKE ?", run + "%"));
    }

    @Test
    void aFileWithoutItsColumnsOrThatIsNoCsvTakesNothingIn() {
        for (String file : List.of(
                "",
                "\n\n",
                "hello",
                HEADER.replace("date_start,", ""),
                HEADER.replace("date_start,", "Date_Start,") + row("n", "2013-05-04", "15.9", "3"),
                HEADER.replace("date_end", "date_start") + row("o", "2013-05-04", "15.9", "3"),
                "{\"id\":1}")) {
            Map<String, Long> before = Tables.stored();
            JsonObject answer = expect(200, taken(file)).json();
            assertEquals(0, answer.getJsonArray("added").size(), file);
            assertTrue(answer.getJsonArray("refused").size() > 0, file);
            assertEquals(before, Tables.stored(), file);
        }
    }

    @Test
    void aQuoteThatDoesNotCloseEndsTheFileThereAndKeepsWhatWasWhole() {
        String file = HEADER + row("p", "2013-05-04", "15.9", "3") + run + "-q,\"2013-05-04,2013\n"
                + row("r", "2013-05-04", "15.9", "3");
        JsonObject answer = expect(200, taken(file)).json();
        assertEquals(1, answer.getJsonArray("added").size(), answer.toString());
        assertEquals(3, answer.getJsonArray("refused").getJsonObject(0).getInt("line"), answer.toString());
        assertTrue(answer.getJsonArray("refused").toString().contains("no CSV from here on"), answer.toString());
    }

    @Test
    void cls04_onlyForOnesOwnOrganisationUnderItsOwnMarkingAndGrade() {
        String file = HEADER + row("s", "bad date", "15.9", "3") + row("t", "2013-05-04", "15.9", "3");
        refused(422, "organisation", "CLS-04", "organisation=AU&marking=(UN-U)", file);
        refused(422, "invalid-filing", "UNKNOWN_MARK", "organisation=UN&marking=(XX-C)", file);
        refused(422, "invalid-filing", "UNKNOWN_CODE", "organisation=UN&marking=(UN-U)&mission=ATLANTIS", file);
        refused(400, "malformed", "PKI-03", "organisation=UN&marking=(UN-U)&grade=G7", file);
        refused(400, "malformed", "PKI-03", "organisation=UN&marking=(UN-U)&grade=B", file);
        refused(400, "malformed", "SYNTAX", "organisation=UN", file);
        refused(400, "malformed", "SYNTAX", "marking=(UN-U)", file);
        Map<String, Long> before = Tables.stored();
        for (String hat : List.of("RA-UN", "AUD-UN", "LO-UN")) {
            Answer answer = User.in(hat)
                    .send(
                            "POST",
                            "/imports?organisation=UN&marking=(UN-U)",
                            "text/csv",
                            file.getBytes(StandardCharsets.UTF_8));
            assertEquals("role-missing", expect(403, answer).slug());
        }
        assertEquals(before, Tables.stored());
    }

    @Test
    void pki09_anOfficerWhoImportsDoesNotPublish() {
        byte[] file = (HEADER + row("u", "2013-05-04", "15.9", "3")).getBytes(StandardCharsets.UTF_8);
        Answer answer = expect(200, officer.send("POST", "/imports?organisation=UN&marking=(UN-U)", "text/csv", file));
        String id = answer.text("id");
        String number = answer.json().getJsonArray("added").getString(0);
        Map<String, Long> before = Tables.stored();
        Answer refused = expect(403, officer.post("/imports/" + id + "/publication", null));
        assertEquals("separation-of-duties", refused.slug());
        assertEquals(List.of("PKI-09"), refused.reasons());
        assertEquals(before, Tables.stored());
        Answer drafts = expect(200, officer.get("/products/" + number));
        assertEquals("SUBMITTED", drafts.text("state"));
    }

    @Test
    void cellsThatASpreadsheetWouldRunStayText() {
        String formula = "=cmd|' /C calc'!A0";
        String file = HEADER + row("v", "2013-05-04", "15.9", "3").replace("EXERCISE side b", "\"" + formula + "\"");
        JsonObject answer = expect(200, taken(file)).json();
        String number = answer.getJsonArray("added").getString(0);
        confirmed(officer, number);
        assertTrue(expect(200, analyst.get("/products/" + number)).text("title").endsWith(formula));
    }

    private void refused(int status, String slug, String rule, String question, String file) {
        Map<String, Long> before = Tables.stored();
        Answer answer = analyst.send("POST", "/imports?" + question, "text/csv", file.getBytes(StandardCharsets.UTF_8));
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(slug, answer.slug(), answer.toString());
        assertEquals(List.of(rule), answer.reasons(), answer.toString());
        assertEquals(before, Tables.stored());
    }

    private Answer taken(String csv) {
        return analyst.send(
                "POST",
                "/imports?organisation=UN&marking=(UN-U)&mission=MINUSMA&grade=B3",
                "text/csv",
                csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> found(String query) {
        return expect(200, User.in("LO-AU").get("/products?query=" + query))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(i -> i.getString("number"))
                .toList();
    }

    private static List<String> numbers(Answer answer, String field) {
        return numbers(answer.json(), field);
    }

    private static List<String> numbers(JsonObject answer, String field) {
        return answer.getJsonArray(field).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private String row(String id, String date, String latitude, String best) {
        return run + "-" + id + "," + date + "," + date + ",1,1,EXERCISE conflict,EXERCISE side a,EXERCISE side b,"
                + "Somewhere,EXERCISE: there,Region,District,1," + latitude + ",2.4,1," + best + ",0,9,0,1,"
                + "EXERCISE Agency,EXERCISE: headline\n";
    }

    private static Path sample() {
        return Platform.home().resolve("deploy/world/mali-13/incidents-sample.csv");
    }
}
