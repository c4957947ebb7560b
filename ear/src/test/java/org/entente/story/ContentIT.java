package org.entente.story;

import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.text;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.entente.content.ContentRoot;
import org.entente.running.Answer;
import org.entente.running.Patience;
import org.entente.running.Roots;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What words are bound to: checked by whoever reads them, by the platform at every opening, and good for no guess. */
class ContentIT {
    private static final HexFormat HEX = HexFormat.of();
    private static final String CHANGED = "UPDATE content SET text = ? WHERE ordinal = ? AND version_id ="
            + " (SELECT v.id FROM product_version v JOIN product p ON p.id = v.product_id WHERE p.number = ?)";
    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User partner = User.in("LO-AU");

    @BeforeEach
    void settled() {
        User.clock(Tables.quiet());
    }

    @Test
    void cls42_aReaderChecksWhatTheyReadAndGuessesNothingOfTheRest() {
        // while the analyst serves: what is left of a hat takes no documents (HND-07)
        User.clock("2013-06-25T08:00:00Z");
        JsonObject whole = expect(200, User.in("CO-AU").get("/products/P02?purpose=INVESTIGATION"))
                .json();
        JsonObject read = expect(200, User.in("AN-AU").get("/products/P02")).json();
        assertEquals(List.of("3"), texts(read.getJsonArray("withheld")));
        assertEquals(Set.of("title", "1", "2"), salts(read).keySet());
        assertEquals(Set.of("title", "1", "2", "3"), salts(whole).keySet());
        List<String> values = texts(read.getJsonObject("commitments").getJsonArray("values"));
        assertEquals(5, values.size());
        ContentRoot content = new ContentRoot("P02", read.getInt("version"));
        for (JsonObject said : read.getJsonArray("portions").getValuesAs(JsonObject.class)) {
            String id = said.getString("id");
            assertEquals(
                    values.get(Integer.parseInt(id)),
                    commitment(content, part(said), salts(read).getString(id)),
                    id);
        }
        assertEquals(
                read.getString("contentHash"),
                HEX.formatHex(content.root(values.stream().map(HEX::parseHex).toList())));
        assertEquals(Roots.of("P02"), read.getString("contentHash"));
        // the right guess is confirmed by its own salt and by nothing that the reader has
        ContentRoot.Part guess = part(whole.getJsonArray("portions").getJsonObject(2));
        assertEquals(values.get(3), commitment(content, guess, salts(whole).getString("3")));
        for (String salt : List.of(
                salts(read).getString("title"),
                salts(read).getString("1"),
                salts(read).getString("2"),
                "0".repeat(64),
                values.get(4))) {
            assertFalse(values.contains(commitment(content, guess, salt)));
        }
        String page = text(User.in("AN-AU")
                .file("/products/P02/document?format=pdf&language=en")
                .body());
        assertTrue(page.contains(salts(read).getString("1")) && page.contains(values.get(3)), page);
        assertFalse(page.contains(salts(whole).getString("3")), page);
    }

    @Test
    void cav14_whatWaitsForAPurposeHasNoSaltYet() {
        String number = published(
                author,
                officer,
                filing("SITREP", "EXERCISE - a person", portion("(UN-C//PII)", "EXERCISE. A person.")));
        assertEquals(
                Set.of("title"),
                salts(expect(200, officer.get("/products/" + number)).json()).keySet());
    }

    @Test
    void aud04_wordsThatWereChangedWhereTheyLieAreNotServed() {
        String word = word();
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", "words as filed " + word));
        String forged = word();
        for (int ordinal : List.of(1, 0)) {
            String before = ordinal == 0 ? "EXERCISE - words as filed " + word : "EXERCISE. words as filed " + word;
            assertEquals(1, Tables.change(CHANGED, "FORGED " + forged, ordinal, number));
            reindexed(number);
            for (String way : List.of("", "/document?format=pdf", "/document?format=html")) {
                differs(partner.get("/products/" + number + way), number, forged);
                differs(officer.get("/products/" + number + way), number, forged);
            }
            Answer list = expect(200, partner.get("/products?query=" + forged));
            assertFalse(list.body().contains(number), list.toString());
            Answer plain = expect(200, partner.get("/products?limit=200"));
            assertFalse(plain.body().contains(forged), plain.toString());
            assertTrue(plain.body().contains(number), plain.toString());
            assertEquals(1, Tables.change(CHANGED, before, ordinal, number));
            reindexed(number);
        }
        expect(200, partner.get("/products/" + number));
        Patience.until(
                Duration.ofSeconds(20), "the security officer of the originator is told", () -> told("SO-UN", number));
        assertFalse(told("SO-AU", number));
        assertTrue(Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE action = 'CONTENT_DIFFERS' AND object = ?", number)
                > 0);
    }

