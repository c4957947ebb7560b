package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.entente.log.Leaf;
import org.entente.log.LogError;
import org.entente.log.Policy;
import org.entente.log.RecordProof;
import org.entente.log.SignedNote;
import org.entente.running.Answer;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.entente.verify.Verdict;
import org.entente.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log that the four cosign, as it stands beside the running platform. */
class LogIT {
    private final User auditor = User.in("AUD-UN");

    @BeforeEach
    void inJuly() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void aud02_theNewestNoteIsSignedByTheLogAndAQuorum() throws Exception {
        SignedNote note = SignedNote.parse(
                expect(200, auditor.get("/audit/checkpoint")).body().getBytes(StandardCharsets.UTF_8));
        Policy.Signed signed = assertInstanceOf(Policy.Signed.class, policy().judge(note));
        assertTrue(signed.quorate(), signed.toString());
        assertEquals("entente.exercise/audit/1", signed.checkpoint().origin());
    }

    @Test
    void everyChangeAnswersWithAReceiptAndTheReceiptIsProvedWithinSeconds() throws Exception {
        User analyst = User.in("AN-UN");
        Answer filed = expect(201, analyst.post("/products", report("(UN-C//REL TO UN, AU)", "a receipt")));
        String event = filed.headers().firstValue("Entente-Event").orElseThrow();
        RecordProof proof = RecordProof.parse(proof(analyst, event).body().getBytes(StandardCharsets.UTF_8));
        Policy.Signed signed = assertInstanceOf(Policy.Signed.class, proof.judge(policy()));
        assertTrue(signed.quorate());
        Leaf leaf = Leaf.decode(proof.record());
        assertEquals(event, leaf.eventId().toString());
        assertTrue(proof.encoded().length <= 2_816, "a proof has " + proof.encoded().length + " bytes");
        // for whom it does not concern there is no such event, as for one that never was
        Answer foreign = User.in("LO-EU").get("/audit/proof?event=" + event);
        Answer absent = User.in("LO-EU").get("/audit/proof?event=00000000-0000-4000-8000-000000000000");
        assertEquals(404, foreign.status());
        assertEquals(absent.body(), foreign.body());
        assertEquals(404, User.in("LO-EU").get("/audit/proof?event=nonsense").status());
    }

