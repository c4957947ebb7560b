package org.entente.story;

import static org.entente.running.Appointing.hat;
import static org.entente.running.Appointing.proposed;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
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
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.ZipFile;
import org.entente.running.Answer;
import org.entente.running.Appointing;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Patience;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.entente.verify.Verdict;
import org.entente.verify.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever owns the database signs, proposes, consents and delegates in others' names, row by row: nobody goes by what no act wrote,
 * and at home an auditor finds each of them (C3, AUD-02, AUD-03).
 */
class ZForgedRowIT {
    /**
     * A row that somebody changes.
     *
     * @param kind of row, with its key, as an auditor's bundle names it
     * @param change sets a column, given its value and the number
     * @param value what is written there
     * @param what the column's value before, asked with the number
     * @param act somebody's honest next act on it
     */
    private record Forged(
            String kind, String key, String change, String value, String what, int goesOn, Supplier<Answer> act) {
        /** Of what the key names, a content's version too. */
        String number() {
            int blank = key.indexOf(' ');
            return blank < 0 ? key : key.substring(0, blank);
        }

        @Override
        public String toString() {
            return kind + " " + key;
        }
    }

    @BeforeEach
    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aud03_whatNoActWroteIsGoneByByNobodyAndFoundAtHome() throws Exception {
        List<Forged> all = new ArrayList<>();
        Handover plan = plan();
        all.add(forged(
                "handover",
                plan.number(),
                "handover_plan",
                "cochair_to",
                "LO-UN",
                200,
                () -> plan.from().post(plan.path("/abortion"), because("EXERCISE: over"))));
        String relation = plan.plan().getString("relation");
        all.add(forged(
                "relation",
                relation,
                "mission_edge",
                "overlap_from",
                "2013-06-01",
                201,
                () -> plan.from().post("/handovers", drafting(relation))));
        User.clock(Scenario.SETTLED);
        String release = asked();
        all.add(forged(
                "release",
                release,
                "release_request",
                "requester",
                "somebody",
                200,
                () -> step(User.in("CO-UN"), release, "check", approval())));
        String appointment = proposed(
                Appointing.administrator("UN"),
                "/people/appointments",
                hat("AN-" + word().substring(0, 6).toUpperCase(Locale.ROOT), "reis", "MINUSMA", "ANALYST"));
        all.add(forged(
                "people-act",
                appointment,
                "people_act",
                "proposer",
                "somebody",
                200,
                () -> Appointing.administrator("UN")
                        .post("/people/acts/" + appointment + "/withdrawal", because("EXERCISE: over"))));
        String mission = mission();
        all.add(forged(
                "mission-proposal",
                mission,
                "mission_proposal",
                "leads",
                "UN AU ECOWAS",
                200,
                () -> User.in("RA-UN").post("/missions/proposals/" + mission + "/refusal", because("EXERCISE: over"))));
        String arrangement = expect(
                        201,
                        User.in("RA-EU")
                                .post(
                                        "/arrangements",
                                        Json.createObjectBuilder()
                                                .add("receiver", "AU")
                                                .add("cap", "R-UE/EU-R")
                                                .add("basis", "EXERCISE: specific operational need")))
                .text("number");
        all.add(forged(
                "arrangement",
                arrangement,
                "arrangement",
                "cap",
                "C-UE/EU-C",
                200,
                () -> User.in("RA-EU").post("/arrangements/" + arrangement + "/end", because("EXERCISE: over"))));
        String purge = expect(
                        201,
                        User.in("SO-AU")
                                .post(
                                        "/audit/purges",
                                        Json.createObjectBuilder()
                                                .add("before", "1990-01-01T00:00:00Z")
                                                .add("reason", "EXERCISE: retention")))
                .text("number");
        all.add(forged(
                "purge",
                purge,
                "purge_order",
                "person",
                "somebody",
                200,
                () -> User.in("AUD-AU").proved().post("/audit/purges/" + purge + "/approval", null)));
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C//REL TO UN, AU)", word()));
        all.add(new Forged(
                "content",
                product + " 1",
                "UPDATE product_version SET content_hash = UNHEX(?) WHERE product_id = (SELECT id FROM product WHERE number = ?)",
                "ab".repeat(32),
                "SELECT HEX(v.content_hash) FROM product_version v JOIN product p ON p.id = v.product_id WHERE p.number = '"
                        + product + "'",
                200,
                () -> User.in("LO-AU").get("/products/" + product)));

        TreeSet<String> expected = new TreeSet<>();
        List<String> before = new ArrayList<>();
        for (Forged one : all) {
            before.add(Tables.text(one.what));
            assertEquals(1, Tables.change(one.change, one.value, one.number()), one.toString());
            expected.add(one.toString());
        }
        String delegation = "DEL-" + word().substring(0, 8).toUpperCase(Locale.ROOT);
        Tables.change(
                "INSERT INTO delegation (number, organisation, from_hat, to_hat, ceiling, types, valid_from)"
                        + " VALUES (?, 'UN', 'RA-UN', 'LO-UN', 'UN-C', '', '2013-01-01')",
                delegation);
        expected.add("delegation " + delegation);
        try {
            for (Forged one : all) {
                Answer refused = one.act.get();
                assertEquals("row-differs", refused.slug(), one + " " + refused);
            }
            assertFalse(expect(200, User.in("RA-UN").get("/delegations")).body().contains(delegation));
            for (String one : expected) {
                Patience.until(
                        Duration.ofSeconds(30),
                        "every auditor is told of " + one,
                        () -> Tables.number(
                                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'FIND_DIFFERENCE' AND detail LIKE ?",
                                        "%" + one + "%")
                                > 0);
            }
            Path bundle = bundle();
            Verdict verdict = Verifier.verify(bundle, null, null);
            assertFalse(verdict.sound());
            assertTrue(
                    verdict.lines().get(1).contains("no act made "),
                    verdict.lines().toString());
            assertEquals(expected, forgedIn(bundle));
            Files.delete(bundle);
        } finally {
            for (Forged one : all) {
                Tables.change(one.change, before.get(all.indexOf(one)), one.number());
            }
            Tables.change("DELETE FROM delegation WHERE number = ?", delegation);
        }
        for (Forged one : all) {
            Answer done = expect(one.goesOn, one.act.get());
            if (one.kind.equals("relation")) {
                expect(
                        200,
                        plan.from().post("/handovers/" + done.text("number") + "/abortion", because("EXERCISE: over")));
            }
        }
        Path bundle = bundle();
        Verdict verdict = Verifier.verify(bundle, null, null);
        assertTrue(verdict.sound(), verdict.lines().toString());
        assertEquals(Set.of(), forgedIn(bundle));
        Files.delete(bundle);
    }