    @Test
    void aud04_nobodyJudgesWordsThatAreNotThoseOfTheAuthor() {
        String number = filed(author, report("(UN-C)", "a draft"));
        submitted(author, number);
        String seen = expect(200, officer.get("/products/" + number)).json().getString("seen");
        assertEquals(1, Tables.change(CHANGED, "FORGED", 1, number));
        differs(officer.get("/products/" + number), number, "FORGED");
        differs(author.get("/products/" + number), number, "FORGED");
        assertEquals(1, Tables.change(CHANGED, "EXERCISE. a draft", 1, number));
        assertEquals(
                seen, expect(200, officer.get("/products/" + number)).json().getString("seen"));
    }

    @Test
    void aud04_marksSourcesAndGradesAreBoundAsWordsAre() {
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", "graded"));
        String where = " WHERE version_id = (SELECT v.id FROM product_version v JOIN product p ON p.id = v.product_id"
                + " WHERE p.number = ?)";
        for (String change :
                List.of("credibility = '1'", "citations = 'A newspaper'", "sources = 'P01'", "marking = '(UN-C)'")) {
            String column = change.substring(0, change.indexOf(' '));
            String before =
                    Tables.text("SELECT o." + column + " FROM product_portion o JOIN product_version v ON v.id ="
                            + " o.version_id JOIN product p ON p.id = v.product_id WHERE p.number = '" + number + "'");
            assertEquals(1, Tables.change("UPDATE product_portion SET " + change + where, number));
            differs(partner.get("/products/" + number), number, "newspaper");
            assertEquals(1, Tables.change("UPDATE product_portion SET " + column + " = ?" + where, before, number));
        }
        expect(200, partner.get("/products/" + number));
    }

    private static void differs(Answer answer, String number, String forged) {
        expect(500, answer);
        assertFalse(answer.body().contains(forged), answer.toString());
        assertEquals("urn:entente:problem:content-differs", answer.json().getString("type"));
        String title = answer.json().getString("title");
        String id = title.substring(title.lastIndexOf(' ') + 1);
        assertEquals(
                1,
                Tables.number(
                        "SELECT COUNT(*) FROM audit_opening WHERE event_id = UNHEX(REPLACE(?, '-', '')) AND object = ?"
                                + " AND outcome = 'ERROR'",
                        id,
                        number),
                title);
    }

    /** As if a node had started afresh: what stands there now is what is indexed. */
    private static void reindexed(String number) {
        Tables.change("UPDATE head SET changes = changes + 1 WHERE id = 1");
        Tables.change(
                "INSERT INTO product_change (seq, product_id) SELECT h.changes, p.id FROM head h, product p WHERE p.number = ?",
                number);
    }

    private static boolean told(String hat, String number) {
        return expect(200, User.in(hat).get("/notices")).array().getValuesAs(JsonObject.class).stream()
                .anyMatch(n -> n.getString("occasion").equals("CONTENT_DIFFERS")
                        && n.getString("subject").equals(number));
    }

    private static JsonObject salts(JsonObject read) {
        return read.getJsonObject("commitments").getJsonObject("salts");
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static ContentRoot.Part part(JsonObject portion) {
        return new ContentRoot.Part(
                Integer.parseInt(portion.getString("id")),
                portion.getString("marking"),
                portion.getString("reliability") + portion.getString("credibility"),
                portion.getString("text"),
                texts(portion.getJsonArray("citations")));
    }

    private static String commitment(ContentRoot content, ContentRoot.Part part, String salt) {
        return HEX.formatHex(content.commitment(part, HEX.parseHex(salt)));
    }
}
