package org.entente.story;

import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.entente.running.Appointing;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.entente.verify.Verdict;
import org.entente.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults C2 and C4: what somebody does to the tables behind the platform's back shows, and the log tells nobody what is not theirs. */
class RecordIT {
    private final User auditor = User.in("AUD-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aud02_anOpeningThatSomebodyChangedIsNotShownAsTheRecords() throws Exception {
        expect(200, User.in("LO-UN").get("/products/P01"));
        String event = event("person=solberg&product=P01");
        placed(event);
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            String row = " WHERE event_id = UNHEX('" + event.replace("-", "") + "')";
            // the operator blames somebody else, and says that it was refused
            s.executeUpdate("UPDATE audit_opening SET person = 'reis', outcome = 'DENY'" + row);
            try {
                JsonObject file =
                        expect(200, auditor.get("/audit/events/" + event)).json();
                JsonObject shown = file.getJsonObject("event");
                assertFalse(shown.containsKey("person"), shown.toString());
                assertEquals(Set.of("person", "outcome"), texts(shown, "differing"));
                assertFalse(file.getBoolean("cosigned"));
                String replay =
                        auditor.get("/audit/events/" + event + "/replay").body();
                assertTrue(replay.contains("no longer what the record was sealed over"), replay);
                Verdict verdict = verdict("AUD-UN");
                assertFalse(verdict.sound());
                assertTrue(verdict.lines().toString().contains("field 1"), verdict.toString());
                toldToEverybodyWhoWatches(event);
            } finally {
                s.executeUpdate("UPDATE audit_opening SET person = 'solberg', outcome = 'PERMIT'" + row);
                settle(s);
            }
        }
        assertTrue(verdict("AUD-UN").sound());
    }

    @Test
    void aud02_anOpeningThatSomebodyDeletedIsMissed() throws Exception {
        expect(200, User.in("LO-UN").get("/products/P01"));
        String event = event("person=solberg&product=P01");
        placed(event);
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            String row = " WHERE event_id = UNHEX('" + event.replace("-", "") + "')";
            s.execute("CREATE OR REPLACE TABLE kept_opening AS SELECT * FROM audit_opening" + row);
            s.executeUpdate("DELETE FROM audit_opening" + row);
            try {
                toldToEverybodyWhoWatches(event);
                // its number is missing among the organisation's, whatever the export leaves out
                Verdict verdict = verdict("AUD-UN");
                assertFalse(verdict.sound());
                assertTrue(verdict.lines().toString().contains("kept back"), verdict.toString());
            } finally {
                s.executeUpdate("INSERT INTO audit_opening SELECT * FROM kept_opening");
                s.execute("DROP TABLE kept_opening");
                settle(s);
            }
        }
    }

    /** A value that is taken away wants a purge, and an invented purge is none. */
    @Test
    void aud13_whatNoPurgeErasedIsADifference() throws Exception {
        expect(200, User.in("LO-UN").get("/products/P01"));
        String event = event("person=solberg&product=P01");
        placed(event);
        String id = "UNHEX('" + event.replace("-", "") + "')";
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            s.executeUpdate("UPDATE audit_opening SET address = NULL WHERE event_id = " + id);
            s.executeUpdate(
                    "INSERT INTO opening_erasure (event_id, field, by_event, ordered_at, by_hat, reason) SELECT " + id
                            + ", 6, event_id, UTC_TIMESTAMP(3), 'SO-UN', 'purge' FROM audit_opening ORDER BY position DESC LIMIT 1");
            try {
                assertEquals(
                        Set.of("address"),
                        texts(
                                expect(200, auditor.get("/audit/events/" + event))
                                        .json()
                                        .getJsonObject("event"),
                                "differing"));
                toldToEverybodyWhoWatches(event);
                placed(event("action=LIST_EVENTS"));
                Verdict verdict = verdict("AUD-UN");
                assertTrue(verdict.lines().toString().contains("which is no purge"), verdict.toString());
            } finally {
                s.executeUpdate("DELETE FROM opening_erasure WHERE event_id = " + id);
                s.executeUpdate("UPDATE audit_opening SET address = '127.0.0.1' WHERE event_id = " + id);
                settle(s);
            }
        }
    }

    /** C3: a row in the tables that no act made gives nobody anything, and no act is built on top of it. */
    @Test
    void aud03_aRoleWrittenIntoTheTablesIsNobodys() throws Exception {
        User liaison = User.in("LO-UN");
        expect(200, liaison.get("/me"));
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            s.executeUpdate("INSERT INTO hat_word (hat, kind, word) VALUES ('LO-UN', 'ROLE', 'RELEASE_AUTHORITY')");
            s.executeUpdate("UPDATE head SET world = world + 1 WHERE id = 1");
            try {
                String me = expect(200, liaison.get("/me")).body();
                assertFalse(me.contains("RELEASE_AUTHORITY"), me);
                assertEquals(
                        403,
                        liaison.proved()
                                .post(
                                        "/delegations",
                                        Json.createObjectBuilder()
                                                .add("to", "CO-UN")
                                                .add("ceiling", "UN-C")
                                                .add("types", Json.createArrayBuilder()))
                                .status());
                await(
                        "the watchman finds it",
                        () -> Tables.number("SELECT COUNT(*) FROM log_finding WHERE kind = 'AUTHORITY_DIFFERS'") > 0);
                assertTrue(Tables.number("SELECT COUNT(*) FROM audit_opening WHERE action = 'FIND_DIFFERENCE'"
                                + " AND object = 'world' AND detail LIKE '%no act made%'")
                        > 0);
                // whoever changes the world now would seal the forged row with it
                assertEquals(
                        503,
                        Appointing.securityOfficer("UN")
                                .proved()
                                .post(
                                        "/hats/AN-UN/suspension",
                                        Json.createObjectBuilder().add("reason", "EXERCISE: not on top of that"))
                                .status());
            } finally {
                s.executeUpdate("DELETE FROM hat_word WHERE hat = 'LO-UN' AND word = 'RELEASE_AUTHORITY'");
                s.executeUpdate("UPDATE head SET world = world - 1 WHERE id = 1");
                settle(s);
            }
        }
        assertFalse(expect(200, liaison.get("/me")).body().contains("RELEASE_AUTHORITY"));
    }

    /** C3: a row that hands a product to somebody opens it to nobody, if no act wrote it. */
    @Test
    void aud03_aProductHandedOverInTheTablesIsNobodys() throws Exception {
        // published, and its release not registered yet
        String number = filed(User.in("AN-UN"), report("(UN-C//REL TO UN, AU)", "handed by an operator"));
        submitted(User.in("AN-UN"), number);
        confirmed(User.in("CO-UN"), number);
        User reader = User.in("LO-AU");
        assertEquals(404, reader.get("/products/" + number).status());
        try (Connection c = Tables.as("entente_owner");
                Statement s = c.createStatement()) {
            s.executeUpdate("INSERT INTO dissemination (product_id, receiver, valid_from) SELECT id, 'AU', '2013-01-01'"
                    + " FROM product WHERE number = '" + number + "'");
            s.executeUpdate("UPDATE head SET changes = changes + 1 WHERE id = 1");
            s.executeUpdate("INSERT INTO product_change (seq, product_id) SELECT h.changes, p.id FROM head h, product p"
                    + " WHERE p.number = '" + number + "'");
            try {
                assertEquals(404, reader.get("/products/" + number).status());
                await(
                        "the watchman tells",
                        () -> Tables.number("SELECT COUNT(*) FROM audit_opening WHERE action = 'FIND_DIFFERENCE'"
                                        + " AND detail LIKE '%no act handed over%'")
                                > 0);
            } finally {
                s.executeUpdate("DELETE d FROM dissemination d JOIN product p ON p.id = d.product_id WHERE p.number = '"
                        + number + "'");
                settle(s);
            }
        }
    }

    /** CAV-10: a reader's own auditor is owed no more of what was hidden from the reader than of what is not there. */
    @Test
    void cav10_whatIsHiddenIsRecordedAsWhatIsNotThere() throws Exception {
        String hidden =
                published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "not for the EU"));
        User european = User.in("LO-EU");
        assertEquals(404, european.get("/products/" + hidden).status());
        assertEquals(404, european.get("/products/UN-00000000").status());
        Path bundle = bundle("AUD-EU");
        Set<String> ofHidden = owed(bundle, hidden);
        assertEquals(owed(bundle, "UN-00000000"), ofHidden);
        assertFalse(ofHidden.isEmpty());
        for (String tells : List.of("8", "9", "10", "11", "12", "15", "16")) {
            assertFalse(ofHidden.contains(tells), "field " + tells);
        }
        Files.delete(bundle);
    }

    /** C4: a record says its id and its minute; an organisation counts its own events and nobody else's. */
    @Test
    void cav10_nobodyCountsWhatConcernsOthers() throws Exception {
        published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", "not counted by the EU"));
        Path bundle = bundle("AUD-EU");
        String[] slots = entry(bundle, "slots.jsonl").split("\n", -1);
        assertTrue(
                List.of(slots).stream().allMatch(line -> line.isEmpty() || line.contains("\"slot\": " + number("EU"))));
        Set<String> own = List.of(slots).stream()
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, 50))
                .collect(Collectors.toSet());
        for (String name :
                List.of("openings.jsonl", "receipts.jsonl", "decisions.jsonl", "opened.jsonl", "erasures.jsonl")) {
            entry(bundle, name).lines().forEach(line -> assertTrue(own.contains(line.substring(0, 50)), line));
        }
        Files.delete(bundle);
    }

    private void toldToEverybodyWhoWatches(String event) {
        await(
                "the watchman finds it",
                () -> Tables.number(
                                "SELECT COUNT(*) FROM log_finding WHERE event_id = UNHEX(?)", event.replace("-", ""))
                        == 1);
        assertEquals(
                "OPENINGS_DIFFER",
                expect(200, User.in("AUD-AU").get("/audit/health")).json().getString("condition"));
        await(
                "another organisation's auditor is told",
                () -> User.in("AUD-AU").get("/notices").body().contains(event.substring(0, 18)));
    }

    /** As if it had not been: other stories want a sound log. */
    private static void settle(Statement s) throws SQLException {
        s.executeUpdate("DELETE FROM log_finding");
    }

    private static Set<String> owed(Path bundle, String object) throws IOException {
        List<JsonObject> openings = entry(bundle, "openings.jsonl")
                .lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
        String event = openings.stream()
                .filter(o -> o.getInt("field") == 7 && o.getString("value").equals(object))
                .map(o -> o.getString("event"))
                .reduce((first, last) -> last)
                .orElseThrow();
        return openings.stream()
                .filter(o -> o.getString("event").equals(event))
                .map(o -> Integer.toString(o.getInt("field")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }

    private String event(String filter) {
        return expect(200, auditor.get("/audit/events?limit=1&" + filter))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** Waits until a quorum has cosigned the event's record. */
    private void placed(String event) {
        await("it is cosigned", () -> auditor.get("/audit/proof?event=" + event).status() == 200);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static long number(String organisation) {
        return Tables.number("SELECT log_bit FROM organisation WHERE code = ?", organisation);
    }

    private static Path bundle(String hat) throws Exception {
        User user = User.in(hat);
        String last = expect(200, user.get("/audit/events?limit=1"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        await("it is cosigned", () -> user.get("/audit/proof?event=" + last).status() == 200);
        Path bundle = Files.createTempFile("bundle", ".zip");
        Files.write(bundle, user.file("/audit/bundle").body());
        return bundle;
    }

    private static Verdict verdict(String hat) throws Exception {
        Path bundle = bundle(hat);
        byte[] policy = Files.readAllBytes(Platform.running().folder().resolve("log/policy.txt"));
        Verdict verdict = Verifier.verify(bundle, policy, null);
        Files.delete(bundle);
        return verdict;
    }

    private static String entry(Path bundle, String name) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return entry == null ? "" : new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