    /** What an act ended stays ended, though its row and the line of the act before are written once more. */
    @Test
    void aud03_whatWasTurnedBackIsGoneByByNobody() {
        String delegation = expect(
                        201,
                        User.in("RA-UN")
                                .post(
                                        "/delegations",
                                        Json.createObjectBuilder()
                                                .add("to", "DUTY-UN")
                                                .add("ceiling", "UN-U")))
                .text("number");
        String ended = Tables.text("SELECT MAX(id) FROM act_row");
        expect(204, User.in("RA-UN").post("/delegations/" + delegation + "/revocation", because("EXERCISE: over")));
        String revoked =
                Tables.text("SELECT CAST(revoked_at AS CHAR) FROM delegation WHERE number = '" + delegation + "'");
        Tables.change("UPDATE delegation SET revoked_at = NULL WHERE number = ?", delegation);
        Tables.change(
                "INSERT INTO act_row (event_id, kind, row_key, digest, after, seal) SELECT event_id, kind, row_key, digest,"
                        + " after, seal FROM act_row WHERE id = ?",
                ended);
        try {
            assertFalse(expect(200, User.in("RA-UN").get("/delegations")).body().contains(delegation));
        } finally {
            Tables.change("DELETE FROM act_row WHERE row_key = ? ORDER BY id DESC LIMIT 1", delegation);
            Tables.change("UPDATE delegation SET revoked_at = ? WHERE number = ?", revoked, delegation);
        }
        assertTrue(expect(200, User.in("RA-UN").get("/delegations")).body().contains(delegation));
    }

