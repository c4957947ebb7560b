package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** CAV-09, CAV-10: what a hat may not know of is not there for it, in any answer, by any byte. */
class HiddenIsAbsentIT {
    private static final Map<String, BiFunction<User, String, Answer>> DOORS = doors();

    @Test
    void cav10_everyPathAnswersForTheHiddenByteForByteAsForTheAbsent() {
        int hidden = 0;
        for (String instant : List.of(Tables.quiet(), Scenario.LATE)) {
            User.clock(instant);
            for (String hat : Scenario.READERS) {
                User reader = User.in(hat);
                Map<String, String> absent = new LinkedHashMap<>();
                for (String number : Scenario.products()) {
                    if (reader.get("/products/" + number).status() != 404) {
                        continue;
                    }
                    hidden++;
                    String nothing = number.replace('P', 'Q');
                    DOORS.forEach((name, door) -> assertEquals(
                            absent.computeIfAbsent(
                                    name + nothing.length(), n -> told(door.apply(reader, nothing), nothing)),
                            told(door.apply(reader, number), number),
                            hat + " " + name + " " + number + " " + instant));
                }
            }
        }
        assertTrue(hidden > 60, "only " + hidden + " were hidden");
    }

    @Test
    void cav10_whatIsPublishedOutOfSightChangesNoByteOfWhatIsSeen() {
        User.clock(Tables.quiet());
        User author = User.in("LO-AU");
        User officer = User.in("CO-AU");
        List<String> readers = List.of("AN-UN", "LO-ECW", "LO-EU");
        String word = word();
        Map<String, List<String>> before = new TreeMap<>();
        readers.forEach(r -> before.put(r, everything(User.in(r), word)));
        for (int i = 0; i < 25; i++) {
            published(author, officer, report("(AU-C)", "gate checks at Timbuktu " + word));
        }
        filed(author, report("(AU-C)", "draft " + word));
        String gone = published(author, officer, report("(AU-C)", "gone " + word));
        withdrawn(officer, gone);
        readers.forEach(r -> assertEquals(before.get(r), everything(User.in(r), word), r));
        // and they are there
        assertEquals(25, count(author, "?query=" + word));
    }

    @Test
    void cav10_searchNeverMatchesAPortionThatIsWithheld() {
        User.clock(Scenario.BEFORE);
        for (String query : List.of("FALCON-7", "falcon", "Aguelhok", "Tessalit+herder")) {
            assertEquals(List.of(), found(User.in("AN-AU"), query), query);
            assertEquals(List.of("P02"), found(User.in("CO-AU"), query), query);
        }
        assertEquals(List.of("P02"), found(User.in("AN-AU"), "mortar+Tessalit"));
    }

    @Test
    void cav10_searchNeverMatchesWhatOnlyTheHeaderIsShownOf() {
        User.clock(Scenario.SETTLED);
        assertEquals(403, User.in("AN-UN").get("/products/P07").status());
        for (String query : List.of("Koulikoro", "readiness", "trained+battalion")) {
            assertEquals(List.of(), found(User.in("AN-UN"), query), query);
            assertEquals(0, count(User.in("AN-UN"), "?query=" + query));
        }
        assertEquals(List.of("P07"), found(User.in("LO-UN"), "Koulikoro"));
    }

    @Test
    void cav09_searchNeverMatchesWhatIsNotAcknowledged() {
        User.clock(Scenario.AT_ONCE);
        for (String hat : List.of("AN-UN", "LO-UN", "LO-ECW", "LO-EU", "LO-AU")) {
            assertEquals(428, User.in(hat).get("/products/P09").status(), hat);
            for (String query : List.of("pick-up", "vehicle", "bomb+warning")) {
                assertEquals(List.of(), found(User.in(hat), query), hat + query);
            }
        }
    }

