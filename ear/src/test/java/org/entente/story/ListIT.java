package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** Lists: in order, whole at any page size, and never at odds with what each product answers by itself. */
class ListIT {
    private static final Comparator<JsonObject> NEWEST_FIRST = Comparator.<JsonObject, Instant>comparing(
                    i -> Instant.parse(i.getString("published")))
            .reversed()
            .thenComparing(i -> i.getString("number"));

    @Test
    void theListIsNewestFirstAndThenByNumber() {
        for (String instant : instants()) {
            User.clock(instant);
            for (String hat : Scenario.READERS) {
                if (live(hat)) {
                    List<JsonObject> items = all(User.in(hat), "");
                    assertEquals(items.stream().sorted(NEWEST_FIRST).toList(), items, hat + instant);
                }
            }
        }
    }

    @Test
    void pagesOfAnySizeMakeUpTheWholeListWithoutGapOrRepeat() {
        User.clock(Tables.quiet());
        User reader = User.in("LO-UN");
        // after the days in which other stories hand over more than is worth paging one by one
        String july = "&from=2013-06-20T00:00:00Z&to=2013-07-19T00:00:00Z";
        List<JsonObject> whole = all(reader, july);
        assertTrue(whole.size() > 5, "a list worth paging: " + whole.size());
        for (int limit = 1; limit <= whole.size() + 1; limit++) {
            assertEquals(whole, paged(reader, july, limit), "limit " + limit);
        }
    }

