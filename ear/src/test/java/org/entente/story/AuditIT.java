package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.entente.log.EventTypes;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record: one event for every decision, seen by those it concerns, telling no more than they may know. */
class AuditIT {
    /** The platform's own timers write when they have something to do, beside whatever is being counted. */
    private static final String BY_PERSONS = " WHERE COALESCE(person, '') NOT LIKE 'platform:%'";

    private static final List<String> FIELDS = List.of(
            "person",
            "hat",
            "roles",
            "mission",
            "session",
            "address",
            "object",
            "object_version",
            "originator",
            "marking",
            "decision",
            "reasons",
            "purpose",
            "detail",
            "hat_ground",
            "object_ground");
    private final User analyst = User.in("AN-UN");
    private final User officer = User.in("CO-UN");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aud01_everyOperationThatIsPermittedLeavesExactlyOneEvent() {
        one("LIST_PRODUCTS", "PERMIT", 200, () -> analyst.get("/products"));
        one("LIST_PRODUCTS", "PERMIT", 200, () -> analyst.get("/products?query=Gao"));
        one("COUNT_PRODUCTS", "PERMIT", 200, () -> analyst.get("/products/count"));
        one("READ_PRODUCT", "PERMIT", 200, () -> analyst.get("/products/P12"));
        one("READ_PRODUCT", "DENY", 428, () -> analyst.get("/products/P09"));
        one("READ_PRODUCT", null, 403, () -> analyst.get("/products/P07"));
        one("READ_DOCUMENT", "PERMIT", 200, () -> analyst.get("/products/P12/document?format=pdf"));
        one("READ_DOCUMENT", "PERMIT", 200, () -> analyst.get("/products/P12/document?format=4774"));
        one("READ_DOCUMENT", "DENY", 428, () -> analyst.get("/products/P09/document?format=html"));
        one("SEE_AUDIENCE", "PERMIT", 200, () -> officer.get("/products/P09/audience"));
        one("SEE_MYSELF", "PERMIT", 200, () -> analyst.get("/me"));
        one("READ_CLOCK", "PERMIT", 200, () -> analyst.get("/exercise/clock"));
        one("PREVIEW_BANNER", "PERMIT", 200, () -> analyst.post("/drafts/banner", report("(UN-C)", "x")));
        one("LIST_DRAFTS", "PERMIT", 200, () -> analyst.get("/drafts"));
        one("LIST_QUEUE", "PERMIT", 200, () -> officer.get("/drafts/queue"));
        one("LIST_EVENTS", "PERMIT", 200, () -> User.in("AUD-UN").get("/audit/events"));
        String key = UUID.randomUUID().toString();
        Supplier<Answer> filing =
                () -> analyst.post("/products", report("(UN-C)", "one event"), "Idempotency-Key", key);
        String number = one("FILE_PRODUCT", "PERMIT", 201, filing).text("number");
        one("FILE_PRODUCT", "PERMIT", 201, filing);
        String product = "/products/" + number;
        one("READ_PRODUCT", "PERMIT", 200, () -> analyst.get(product));
        one("EDIT_DRAFT", "PERMIT", 200, () -> analyst.put(product + "/draft", report("(UN-C)", "one more")));
        one("SUBMIT_DRAFT", "PERMIT", 200, () -> analyst.post(product + "/submission", null));
        one("RETURN_DRAFT", "PERMIT", 200, () -> officer.post(product + "/return", because("EXERCISE")));
        submitted(analyst, number);
        one("PUBLISH_PRODUCT", "PERMIT", 200, () -> officer.post(product + "/publication", damage()));
        one("ACKNOWLEDGE_PRODUCT", "PERMIT", 204, () -> analyst.post(product + "/acknowledgement", null));
        one("WITHDRAW_PRODUCT", "PERMIT", 200, () -> officer.post(product + "/withdrawal", because("EXERCISE")));
    }

