package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.entente.running.Answer;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a problem that names itself, nothing is stored, and the server notes no failure. */
class BadInputIT {
    private static final String GOOD = filing("SITREP", "EXERCISE - good", portion("(UN-U)", "EXERCISE. good"))
            .build()
            .toString();
    private final User analyst = User.in("AN-UN");
    private long failuresBefore;

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
        failuresBefore = failures();
    }

    @AfterEach
    void theServerNotedNoFailure() {
        assertEquals(failuresBefore, failures());
    }

    /** A text is no yes or no, wherever one is asked for: 'x' would lift a hold, take up a plan that rests, or refuse a giver. */
    @Test
    void aValueOfAnotherTypeIsRefusedWithItsField() {
        Map<String, String> bodies = Map.of(
                "/handovers/HND-00000000/suspension", "{\"suspended\":\"x\",\"reason\":\"EXERCISE\"}",
                "/handovers/HND-00000000/items/P02/disposition", "{\"legalHold\":\"no\"}",
                "/handovers/HND-00000000/items/disposition", "{\"filter\":{\"free\":\"x\"},\"disposition\":\"COPY\"}",
                "/handovers/consents/HCO-00000000/answer", "{\"granted\":\"yes\"}",
                "/challenges/CHL-00000000/answer", "{\"changed\":1,\"answer\":\"x\"}",
                "/challenges", "{\"product\":12,\"reason\":\"x\"}");
        bodies.forEach((path, body) -> {
            Answer answer =
                    User.in("HO-UN").send("POST", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
            assertEquals(400, answer.status(), path + answer);
            String field = body.replaceFirst(".*\"(\\w+)\":(\"x\"|\"no\"|\"yes\"|1\\b|12).*", "$1");
            assertTrue(answer.body().contains(field), path + answer);
        });
        // and nothing said is no answer
        for (String path : List.of("/handovers/HND-00000000/suspension", "/handovers/consents/HCO-00000000/answer")) {
            assertEquals(
                    400,
                    User.in("HO-UN")
                            .send(
                                    "POST",
                                    path,
                                    "application/json",
                                    "{\"reason\":\"x\"}".getBytes(StandardCharsets.UTF_8))
                            .status());
        }
    }

    @Test
    void aBodyThatIsNotTheJsonExpectedIsRefused() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "true",
                "42",
                "\"text\"",
                "[]",
                "{}",
                "{",
                "}",
                "{]",
                "{\"type\"",
                "{'type':'SITREP'}",
                "<filing/>",
                "type=SITREP",
                GOOD + GOOD,
                GOOD + "x",
                GOOD.replace("}", ""),
                GOOD.replace("\"SITREP\"", "7"),
                GOOD.replace("\"SITREP\"", "null"),
                GOOD.replace("\"SITREP\"", "[\"SITREP\"]"),
                GOOD.replace("\"SITREP\"", "{\"a\":1}"),
                GOOD.replace("\"SITREP\"", "SITREP"),
                GOOD.replace("\"SITREP\"", "NaN"),
                GOOD.replace("\"type\"", "\"typ\""),
                GOOD.replace("\"type\"", "\"Type\""),
                GOOD.replace("{\"type\"", "{\"number\":\"P99\",\"type\""),
                GOOD.replace("{\"type\"", "{\"state\":\"PUBLISHED\",\"type\""),
                GOOD.replace("{\"type\"", "{\"originator\":\"EU\",\"type\""),
                GOOD.replace("{\"type\"", "{\"type\":\"FLASH\",\"type\""),
                GOOD.replace("\"marking\":\"(UN-U)\"", "\"marking\":\"(UN-C)\",\"marking\":\"(UN-U)\""),
                GOOD.replace("\"marking\":\"(UN-U)\"", "\"marking\":\"(UN-U)\",\"id\":\"1\""),
                GOOD.replace("\"marking\":\"(UN-U)\"", "\"marking\":null"),
                GOOD.replace("\"marking\":\"(UN-U)\"", "\"marking\":\"(UN-U)\",\"sources\":[null]"),
                GOOD.replace("\"marking\":\"(UN-U)\"", "\"marking\":\"(UN-U)\",\"citations\":[null]"),
                GOOD.replace("\"marking\":\"(UN-U)\"", "\"marking\":\"(UN-U)\",\"sources\":\"P12\""),
                GOOD.replace("\"marking\":\"(UN-U)\"", "\"marking\":\"(UN-U)\",\"sources\":[{\"a\":1}]"),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":null"),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":[null]"),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":{}"),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":[[]]"),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":[1e999]"),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":" + "9".repeat(10_000)),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":" + "[".repeat(900) + "]".repeat(900)),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":" + "[".repeat(100_000)),
                GOOD.replaceAll("\"portions\":\\[.*\\]", "\"portions\":" + "{\"a\":".repeat(50_000)),
                "[".repeat(500_000),
                GOOD.replace("good", "a\u0001b"),
                GOOD.replace("good", "a\u0000b"),
                GOOD.replace("good", "a\\u0000b"),
                GOOD.replace("good", "a\\u001bb"),
                GOOD.replace("good", "a\\ud800b"),
                GOOD.replace("good", "a\\uZZZZb"),
                GOOD.replace("good", "a\\qb"),
                "\ufeff\ufeff" + GOOD)) {
            bodies.put(text.length() > 200 ? text.substring(0, 200) : text, text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.put("Latin-1", GOOD.replace("good", "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        bodies.put("overlong", patched((byte) 0xC0, (byte) 0x80));
        bodies.put("surrogate bytes", patched((byte) 0xED, (byte) 0xA0, (byte) 0x80));
        bodies.put("broken off", patched((byte) 0xF0, (byte) 0x9F));
        bodies.put("UTF-16", GOOD.getBytes(StandardCharsets.UTF_16));
        bodies.forEach((name, body) ->
                refused(name, () -> analyst.send("POST", "/products", "application/json", body), 400, 422));
        expect(201, analyst.send("POST", "/products", "application/json", GOOD.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyOtherBodyOfTheInterfaceIsAsHardToFool() {
        String draft = filed(analyst, report("(UN-C)", "bodies"));
        String waiting = filed(analyst, report("(UN-C)", "bodies"));
        submitted(analyst, waiting);
        User officer = User.in("CO-UN");
        for (String text :
                List.of("null", "[]", "5", "{", "\"x\"", "{\"x\":1}", "[".repeat(5_000), "{\"reason\":{}}")) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            String json = "application/json";
            String product = "/products/" + waiting;
            refused("edit " + text, () -> analyst.send("PUT", "/products/" + draft + "/draft", json, body), 400);
            refused("publication " + text, () -> officer.send("POST", product + "/publication", json, body), 400);
            refused("return " + text, () -> officer.send("POST", product + "/return", json, body), 400);
            refused("withdrawal " + text, () -> officer.send("POST", product + "/withdrawal", json, body), 400);
            refused("banner " + text, () -> analyst.send("POST", "/drafts/banner", json, body), 400);
            User director = User.in("DIRECTOR");
            refused("suspension " + text, () -> director.send("POST", "/hats/HO-UN/suspension", json, body), 400);
            refused("clock " + text, () -> director.send("PUT", "/exercise/clock", json, body), 400);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherOrNotItSaysSo() {
        byte[] large = GOOD.replace("good", "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        Answer declared = refused("declared", () -> analyst.send("POST", "/products", "application/json", large), 413);
        assertEquals("too-large", declared.slug());
        Answer chunked = refused(
                "chunked",
                () -> User.send(analyst.request("/products")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413);
        assertEquals("too-large", chunked.slug());
        byte[] file = ("id,date_start\n" + "x,y\n".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        refused(
                "chunked file",
                () -> User.send(analyst.request("/imports?organisation=UN&marking=(UN-U)")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))),
                413);
    }

    @Test
    void anotherMediaTypeOrMethodIsRefused() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/csv")) {
            assertEquals(
                    "unsupported-media-type",
                    refused(type, () -> analyst.send("POST", "/products", type, body), 415)
                            .slug());
        }
        for (String type : List.of("json", "application/", "/", "application/json; charset=x\"y")) {
            Map<String, Long> before = Tables.stored();
            int status = analyst.send("POST", "/products", type, body).status();
            assertTrue(status == 400 || status == 415, type + status);
            assertEquals(before, Tables.stored(), type);
        }
        for (String[] call : new String[][] {
            {"DELETE", "/products/P12"},
            {"PATCH", "/products/P12"},
            {"PUT", "/products"},
            {"PUT", "/products/P12"},
            {"POST", "/products/P12"},
            {"GET", "/products/P12/submission"},
            {"DELETE", "/audit/events"},
            {"POST", "/audit/events"},
            {"POST", "/me"}
        }) {
            assertEquals(
                    "method-not-allowed",
                    refused(String.join(" ", call), () -> called(call[0], call[1]), 405)
                            .slug());
        }
    }

    @Test
    void oddNumbersInThePathAreNotThere() {
        for (String number : List.of(
                "p12",
                "P12%20",
                "%20P12",
                "P12%09",
                "P12%0A",
                "P12%0d%0aX-Injected=yes",
                "P%2512",
                "%50",
                "%C3%A9",
                "%F0%9F%92%A3",
                "%e2%80%ae12",
                "a%2Fb",
                "%2e%2e",
                "%2e%2e%2fproducts",
                "'%20OR%201=1%20--",
                "%3Cscript%3E",
                "$%7B7*7%7D",
                "%23%7B7*7%7D",
                "x".repeat(100),
                "x".repeat(5_000))) {
            Answer answer = refused(number, () -> analyst.get("/products/" + number), 404);
            assertEquals("not-found", answer.slug());
            assertTrue(answer.headers().firstValue("X-Injected").isEmpty());
            refused(number, () -> analyst.post("/products/" + number + "/acknowledgement", null), 404);
            refused(number, () -> analyst.post("/products/" + number + "/submission", null), 404);
        }
        // these the container refuses before the application hears of them
        for (String number : List.of("P12%00", "%FF", "x".repeat(10_240))) {
            assertEquals(400, analyst.get("/products/" + number).status());
        }
    }

    @Test
    void questionsThatMakeNoSenseAreRefusedAndOddOnesAnswered() {
        for (String query : List.of(
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=1.5",
                "limit=x",
                "limit=99999999999999999999",
                "limit=1e2",
                "after=x",
                "after=%00",
                "after=" + "A".repeat(3_000),
                "after=%F0%9F%92%A3",
                "from=yesterday",
                "from=2013-07-01",
                "from=2013-13-01T00:00:00Z",
                "from=2013-02-30T00:00:00Z",
                "from=%2B1000000000-12-31T23:59:59.999999999Z",
                "to=-1000000000-01-01T00:00:00Z",
                "to=%2B999999999-01-01T00:00:00Z",
                "from=0000-00-00T00:00:00Z")) {
            refused(query, () -> analyst.get("/products?" + query), 400);
            if (!query.startsWith("limit") && !query.startsWith("after")) {
                refused(query, () -> analyst.get("/products/count?" + query), 400);
                refused(query, () -> User.in("AUD-UN").get("/audit/events?" + query), 400);
            }
        }
        refused("after", () -> User.in("AUD-UN").get("/audit/events?after=x"), 400);
        refused("at", () -> User.in("CO-UN").get("/products/P09/audience?at=%2B1000000000-12-31T23:59:59Z"), 400);
        for (String query : List.of(
                "query=%00",
                "query=%F0%9F%92%A3",
                "query=" + "x".repeat(5_000),
                "query=" + "zq+".repeat(1_000),
                "query=*",
                "query=%22unclosed",
                "query=title:x",
                "query=%5B%5D%7B%7D~%5E%3F",
                "type=%C3%A9",
                "mission=%C3%A9",
                "originator=%00",
                "type=" + "x".repeat(3_000))) {
            assertEquals(
                    0,
                    expect(200, analyst.get("/products?" + query))
                            .json()
                            .getJsonArray("items")
                            .size(),
                    query);
            assertEquals(
                    0,
                    expect(200, analyst.get("/products/count?" + query)).json().getInt("count"),
                    query);
        }
        for (String query : List.of(
                "organisation=%C3%A9", "action=%F0%9F%92%A3", "outcome=%C3%A9", "person=%C3%A9", "product=%C3%A9")) {
            JsonObject page =
                    expect(200, User.in("AUD-UN").get("/audit/events?" + query)).json();
            assertEquals(0, page.getJsonArray("items").size(), query);
        }
        expect(200, User.in("CO-UN").post("/imports/%C3%A9/publication", null));
    }

    @Test
    void oddHeadersAreRefused() {
        String number = filed(analyst, report("(UN-C)", "headers"));
        for (String tag : List.of("x", "-1", "99999999999", "*", "W/", "\"\"")) {
            refused(
                    tag,
                    () -> analyst.put("/products/" + number + "/draft", report("(UN-C)", "x"), "If-Match", tag),
                    400);
        }
        refused("Accept", () -> User.send(analyst.request("/products").header("Accept", "image/png")), 406);
    }

    @Test
    void theClockGoesNowhereThatTheTablesCannotHold() {
        for (String now : List.of("", " ", "x", "2013-07-01", "+1000000000-12-31T23:59:59Z", "-5000-01-01T00:00:00Z")) {
            refused(
                    now,
                    () -> User.in("DIRECTOR")
                            .put("/exercise/clock", Json.createObjectBuilder().add("now", now)),
                    400);
        }
    }

    private Answer called(String method, String path) {
        return User.send(analyst.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static byte[] patched(byte... bytes) {
        String[] around = GOOD.split("good", 2);
        byte[] before = around[0].getBytes(StandardCharsets.UTF_8);
        byte[] after = around[1].getBytes(StandardCharsets.UTF_8);
        return java.nio.ByteBuffer.allocate(before.length + bytes.length + after.length)
                .put(before)
                .put(bytes)
                .put(after)
                .array();
    }

    /** A problem with a slug, of one of these kinds; and nothing is stored. */
    private static Answer refused(String what, Supplier<Answer> request, int... statuses) {
        Map<String, Long> before = Tables.stored();
        Answer answer = request.get();
        assertTrue(
                java.util.Arrays.stream(statuses).anyMatch(s -> s == answer.status()),
                what + ": " + answer.status() + " " + answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""),
                what);
        assertEquals(answer.status(), answer.json().getInt("status"), what);
        assertTrue(answer.slug().matches("[a-z-]+"), answer.body());
        assertEquals(before, Tables.stored(), what);
        return answer;
    }

    /** How many failures the server has noted in its log. */
    private static long failures() {
        Path log = Platform.running().folder().resolve("payara/payara.log");
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(l -> l.contains("a request failed") || l.contains("[SEVERE]") || l.contains("SEVERE:"))
                    .count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