    @Test
    void whatIsPublishedBetweenTwoPagesMovesNothing() {
        User.clock(Tables.quiet());
        User reader = User.in("LO-AU");
        List<JsonObject> before = all(reader, "");
        Answer first = expect(200, reader.get("/products?limit=3"));
        List<JsonObject> read = items(first);
        String next = first.text("next");
        while (true) {
            published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "between pages"));
            Answer page = expect(200, reader.get("/products?limit=9&after=" + next));
            read.addAll(items(page));
            if (page.json().isNull("next")) {
                break;
            }
            next = page.text("next");
        }
        assertEquals(before, read);
        assertTrue(all(reader, "").size() > before.size());
    }

    @Test
    void aCursorIsGoodForItsHatAndItsQueryAlone() {
        User.clock(Tables.quiet());
        String next = expect(200, User.in("LO-UN").get("/products?limit=2")).text("next");
        List<Answer> foreign = List.of(
                User.in("AN-UN").get("/products?limit=2&after=" + next),
                User.in("LO-AU").get("/products?limit=2&after=" + next),
                User.in("LO-UN").get("/products?limit=2&type=THREAT&after=" + next),
                User.in("LO-UN").get("/products?limit=2&query=Gao&after=" + next),
                User.in("LO-UN").get("/products?limit=2&from=2013-01-01T00:00:00Z&after=" + next),
                User.in("LO-UN").get("/products?limit=2&after=" + next.substring(1)),
                User.in("LO-UN").get("/products?limit=2&after=" + next + "AA"),
                User.in("LO-UN")
                        .get("/products?limit=2&after=" + (next.startsWith("A") ? "B" : "A") + next.substring(1)),
                User.in("LO-UN").get("/products?limit=2&after=AAAA"),
                User.in("LO-UN").get("/products?limit=2&after=%25%25"));
        for (Answer answer : foreign) {
            assertEquals(400, answer.status(), answer.toString());
            assertEquals("cursor", answer.slug());
        }
        // the page size is free
        expect(200, User.in("LO-UN").get("/products?limit=7&after=" + next));
    }

    @Test
    void datesAreHalfOpen() {
        User.clock(Tables.quiet());
        User reader = User.in("LO-UN");
        assertEquals(Set.of("P09"), numbers(reader, "&from=2013-07-02T10:00:00Z&to=2013-07-02T10:30:00Z"));
        assertEquals(Set.of("P09-T"), numbers(reader, "&from=2013-07-02T10:00:00.001Z&to=2013-07-02T10:30:00.001Z"));
        assertEquals(Set.of(), numbers(reader, "&from=2013-07-02T10:00:00.001Z&to=2013-07-02T10:30:00Z"));
        assertEquals(Set.of(), numbers(reader, "&from=2013-07-02T10:00:00Z&to=2013-07-02T10:00:00Z"));
        assertEquals(Set.of(), numbers(reader, "&from=2013-07-03T00:00:00Z&to=2013-07-02T00:00:00Z"));
    }

    @Test
    void cav08_nothingIsListedBeforeItsInstantWhateverTheFilter() {
        User.clock("2013-07-02T10:29:50Z");
        assertEquals(Set.of("P09"), numbers(User.in("LO-UN"), "&from=2013-07-02T00:00:00Z&to=2013-12-01T00:00:00Z"));
        expect(404, User.in("LO-UN").get("/products/P09-T"));
    }

    @Test
    void theCountIsTheLengthOfTheListUnderEveryFilter() {
        String word = word();
        User.clock(Tables.quiet());
        published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "counted " + word));
        for (String instant : List.of(Scenario.BEFORE, Tables.quiet())) {
            User.clock(instant);
            for (String hat : Scenario.READERS) {
                for (String filter : List.of(
                        "",
                        "&type=INTREP",
                        "&type=NONE",
                        "&mission=MINUSMA",
                        "&originator=AU",
                        "&originator=EU&type=SITREP",
                        "&query=EXERCISE",
                        "&query=timbuktu+GATE",
                        "&query=" + word,
                        "&query=..",
                        "&from=2013-06-20T08:00:00Z",
                        "&to=2013-06-24T08:00:00Z",
                        "&from=2013-06-20T08:00:00Z&to=2013-07-10T08:00:00Z&mission=AFISMA")) {
                    User reader = User.in(hat);
                    if (live(hat)) {
                        Answer count = expect(200, reader.get("/products/count?" + filter));
                        assertEquals(all(reader, filter).size(), count.json().getInt("count"), hat + filter);
                    }
                }
            }
        }
    }

    @Test
    void theListIsExactlyWhatEveryProductAnswersByItself() {
        for (String instant : instants()) {
            User.clock(instant);
            for (String hat : Scenario.READERS) {
                User reader = User.in(hat);
                if (!live(hat)) {
                    continue;
                }
                Map<String, JsonObject> listed = new HashMap<>();
                all(reader, "").forEach(i -> listed.put(i.getString("number"), i));
                Set<String> asked = new HashSet<>(Scenario.products());
                listed.keySet().stream().limit(60).forEach(asked::add);
                for (String number : asked) {
                    assertEquals(
                            answered(reader.get("/products/" + number)),
                            shown(listed.get(number)),
                            hat + number + instant);
                }
            }
        }
    }

    /** The exercise's four, the third of them when nothing appears by itself. */
    private static List<String> instants() {
        return List.of(Scenario.BEFORE, Scenario.AT_ONCE, Tables.quiet(), Scenario.LATE);
    }

    /** What a list and a product by itself say alike. */
    private record Shown(String outcome, String marking, String title, String reasons) {
        static final Shown NOTHING = new Shown("-", "-", "-", "-");

        static Shown of(JsonObject header) {
            return new Shown(
                    header.getString("outcome"),
                    header.getString("marking"),
                    header.getString("title", "-"),
                    header.getJsonArray("reasons").toString());
        }
    }

    private static Shown shown(@org.jspecify.annotations.Nullable JsonObject item) {
        return item == null ? Shown.NOTHING : Shown.of(item);
    }

    private static Shown answered(Answer answer) {
        return switch (answer.status()) {
            case 404 -> Shown.NOTHING;
            case 200 -> answer.json().containsKey("outcome") ? Shown.of(answer.json()) : Shown.NOTHING;
            case 403, 428 -> Shown.of(answer.json().getJsonObject("header"));
            default -> throw new AssertionError(answer.toString());
        };
    }

    /** Whether the hat can be worn at the platform's time. */
    private static boolean live(String hat) {
        return User.in(hat).get("/products/count").status() == 200;
    }

    private static Set<String> numbers(User reader, String filter) {
        Set<String> numbers = new HashSet<>();
        all(reader, filter).forEach(i -> numbers.add(i.getString("number")));
        return numbers;
    }

    private static List<JsonObject> all(User reader, String filter) {
        return paged(reader, filter, 200);
    }

    private static List<JsonObject> paged(User reader, String filter, int limit) {
        List<JsonObject> read = new ArrayList<>();
        String after = "";
        while (true) {
            Answer page = expect(200, reader.get("/products?limit=" + limit + filter + after));
            List<JsonObject> items = items(page);
            assertTrue(items.size() <= limit);
            read.addAll(items);
            if (page.json().isNull("next")) {
                return read;
            }
            assertEquals(limit, items.size());
            after = "&after=" + page.text("next");
        }
    }

    private static List<JsonObject> items(Answer page) {
        return new ArrayList<>(page.json().getJsonArray("items").getValuesAs(JsonObject.class));
    }
}
