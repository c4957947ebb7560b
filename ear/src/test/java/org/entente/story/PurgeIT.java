package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.entente.running.Answer;
import org.entente.running.Platform;
import org.entente.running.Tables;
import org.entente.running.User;
import org.entente.verify.Verdict;
import org.entente.verify.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Old events lose what tells of persons, by two persons' hands, and the log stays sound (AUD-13). */
class PurgeIT {
    /** Before the exercise begins: nothing but what these tests do happened then. */
    private static final String LONG_AGO = "2003-03-01T12:00:00Z";

    private static final String BEFORE = "2003-06-01T00:00:00Z";
    private final User officer = User.in("SO-AU");
    private final User auditor = User.in("AUD-AU");

    @AfterEach
    void inJuly() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void aud13_aPurgeIsOrderedByOneApprovedByAnotherAndLeavesACertificate() throws Exception {
        User.clock(LONG_AGO);
        String old = filedAt();
        User.clock("2013-05-20T12:00:00Z");
        String young = filedAt();
        placed(young);
        User.clock("2013-07-20T12:00:00Z");
        JsonObject order = expect(201, officer.post("/audit/purges", order(BEFORE, "EXERCISE: retention is over")))
                .json();
        String number = order.getString("number");
        assertTrue(order.getInt("waiting") >= 1, order.toString());
        assertEquals(1, opened(old), "nothing is erased yet");
        // on the desk of those who may approve it, and of nobody else
        assertTrue(desk(auditor).contains(number));
        assertFalse(desk(User.in("AUD-UN")).contains(number));
        String path = "/audit/purges/" + number + "/approval";
        assertEquals(403, officer.proved().post(path, null).status());
        assertEquals("second-factor-required", auditor.post(path, null).slug());
        Answer foreign = User.in("AUD-UN").proved().post(path, null);
        assertEquals(404, foreign.status());
        assertEquals(
                User.in("AUD-UN")
                        .proved()
                        .post("/audit/purges/PRG-00000000/approval", null)
                        .body(),
                foreign.body().replace(number, "PRG-00000000"));
        Answer approved = expect(200, auditor.proved().post(path, null));
        JsonObject certificate = approved.json().getJsonObject("certificate");
        String by = approved.headers().firstValue("Entente-Event").orElseThrow();
        assertEquals(by, certificate.getString("event"));
        assertEquals(order.getInt("waiting"), certificate.getInt("events"));
        assertEquals(digestOver(by), certificate.getString("digest"));
        assertEquals(0, opened(old));
        assertEquals(1, opened(young), "not old enough");
        assertEquals(409, auditor.proved().post(path, null).status(), "once");
        assertTrue(expect(200, officer.get("/audit/purges")).body().contains(certificate.getString("digest")));
        assertFalse(expect(200, User.in("AUD-UN").get("/audit/purges")).body().contains(number));
        assertFalse(desk(auditor).contains(number));
        placed(by);
        TimeUnit.SECONDS.sleep(3);
        byte[] policy = Files.readAllBytes(Platform.running().folder().resolve("log/policy.txt"));
        for (String hat : List.of("AUD-AU", "AUD-JOINT")) {
            HttpResponse<byte[]> file = User.in(hat).file("/audit/bundle");
            assertEquals(200, file.statusCode());
            Path bundle = Files.createTempFile("bundle", ".zip");
            Files.write(bundle, file.body());
            Verdict verdict = Verifier.verify(bundle, policy, null);
            assertTrue(verdict.sound(), hat + " " + verdict.lines());
            assertFalse(
                    verdict.lines().toString().contains("erasures: 0"),
                    verdict.lines().toString());
            Files.delete(bundle);
        }
    }

    /** C1: a purge reaches everybody's old acts but those of the two who make it, and never a purge. */
    @Test
    void aud13_nobodyErasesTheirOwnTrace() throws Exception {
        User.clock(LONG_AGO);
        String others = filedAt();
        expect(201, officer.post("/audit/purges", order("1992-01-01T00:00:00Z", "EXERCISE: an old order")));
        expect(200, officer.get("/products"));
        expect(200, auditor.get("/audit/events"));
        String own =
                "SELECT COUNT(*) FROM audit_opening WHERE occurred_at < '2004-01-01' AND person IN ('mwangi', 'bekele')";
        long before = Tables.number(own);
        assertTrue(before >= 3);
        User.clock("2013-07-20T12:00:00Z");
        String number = expect(201, officer.post("/audit/purges", order(BEFORE, "EXERCISE: my own")))
                .text("number");
        expect(200, auditor.proved().post("/audit/purges/" + number + "/approval", null));
        assertEquals(0, opened(others));
        assertEquals(before, Tables.number(own));
    }