    /** The world of before the last act is no world of now, and an arrangement that nobody proposed is resumed by nobody. */
    @Test
    void aud03_neitherAnOlderWorldNorAnArrangementOfNobodyIsGoneBy() {
        expect(204, User.in("OA-UN").proved().post("/hats/HO-UN/suspension", because("EXERCISE: turned back")));
        try {
            assertEquals("hat-not-yours", User.in("HO-UN").get("/products").slug());
            Tables.change("UPDATE head SET world = world - 1 WHERE ? = ''", "");
            assertEquals("hat-not-yours", User.in("HO-UN").get("/products").slug());
        } finally {
            Tables.change("UPDATE head SET world = (SELECT MAX(version) FROM world_version) WHERE ? = ''", "");
            Tables.restoreHat("HO-UN");
        }
        Tables.change(
                "INSERT INTO arrangement (giver, receiver, cap, without_controls, from_file, number, status, basis)"
                        + " VALUES ('EU', 'ECOWAS', 'S-UE/EU-S', '', ?, 'ARR-1NSERTED', 'SUSPENDED', 'EXERCISE')",
                0);
        try {
            assertEquals(
                    "row-differs",
                    User.in("RA-EU")
                            .proved()
                            .post("/arrangements/ARR-1NSERTED/resumption", because("EXERCISE: mine"))
                            .slug());
        } finally {
            Tables.change("DELETE FROM arrangement WHERE number = ?", "ARR-1NSERTED");
        }
    }

    private static Forged forged(
            String kind, String number, String table, String column, String value, int goesOn, Supplier<Answer> act) {
        return new Forged(
                kind,
                number,
                "UPDATE " + table + " SET " + column + " = ? WHERE number = ?",
                value,
                "SELECT " + column + " FROM " + table + " WHERE number = '" + number + "'",
                goesOn,
                act);
    }

    private static String asked() {
        String product = published(User.in("AN-UN"), User.in("CO-UN"), report("(UN-C)", word()));
        return expect(
                        201,
                        User.in("LO-UN")
                                .post(
                                        "/products/" + product + "/releases",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "recipients",
                                                        Json.createArrayBuilder()
                                                                .add("AU"))
                                                .add("purpose", "EXERCISE")))
                .text("number");
    }

    private static String mission() {
        return expect(
                        201,
                        User.in("RA-UN")
                                .post(
                                        "/missions",
                                        Json.createObjectBuilder()
                                                .add("code", code())
                                                .add("name", "EXERCISE")
                                                .add("mandate", "EXERCISE")
                                                .add("leads", Json.createArrayBuilder(List.of("UN", "AU")))))
                .text("number");
    }

    private static Handover plan() {
        User.clock("2013-06-05T09:00:00Z");
        String from = code();
        Missions.founded(from, "AU", "RA-AU", null);
        Missions.founded("U" + from, "UN", "RA-UN", null);
        String relation = Missions.related("RA-AU", from, "U" + from, null);
        return Handover.drafted(relation, "AU", "UN", "2013-08-25T00:00:00Z", "HO-AU", "HO-UN");
    }

    private static JsonObjectBuilder drafting(String relation) {
        return Json.createObjectBuilder()
                .add("relation", relation)
                .add("predecessor", "AU")
                .add("successor", "UN")
                .add("toa", "2013-08-26T00:00:00Z")
                .add("cochairFrom", "HO-AU")
                .add("cochairTo", "HO-UN");
    }

    private static String code() {
        return "F" + word().substring(1, 8).toUpperCase(Locale.ROOT);
    }

    /** The joint auditor's, with everything that was recorded up to now. */
    private static Path bundle() throws IOException {
        long recorded = Tables.number("SELECT COUNT(*) FROM audit_opening");
        Patience.until(
                Duration.ofSeconds(20),
                "all that was recorded is published",
                () -> Tables.number("SELECT MAX(size) FROM log_publication") >= recorded);
        HttpResponse<byte[]> file = User.in("AUD-JOINT").file("/audit/bundle");
        assertEquals(200, file.statusCode());
        Path bundle = Files.createTempFile("bundle", ".zip");
        Files.write(bundle, file.body());
        return bundle;
    }

    /** Rows of which no line of an act says what they say. */
    private static Set<String> forgedIn(Path bundle) throws IOException {
        Map<String, String> made = new HashMap<>();
        Set<String> forged = new TreeSet<>();
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (JsonObject line : lines(zip, "made.jsonl")) {
                made.put(row(line) + line.getString("event"), line.getString("digest"));
            }
            for (JsonObject line : lines(zip, "rows.jsonl")) {
                String event = line.getString("event");
                String said = made.get(row(line) + event);
                if (event.isEmpty() || (said != null && !said.equals(line.getString("digest")))) {
                    forged.add(row(line));
                }
            }
        }
        return forged;
    }

    private static String row(JsonObject line) {
        return line.getString("kind") + " " + line.getString("key");
    }

    private static List<JsonObject> lines(ZipFile zip, String name) throws IOException {
        String text = new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
    }
}
