package org.entente.story;

import static org.entente.running.Inquiry.row;
import static org.entente.running.Inquiry.table;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions 1 to 4 and 16 of AUD-07: who opened what, who holds a copy, who was denied, and who reads on after a handover. */
class QuestionAccessIT {
    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User partner = User.in("LO-AU");
    private final User outsider = User.in("LO-ECW");
    private final User auditor = User.in("AUD-UN");
    private final User theirs = User.in("AUD-AU");
    private final User joint = User.in("AUD-JOINT");

    @BeforeEach
    void july() {
        User.clock("2013-07-20T12:00:00Z");
    }

    @Test
    void aud07_whoHasEverOpenedAProductAndWhatOnePersonOpened() {
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        expect(200, author.get("/products/" + number));
        expect(200, partner.get("/products/" + number));
        expect(200, partner.get("/products/" + number));
        assertEquals(404, outsider.get("/products/" + number).status(), "what was denied was not opened");
        String columns = "organisation hat person purpose opens";
        String question = "1?product=" + number;
        // newest first; the originator's auditor is told of everybody, and of others' people no names
        assertEquals(
                List.of(row("AU|-|-|-|2"), row("UN|AN-UN|reis|-|1")),
                among(table(auditor, question, columns), "CO-UN"));
        assertEquals(List.of(row("AU|LO-AU|baro|-|2")), table(theirs, question, columns));
        assertEquals(
                List.of(row("AU|LO-AU|baro|-|2"), row("UN|AN-UN|reis|-|1")),
                among(table(joint, question, columns), "CO-UN"));
        assertEquals(List.of(), table(User.in("AUD-EU"), question, columns));

        List<String> opened = row(number + "|UN|UN CONFIDENTIAL//REL TO UN, AU|2");
        columns = "object originator marking opens";
        assertEquals(List.of(opened), of(number, table(theirs, "2?person=baro", columns)));
        assertEquals(List.of(opened), of(number, table(joint, "2?person=baro", columns)));
        assertEquals(List.of(), table(auditor, "2?person=baro", columns), "another organisation's officer");
        assertEquals(List.of(), of(number, table(joint, "2?person=mensah", columns)));
    }

    @Test
    void aud07_whoHoldsACopy() {
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        assertEquals(
                200,
                partner.file("/products/" + number + "/document?format=pdf").statusCode());
        String question = "3?organisation=AU&product=" + number;
        String columns = "product copy version kind organisation hat person";
        assertEquals(
                List.of(row(number + "|2|1|PDF|AU|LO-AU|baro"), row(number + "|1|1|RELEASE|AU|-|-")),
                table(theirs, question, columns));
        assertEquals(
                List.of(row(number + "|2|1|PDF|AU|-|-"), row(number + "|1|1|RELEASE|AU|-|-")),
                table(auditor, question, columns));
        assertEquals(List.of(), table(User.in("AUD-ECW"), question, columns));
        assertEquals(List.of(), table(auditor, "3?organisation=ECOWAS&product=" + number, columns));
    }

    @Test
    void aud07_denialsOfOnePersonAreCountedByReason() {
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        User ecowas = User.in("AUD-ECW");
        long before = denials(ecowas, "mensah", "not-found");
        long seen = denials(joint, "mensah", "NOT_RELEASABLE");
        long briefing = denials(auditor, "reis", "BRIEFING");
        for (int i = 0; i < 3; i++) {
            assertEquals(404, outsider.get("/products/" + number).status());
        }
        assertEquals(403, author.get("/products/P07").status());
        assertEquals(before + 3, denials(ecowas, "mensah", "not-found"));
        assertEquals(0, denials(ecowas, "mensah", "NOT_RELEASABLE"));
        assertEquals(seen + 3, denials(joint, "mensah", "NOT_RELEASABLE"));
        assertEquals(briefing + 1, denials(auditor, "reis", "BRIEFING"));
        assertEquals(List.of(), table(auditor, "4?person=mensah", "reason denials"), "another organisation's officer");
    }

    @Test
    void aud07_residualAccessIsListedWhileItIsLive() {
        String columns = "hat person organisation mission";
        List<List<String>> live = List.of(row("AN-AU|" + Scenario.wearer("AN-AU") + "|AU|AFISMA"));
        assertEquals(live, table(theirs, "16", columns));
        assertEquals(live, table(joint, "16", columns));
        assertEquals(List.of(), table(auditor, "16", columns));
        User.clock("2013-06-30T12:00:00Z");
        assertEquals(List.of(), table(joint, "16", columns), "it begins with the transfer");
        User.clock("2013-11-02T12:00:00Z");
        assertEquals(List.of(), table(joint, "16", columns));
    }

    // ---- words of these stories ----

    private static long denials(User asking, String person, String reason) {
        return table(asking, "4?person=" + person + "&limit=1000", "reason denials").stream()
                .filter(r -> r.getFirst().equals(reason))
                .mapToLong(r -> Long.parseLong(r.getLast()))
                .sum();
    }

    /** Rows on one product. */
    private static List<List<String>> of(String number, List<List<String>> rows) {
        return rows.stream().filter(r -> r.getFirst().equals(number)).toList();
    }

    /** Rows but those of a hat that only looked at what it confirmed. */
    private static List<List<String>> among(List<List<String>> rows, String but) {
        return rows.stream().filter(r -> !r.contains(but)).toList();
    }
}