    @Test
    void cav09_acknowledgementOpensContentAndSearchAndIsKeptOnce() {
        User.clock(Scenario.SETTLED);
        String word = word();
        String number = published(
                User.in("AN-UN"),
                User.in("CO-UN"),
                filing(
                        "SITREP",
                        "EXERCISE - to be acknowledged",
                        portion("(UN-C//REL TO UN, ECOWAS//ACK REQUIRED)", word)));
        for (String hat : List.of("HO-UN", "RA-ECW")) {
            User reader = User.in(hat);
            Answer first = expect(428, reader.get("/products/" + number));
            assertEquals("acknowledgement-required", first.slug());
            assertEquals(1, first.json().getJsonArray("terms").size());
            assertTrue(!first.body().contains(word) && !first.body().contains("to be acknowledged"), first.body());
            assertEquals(List.of(), found(reader, word));
            expect(204, reader.post("/products/" + number + "/acknowledgement", null));
            expect(204, reader.post("/products/" + number + "/acknowledgement", null));
            assertTrue(expect(200, reader.get("/products/" + number)).json().getBoolean("acknowledged"));
            assertEquals(List.of(number), found(reader, word));
        }
        // each for themselves
        assertEquals(428, User.in("LO-UN").get("/products/" + number).status());
        withdrawn(User.in("CO-UN"), number);
        expect(404, User.in("RA-ECW").get("/products/" + number));
    }

    private static Map<String, BiFunction<User, String, Answer>> doors() {
        Map<String, BiFunction<User, String, Answer>> doors = new LinkedHashMap<>();
        doors.put("GET", (u, n) -> u.get("/products/" + n));
        doors.put("mentions", (u, n) -> u.get("/products/" + n + "/mentions"));
        doors.put("audience", (u, n) -> u.get("/products/" + n + "/audience"));
        for (String format : List.of("pdf", "html", "4774")) {
            doors.put("document " + format, (u, n) -> u.get("/products/" + n + "/document?format=" + format));
        }
        doors.put("acknowledgement", (u, n) -> u.post("/products/" + n + "/acknowledgement", null));
        doors.put(
                "breach",
                (u, n) -> u.post(
                        "/breaches",
                        Json.createObjectBuilder().add("product", n).add("what", "x")));
        doors.put("submission", (u, n) -> u.post("/products/" + n + "/submission", null));
        doors.put("publication", (u, n) -> u.post("/products/" + n + "/publication", damage()));
        doors.put("withdrawal", (u, n) -> u.post("/products/" + n + "/withdrawal", because("x")));
        doors.put("return", (u, n) -> u.post("/products/" + n + "/return", because("x")));
        doors.put("draft", (u, n) -> u.put("/products/" + n + "/draft", report("(UN-U)", "x")));
        doors.put(
                "stale draft",
                (u, n) -> u.put("/products/" + n + "/draft", report("(UN-U)", "x"), "If-Match", "\"9\""));
        return doors;
    }

    /** All that this reader can learn of what there is, as the bytes it comes in. */
    private static List<String> everything(User reader, String word) {
        List<String> all = new ArrayList<>();
        List<String> filters = List.of(
                "",
                "&query=Timbuktu",
                "&query=gate+checks",
                "&query=EXERCISE",
                "&query=" + word,
                "&mission=MINUSMA",
                "&type=SITREP",
                "&originator=AU",
                "&from=2013-07-01T00:00:00Z&to=2013-07-21T00:00:00Z");
        for (String filter : filters) {
            all.add(told(reader.get("/products/count?" + filter), ""));
            for (int limit : new int[] {1, 7, 50}) {
                pages(reader, filter, limit, all);
            }
        }
        for (String path : List.of("/drafts", "/drafts/queue", "/me")) {
            all.add(told(reader.get(path), ""));
        }
        return all;
    }

    private static void pages(User reader, String filter, int limit, List<String> all) {
        String after = "";
        for (int page = 0; page < 4; page++) {
            Answer answer = reader.get("/products?limit=" + limit + filter + after);
            all.add(told(answer, ""));
            if (answer.json().isNull("next")) {
                return;
            }
            after = "&after=" + answer.text("next");
        }
    }

    private static List<String> found(User reader, String query) {
        return reader
                .get("/products?query=" + query)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(i -> i.getString("number"))
                .toList();
    }

    private static int count(User reader, String filter) {
        return reader.get("/products/count" + filter).json().getInt("count");
    }

    /** An answer, whole: status, headers but the date, body; the number asked for is left out. */
    private static String told(Answer answer, String number) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        // the server closes a connection after so many requests
        headers.remove("connection");
        String text = answer.status() + "\n" + headers + "\n" + answer.body();
        return number.isEmpty() ? text : text.replace(number, "#");
    }
}