    @Test
    void modeW_whatIsGuardedLeavesOnlyUnderACosignedRecord() throws SQLException {
        // a source inside the originator, eyes only, and the ordinary
        expect(200, User.in("CO-AU").get("/products/P02"));
        expect(200, User.in("AN-UN").get("/products/P05"));
        assertEquals("W", mode("P02", "abebe"));
        assertEquals("D", mode("P05", "reis"));
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM log_entry e JOIN audit_opening o ON o.event_id = e.event_id WHERE o.mode = 'W'"
                                + " AND e.idx >= (SELECT MAX(size) FROM log_publication)"));
    }

    private static String mode(String product, String person) throws SQLException {
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("SELECT o.mode FROM audit_opening o WHERE o.object = '" + product
                        + "' AND o.person = '" + person + "' AND o.action = 'READ_PRODUCT' AND o.outcome = 'PERMIT'"
                        + " ORDER BY o.position DESC LIMIT 1")) {
            r.next();
            return r.getString(1);
        }
    }

    @Test
    void tilesAndNotesAreForAuditorsAndHoldNoName() {
        published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "in a tile"));
        HttpResponse<byte[]> entries = auditor.file("/audit/tile/entries/000");
        if (entries.statusCode() == 404) {
            long size = Tables.number("SELECT MAX(size) FROM log_publication");
            entries = auditor.file("/audit/tile/entries/000.p/" + size);
        }
        String bytes = new String(entries.body(), StandardCharsets.ISO_8859_1);
        assertEquals(200, entries.statusCode());
        for (String word : List.of("reis", "haddad", "CONFIDENTIAL", "127.0.0.1", "READ_PRODUCT")) {
            assertFalse(bytes.contains(word), word);
        }
        assertEquals(403, User.in("AN-UN").get("/audit/checkpoint").status());
        for (String path : List.of(
                "0/000.p/256",
                "0/000.p/0",
                "9/000",
                "0/../../signed",
                "entries/%2e%2e/%2e%2e/signed",
                "0/x999/999",
                "entries/",
                "0/000.p/1/2")) {
            assertTrue(
                    List.of(400, 404)
                            .contains(auditor.get("/audit/tile/" + path).status()),
                    path);
        }
    }

    @Test
    void theHealthOfTheLogNamesItsWitnesses() {
        JsonObject health = expect(200, auditor.get("/audit/health")).json();
        assertEquals(4, health.getJsonArray("witnesses").size());
        assertTrue(health.getInt("cosignatures") >= 3);
        assertTrue(health.getInt("size") >= health.getInt("published"));
    }

    @Test
    void aud06_everyDecisionOfTheExerciseIsTheSameWhenTakenAgain() {
        for (String hat : Scenario.READERS) {
            for (String product : List.of("P01", "P02", "P05", "P07", "P09", "P13")) {
                User.in(hat).get("/products/" + product);
            }
        }
        User joint = User.in("AUD-JOINT");
        List<JsonObject> events = expect(200, joint.get("/audit/events?action=READ_PRODUCT&limit=200"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        int replayed = 0;
        for (JsonObject event : events) {
            Answer answer = joint.get("/audit/events/" + event.getString("id") + "/replay");
            if (answer.status() == 200) {
                assertTrue(answer.json().getBoolean("same"), answer.toString());
                replayed++;
            } else {
                assertEquals(409, answer.status(), answer.toString());
            }
        }
        assertTrue(replayed >= 30, "replayed " + replayed);
    }

    @Test
    void aud06_whyAnotherOrganisationHidItsProductIsNotReplayedForOnesOwnAuditor() {
        assertEquals(404, User.in("LO-ECW").get("/products/P05").status());
        User ecowas = User.in("AUD-ECW");
        String event = ecowas.get("/audit/events?product=P05")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        assertEquals(409, ecowas.get("/audit/events/" + event + "/replay").status());
        JsonObject own =
                expect(200, auditor.get("/audit/events/" + event + "/replay")).json();
        assertEquals("HIDDEN", own.getString("replayed"));
        assertFalse(own.containsKey("hat"), "the other organisation's officer");
        assertEquals(
                404, User.in("AUD-EU").get("/audit/events/" + event + "/replay").status());
    }

    /** C1: nobody erases alone, at once and without ground; a purge is the one way, and it takes two. */
    @Test
    void aud13_nobodyErasesAnOpeningAlone() {
        String event = expect(
                        201, User.in("AN-UN").post("/products", report("(UN-C//REL TO UN, AU)", "not to be forgotten")))
                .headers()
                .firstValue("Entente-Event")
                .orElseThrow();
        for (String hat : List.of("SO-UN", "OA-UN", "AUD-UN", "AUD-JOINT", "DIRECTOR")) {
            Answer answer = User.in(hat)
                    .proved()
                    .post("/audit/events/" + event + "/erasure", erasure("person", "EXERCISE: a request"));
            assertEquals(404, answer.status(), answer.toString());
        }
    }

    @Test
    void anEventThatConcernsAPartnerIsProvedToThePartner() throws Exception {
        String number = filed(User.in("AN-UN"), report("(UN-C//REL TO UN, AU)", "nobody else's"));
        assertEquals(404, User.in("LO-AU").get("/products/" + number).status());
        expect(200, User.in("LO-AU").get("/products/P05-R1"));
        String event = auditor.get("/audit/events?product=P05-R1&organisation=AU")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        RecordProof.parse(proof(auditor, event).body().getBytes(StandardCharsets.UTF_8));
        RecordProof.parse(proof(User.in("LO-AU"), event).body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aud02_aBundleIsSoundForEveryAuditorAndHasOnlyWhatIsTheirs() throws Exception {
        expect(200, User.in("LO-UN").get("/products/P01"));
        expect(200, User.in("LO-AU").get("/products/P05-R1"));
        published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "in a bundle"));
        TimeUnit.SECONDS.sleep(3);
        byte[] policy = Files.readAllBytes(Platform.running().folder().resolve("log/policy.txt"));
        for (String hat : List.of("AUD-UN", "AUD-AU", "AUD-ECW", "AUD-EU", "AUD-JOINT")) {
            Path bundle = Files.createTempFile("bundle", ".zip");
            Files.write(bundle, file(User.in(hat), "/audit/bundle"));
            Verdict verdict = Verifier.verify(bundle, policy, null);
            assertTrue(verdict.sound(), hat + " " + verdict.lines());
            String openings = entry(bundle, "openings.jsonl");
            boolean joint = hat.equals("AUD-JOINT");
            assertEquals(joint || hat.equals("AUD-UN"), openings.contains("\"solberg\""), hat);
            assertEquals(joint || hat.equals("AUD-AU"), openings.contains("\"baro\""), hat);
            // C5: whoever had people decided on can take these decisions again at home
            if (joint || hat.equals("AUD-UN") || hat.equals("AUD-AU")) {
                assertFalse(entry(bundle, "decisions.jsonl").isEmpty(), hat);
            }
            assertEquals(joint, entry(bundle, "shown-to.json").contains("15"), hat);
            Files.delete(bundle);
        }
        // a part of the log, and what is no part of it
        Path part = Files.createTempFile("bundle", ".zip");
        Files.write(part, file(auditor, "/audit/bundle?from=1&to=5"));
        assertTrue(Verifier.verify(part, policy, null).sound());
        Files.delete(part);
        for (String bad : List.of("from=5&to=1", "from=-1", "to=x", "to=999999999")) {
            assertEquals(400, auditor.get("/audit/bundle?" + bad).status(), bad);
        }
        assertEquals(403, User.in("AN-UN").get("/audit/bundle").status());
    }

    private static byte[] file(User user, String path) {
        HttpResponse<byte[]> answer = user.file(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    private static String entry(Path bundle, String name) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return entry == null ? "" : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static jakarta.json.JsonObjectBuilder erasure(String field, String reason) {
        return Json.createObjectBuilder()
                .add("fields", Json.createArrayBuilder().add(field))
                .add("reason", reason);
    }

    /** Proofs come once a quorum has cosigned, which takes a second or two. */
    private static Answer proof(User user, String event) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (true) {
            Answer answer = user.get("/audit/proof?event=" + event);
            if (answer.status() != 409 || System.nanoTime() > end) {
                return expect(200, answer);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static Policy policy() throws IOException, LogError {
        return Policy.parse(Files.readAllBytes(Platform.running().folder().resolve("log/policy.txt")));
    }
}