    @Test
    void aud01_everyRefusalLeavesExactlyOneEventAlthoughItRolledBack() {
        String draft = filed(analyst, report("(UN-C)", "refused"));
        String waiting = filed(analyst, report("(UN-C)", "refused"));
        submitted(analyst, waiting);
        one("READ_PRODUCT", "DENY", 404, () -> analyst.get("/products/P08"));
        one("READ_PRODUCT", "DENY", 404, () -> analyst.get("/products/P88"));
        one("READ_PRODUCT", "DENY", 404, () -> analyst.get("/products/%C3%A9"));
        one("READ_DOCUMENT", "DENY", 404, () -> analyst.get("/products/P08/document?format=pdf"));
        one("READ_DOCUMENT", "DENY", 409, () -> analyst.get("/products/" + draft + "/document?format=pdf"));
        one("SEE_AUDIENCE", "DENY", 404, () -> officer.get("/products/P08/audience"));
        one("SEE_AUDIENCE", "DENY", 403, () -> analyst.get("/products/P09/audience"));
        one("LIST_PRODUCTS", "DENY", 400, () -> analyst.get("/products?limit=0"));
        one("LIST_PRODUCTS", "DENY", 400, () -> analyst.get("/products?after=x"));
        one(
                "LIST_PRODUCTS",
                "DENY",
                403,
                () -> User.named("reis").wearing("CO-UN").get("/products"));
        one("LIST_PRODUCTS", "DENY", 400, () -> User.named("sow").get("/products"));
        one("FILE_PRODUCT", "DENY", 422, () -> analyst.post("/products", report("(XX-C)", "x")));
        one("FILE_PRODUCT", "DENY", 403, () -> User.in("RA-UN").post("/products", report("(UN-C)", "x")));
        one("FILE_PRODUCT", "DENY", 403, () -> User.in("AN-AU").post("/products", report("(AU-C)", "x")));
        one("SUBMIT_DRAFT", "DENY", 409, () -> analyst.post("/products/" + waiting + "/submission", null));
        one("PUBLISH_PRODUCT", "DENY", 404, () -> officer.post("/products/" + draft + "/publication", damage()));
        one("PUBLISH_PRODUCT", "DENY", 422, () -> officer.post("/products/" + waiting + "/publication", null));
        one(
                "PUBLISH_PRODUCT",
                "DENY",
                404,
                () -> User.in("CO-EU").post("/products/" + waiting + "/publication", damage()));
        one(
                "EDIT_DRAFT",
                "DENY",
                412,
                () -> analyst.put("/products/" + draft + "/draft", report("(UN-C)", "x"), "If-Match", "\"7\""));
        one("LIST_EVENTS", "DENY", 403, () -> analyst.get("/audit/events"));
        one(
                "SET_CLOCK",
                "DENY",
                403,
                () -> analyst.put("/exercise/clock", Json.createObjectBuilder().add("now", Scenario.LATE)));
        one("SUSPEND_HAT", "DENY", 404, () -> User.in("OA-UN").proved().post("/hats/RA-ECW/suspension", because("x")));
        one("SUSPEND_HAT", "DENY", 403, () -> analyst.post("/hats/HO-UN/suspension", because("x")));
    }