    @Test
    void aud13_onlyWhatIsOlderThanTenYearsByThePlatformsClock() {
        User.clock("2013-07-20T12:00:00Z");
        assertEquals(
                422,
                officer.post("/audit/purges", order("2003-07-21T00:00:00Z", "x"))
                        .status());
        assertEquals(422, officer.post("/audit/purges", order(BEFORE, " ")).status());
        assertEquals(403, auditor.post("/audit/purges", order(BEFORE, "x")).status());
        String number = expect(201, officer.post("/audit/purges", order("2003-07-20T12:00:00Z", "EXERCISE: a trial")))
                .text("number");
        // an exercise's clock goes back: the order is too early then
        User.clock("2013-07-19T12:00:00Z");
        assertEquals(
                409,
                auditor.proved()
                        .post("/audit/purges/" + number + "/approval", null)
                        .status());
    }

    @Test
    void aud13_eventsOfAProductThatIsStillYoungStay() throws Exception {
        User.clock("2013-05-20T12:00:00Z");
        Answer filed = expect(201, User.in("LO-AU").post("/products", report("(AU-C//REL TO AU, UN)", "still alive")));
        // the clock of an exercise goes back: an old event about a product that is younger
        User.clock(LONG_AGO);
        expect(200, User.in("LO-AU").post("/products/" + filed.text("number") + "/submission", null));
        String read = Tables.text("SELECT HEX(event_id) FROM audit_opening WHERE object = '" + filed.text("number")
                + "' AND occurred_at < '2004-01-01' ORDER BY position DESC LIMIT 1");
        placed(dashed(read));
        User.clock("2013-07-20T12:00:00Z");
        String number = expect(201, officer.post("/audit/purges", order(BEFORE, "EXERCISE: retention")))
                .text("number");
        expect(200, auditor.proved().post("/audit/purges/" + number + "/approval", null));
        assertEquals(1, opened(dashed(read)));
    }

    private static String dashed(String hex) {
        return hex.toLowerCase(java.util.Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    /** Something that somebody of the organisation did; the number of its event. */
    private static String filedAt() throws InterruptedException {
        String event = expect(201, User.in("LO-AU").post("/products", report("(AU-C//REL TO AU, UN)", "long ago")))
                .headers()
                .firstValue("Entente-Event")
                .orElseThrow();
        placed(event);
        return event;
    }

    private static void placed(String event) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (Tables.number("SELECT COUNT(*) FROM log_entry WHERE event_id = UNHEX(?)", event.replace("-", ""))
                    == 1) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the event has no place");
    }

    private static long opened(String event) {
        return Tables.number(
                "SELECT COUNT(*) FROM audit_opening WHERE event_id = UNHEX(?) AND person IS NOT NULL AND hat IS NOT NULL"
                        + " AND LEFT(salts, 32) <> REPEAT(CHAR(0), 32)",
                event.replace("-", ""));
    }

    private static String desk(User user) {
        return expect(200, user.get("/desk")).body();
    }

    /** SHA-256 over the numbers of what an event erased, in the order of the log. */
    private static String digestOver(String by) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT DISTINCT e.idx, e.event_id FROM opening_erasure x JOIN log_entry e"
                        + " ON e.event_id = x.event_id WHERE x.by_event = UNHEX('" + by.replace("-", "")
                        + "') ORDER BY e.idx")) {
            while (r.next()) {
                ByteBuffer id = ByteBuffer.wrap(r.getBytes(2));
                UUID event = new UUID(id.getLong(), id.getLong());
                sha.update(HexFormat.of().parseHex(event.toString().replace("-", "")));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static JsonObjectBuilder order(String before, String reason) {
        return Json.createObjectBuilder().add("before", before).add("reason", reason);
    }
}