    @Test
    void aud01_requestsThatCollideLeaveOneEventEachToo() {
        String key = UUID.randomUUID().toString();
        long before = events();
        List<CompletableFuture<Answer>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> analyst.post("/products", report("(UN-C)", "collide"), "Idempotency-Key", key)))
                .toList();
        long kept = all.stream().filter(a -> a.join().status() == 201).count();
        assertEquals(before + 6, events());
        assertEquals(
                kept,
                Tables.number("SELECT COUNT(*) FROM (SELECT outcome FROM audit_opening" + BY_PERSONS
                        + " ORDER BY position DESC LIMIT 6) last WHERE outcome = 'PERMIT'"));
    }

    @Test
    void aud04_peopleOfOtherOrganisationsAreReducedToOrganisationAndRole() {
        String number = published(analyst, officer, report("(UN-C//REL TO UN, AU)", "who reads"));
        expect(200, User.in("LO-AU").get("/products/" + number));
        JsonObject unView = newest("AUD-UN", "?product=" + number + "&action=READ_PRODUCT");
        assertEquals("AU", unView.getString("organisation"));
        assertEquals("[\"LIAISON_OFFICER\"]", unView.getJsonArray("roles").toString());
        for (String personal : List.of("person", "hat", "mission", "detail")) {
            assertFalse(unView.containsKey(personal), unView.toString());
        }
        JsonObject auView = newest("AUD-AU", "?product=" + number + "&action=READ_PRODUCT");
        assertEquals("baro", auView.getString("person"));
        assertEquals("LO-AU", auView.getString("hat"));
        JsonObject joint = newest("AUD-JOINT", "?product=" + number + "&action=READ_PRODUCT");
        assertEquals("baro", joint.getString("person"));
        // nor can they be asked for by name
        assertEquals(0, events("AUD-UN", "?person=baro").size());
        assertTrue(events("AUD-AU", "?person=baro").size() > 0);
        assertTrue(events("AUD-JOINT", "?person=baro").size() > 0);
        // and the auditor of neither sees nothing
        assertEquals(0, events("AUD-EU", "?product=" + number).size());
        assertEquals(0, events("AUD-EU", "?organisation=UN&product=" + number).size());
    }

    @Test
    void aud04_anAuditorSeesOnlyWhatConcernsTheirOrganisation() {
        expect(404, User.in("LO-EU").get("/products/P06"));
        for (String org : List.of("UN", "AU", "ECOWAS", "EU")) {
            String auditor = "AUD-" + (org.equals("ECOWAS") ? "ECW" : org);
            for (JsonObject event : events(auditor, "?limit=200")) {
                boolean own = event.getString("organisation").equals(org);
                assertTrue(own || !event.containsKey("person"), event.toString());
            }
        }
    }

    @Test
    void aud04_theActorsAuditorCannotTellTheHiddenFromTheAbsent() {
        String draft = filed(User.in("LO-EU"), euReport("hidden draft"));
        String gone = published(User.in("LO-EU"), User.in("CO-EU"), euReport("hidden and withdrawn"));
        withdrawn(User.in("CO-EU"), gone);
        for (String path : List.of("", "/document?format=pdf", "/acknowledgement", "/submission", "/audience")) {
            User asking = path.equals("/audience") ? officer : analyst;
            boolean post = path.equals("/acknowledgement") || path.equals("/submission");
            String absent = null;
            for (String number : List.of("EU-00000000", draft, gone, "P08", "P88")) {
                Answer answer = post
                        ? asking.post("/products/" + number + path, null)
                        : asking.get("/products/" + number + path);
                assertEquals(404, answer.status());
                String told = anonymous(newest("AUD-UN", "?product=" + number));
                absent = absent == null ? told : absent;
                assertEquals(absent, told, number + path);
            }
        }
        // the auditor of the product's own organisation is told
        assertEquals("HIDDEN", newest("AUD-EU", "?product=P08&organisation=UN").getString("decision"));
        assertEquals(0, events("AUD-EU", "?product=P88").size());
    }

    @Test
    void aud05_noTitleAndNoTextIsAnywhereInTheRecord() {
        String word = word();
        JsonObjectBuilder filing =
                filing("SITREP", "EXERCISE - " + word, portion("(UN-C//REL TO UN, AU//ACK REQUIRED)", word));
        JsonObject kept = filing.build();
        String number = published(analyst, officer, Json.createObjectBuilder(kept));
        expect(428, User.in("LO-AU").get("/products/" + number));
        expect(428, User.in("LO-UN").get("/products/" + number));
        expect(204, User.in("HO-UN").post("/products/" + number + "/acknowledgement", null));
        expect(200, User.in("HO-UN").get("/products/" + number));
        expect(200, User.in("HO-UN").get("/products"));
        expect(422, analyst.post("/products", Json.createObjectBuilder(kept).add("marking", "UN UNCLASSIFIED")));
        expect(422, analyst.post("/products", Json.createObjectBuilder(kept).add("type", "MEMO")));
        expect(409, analyst.put("/products/" + number + "/draft", Json.createObjectBuilder(kept)));
        expect(200, analyst.post("/drafts/banner", Json.createObjectBuilder(kept)));
        withdrawn(officer, number);
        assertEquals(
                0,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE CONCAT_WS(' ', " + String.join(", ", FIELDS)
                                + ") LIKE ?",
                        "%" + word + "%"));
        assertFalse(expect(200, User.in("AUD-JOINT").get("/audit/events?limit=200"))
                .body()
                .contains(word));
    }

    @Test
    void aud04_readingTheRecordIsItselfRecorded() {
        events("AUD-EU", "?action=READ_PRODUCT&limit=3");
        JsonObject event = newest("AUD-JOINT", "?person=dahl");
        assertEquals("LIST_EVENTS", event.getString("action"));
        assertTrue(event.getString("detail").contains("READ_PRODUCT"), event.toString());
    }

    @Test
    void pagesOfTheRecordMakeUpTheWhole() {
        String filter = "?person=baro";
        events("AUD-AU", filter);
        List<String> whole = events("AUD-AU", filter + "&limit=60").stream()
                .map(e -> e.getString("id"))
                .toList();
        List<String> paged = new java.util.ArrayList<>();
        String after = "";
        while (paged.size() < whole.size()) {
            JsonObject page = expect(200, User.in("AUD-AU").get("/audit/events" + filter + "&limit=7" + after))
                    .json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(e -> paged.add(e.getString("id")));
            if (page.isNull("next")) {
                break;
            }
            after = "&after=" + page.getString("next");
        }
        assertEquals(whole, paged.subList(0, whole.size()));
    }

    @Test
    void aud03_theApplicationsDatabaseUsersHaveTheRightsThatAreMeantAndNoOthers() throws SQLException {
        for (String sql : List.of(
                "UPDATE audit_opening SET detail = NULL WHERE position = 0",
                "DELETE FROM audit_opening WHERE position = 0",
                "TRUNCATE audit_opening",
                "DROP TABLE audit_opening",
                "ALTER TABLE audit_opening ADD COLUMN x INT",
                "REPLACE INTO audit_outbox SELECT * FROM audit_outbox",
                "UPDATE audit_outbox SET record = '' WHERE event_id = ''",
                "DELETE FROM audit_outbox WHERE event_id = ''",
                "SELECT * FROM audit_outbox",
                "SELECT * FROM content",
                "SELECT text FROM content WHERE version_id = 1",
                "UPDATE content SET text = '' WHERE version_id = 0",
                "DELETE FROM content WHERE version_id = 0",
                "UPDATE product_version SET marking = '' WHERE id = 0",
                "DELETE FROM product_version WHERE id = 0",
                "UPDATE product_portion SET marking = '' WHERE version_id = 0",
                "DELETE FROM product WHERE id = 0",
                "DELETE FROM acknowledgement WHERE product_id = 0",
                "UPDATE product_copy SET person = '' WHERE product_id = 0",
                "DELETE FROM product_copy WHERE product_id = 0",
                "UPDATE world_version SET document = '' WHERE version = 0",
                "DELETE FROM idempotency WHERE hat = ''",
                "CREATE TABLE mine (x INT)",
                "CREATE VIEW mine AS SELECT * FROM product",
                "GRANT SELECT ON content TO entente_app",
                "SELECT * FROM mysql.user",
                "SELECT * FROM keycloak.USER_ENTITY",
                "SELECT LOAD_FILE('/etc/passwd') INTO OUTFILE '/tmp/entente-none'")) {
            denied("entente_app", sql);
        }
        for (String sql : List.of(
                "SELECT * FROM product",
                "SELECT * FROM audit_opening",
                "SELECT * FROM audit_outbox",
                "SELECT * FROM idempotency",
                "INSERT INTO content VALUES (1, 99, 'x')",
                "UPDATE content SET text = '' WHERE version_id = 0",
                "DELETE FROM content WHERE version_id = 0",
                "INSERT INTO audit_outbox VALUES ('', '')",
                "CREATE TABLE mine (x INT)",
                "SELECT * FROM mysql.user")) {
            denied("entente_content", sql);
        }
        allowed("entente_app", "SELECT COUNT(*) FROM audit_opening");
        allowed("entente_content", "SELECT COUNT(*) FROM content");
    }

    @Test
    void everyRecordDecodesAndItsDigestsAreThoseOfItsOpenings() throws SQLException, NoSuchAlgorithmException {
        for (String odd : List.of(
                "query=%F0%9F%92%A3",
                "query=%ED%A0%80", "query=%00", "query=" + "%C3%A9".repeat(1_100), "query=a%20%20")) {
            expect(200, analyst.get("/products?" + odd));
        }
        expect(404, analyst.get("/products/x" + "%F0%9F%92%A3".repeat(60)));
        expect(404, analyst.get("/products/P12%20"));
        int decoded = 0;
        try (Connection c = Tables.as("entente_owner");
                Statement select = c.createStatement();
                ResultSet r = select.executeQuery(
                        "SELECT b.record, o.*, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', o.occurred_at)"
                                + " DIV 1000 ms FROM " + Tables.RECORDS
                                + " b JOIN audit_opening o ON o.event_id = b.event_id"
                                + " ORDER BY o.position DESC LIMIT 3000")) {
            while (r.next()) {
                decode(r);
                decoded++;
            }
        }
        assertTrue(decoded > 100, "decoded " + decoded);
        assertEquals(
                0,
                Tables.number("SELECT COUNT(*) FROM " + Tables.RECORDS
                        + " b LEFT JOIN audit_opening o ON o.event_id = b.event_id" + " WHERE o.event_id IS NULL"));
    }

    private static void decode(ResultSet r) throws SQLException, NoSuchAlgorithmException {
        byte[] record = r.getBytes("record");
        assertEquals(824, record.length);
        ByteBuffer in = ByteBuffer.wrap(record);
        byte[] magic = take(in, 4);
        assertEquals("ENT2", new String(magic, StandardCharsets.US_ASCII));
        byte[] id = take(in, 16);
        assertArrayEquals(r.getBytes("event_id"), id);
        assertTrue(in.getInt() > 0);
        // the root over the slots is the sequencer's to give
        take(in, 32);
        byte[] salts = r.getBytes("salts");
        assertEquals(32 * 24, salts.length);
        Set<String> digests = new TreeSet<>();
        for (int i = 0; i < 24; i++) {
            byte[] digest = take(in, 32);
            assertTrue(digests.add(Arrays.toString(digest)));
            String value = value(r, i + 1);
            if (value != null) {
                byte[] salt = Arrays.copyOfRange(salts, 32 * i, 32 * i + 32);
                assertArrayEquals(digest(id, i + 1, salt, value), digest, "field " + (i + 1) + " = " + value);
            }
        }
        assertFalse(in.hasRemaining());
    }

    private static @Nullable String value(ResultSet r, int field) throws SQLException {
        return switch (field) {
            case 17 -> null;
            case 18 -> r.getString("made");
            case 19 -> Integer.toString(EventTypes.number(r.getString("action")));
            case 20 -> Long.toString(r.getLong("ms"));
            case 21 -> r.getString("actor_org").isEmpty() ? "-" : r.getString("actor_org");
            case 22 -> r.getString("outcome");
            case 23 -> r.getString("mode");
            case 24 -> HexFormat.of().formatHex(r.getBytes("policy_hash"));
            default -> r.getString(FIELDS.get(field - 1));
        };
    }

    private static byte[] digest(byte[] event, int field, byte[] salt, String value) throws NoSuchAlgorithmException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("entente-field/2".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(event);
        bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) field).array());
        bytes.writeBytes(salt);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static JsonObjectBuilder euReport(String text) {
        return report("(C-UE/EU-C)", text).add("mission", "EUTM");
    }

    private static Answer one(String action, @Nullable String outcome, int status, Supplier<Answer> operation) {
        long before = events() - User.readToJudge();
        Answer answer = expect(status, operation.get());
        assertEquals(before + 1, events() - User.readToJudge(), action + " " + answer);
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE position = (SELECT MAX(position) FROM audit_opening"
                                + BY_PERSONS
                                + ")"
                                + " AND action = ? AND (? = '' OR outcome = ?)",
                        action,
                        outcome == null ? "" : outcome,
                        outcome == null ? "" : outcome),
                action + " " + outcome);
        return answer;
    }

    private static long events() {
        return Tables.number("SELECT COUNT(*) FROM audit_opening" + BY_PERSONS);
    }

    private static List<JsonObject> events(String auditor, String question) {
        return expect(200, User.in(auditor).get("/audit/events" + question))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject newest(String auditor, String question) {
        return events(auditor, question).getFirst();
    }

    /** An event without what differs between any two. */
    private static String anonymous(JsonObject event) {
        return Json.createObjectBuilder(event)
                .remove("id")
                .remove("at")
                .remove("object")
                .build()
                .toString();
    }

    private static void denied(String user, String sql) throws SQLException {
        try (Connection c = Tables.as(user);
                Statement statement = c.createStatement()) {
            SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(sql), user + ": " + sql);
            assertTrue(
                    Set.of(1142, 1143, 1044, 1045, 1227, 1049, 1410, 1290, 1370).contains(refusal.getErrorCode()),
                    sql + " " + refusal.getErrorCode() + " " + refusal.getMessage());
        }
    }

    private static void allowed(String user, String sql) throws SQLException {
        try (Connection c = Tables.as(user);
                Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next());
        }
    }
}
