package org.entente.story;

import static org.entente.running.Inquiry.row;
import static org.entente.running.Inquiry.table;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import org.entente.running.Inquiry;
import org.entente.running.Offices;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** Question 20 of AUD-07: what a search hit and did not show, counted as it was when somebody searched. */
class QuestionSearchIT {
    private static final String COLUMNS = "organisation person query originator hidden";

    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User outsider = User.in("LO-ECW");
    private final User joint = User.in("AUD-JOINT");

    @Test
    void aud07_whatWasHiddenThenCountsAndWhatCameLaterDoesNot() {
        Inquiry inquiry = Inquiry.on("2013-08-13");
        String hidden = word();
        String twice = word();
        String draft = word();
        inside(hidden);
        inside(twice);
        inside(twice);
        String own = filed(author, report("(UN-C)", draft));
        search(outsider, hidden);
        search(outsider, twice);
        search(outsider, draft);
        search(author, draft);
        inquiry.later(3600);
        inside(hidden);
        submitted(author, own);
        confirmed(officer, own);
        String question = "20?" + inquiry.within();
        assertEquals(
                List.of(row("ECOWAS|mensah|" + twice + "|UN|2"), row("ECOWAS|mensah|" + hidden + "|UN|1")),
                table(joint, question, COLUMNS));
        // the owner learns how often they were missed and by which organisation, and nobody else learns anything
        assertEquals(
                List.of(row("ECOWAS|-|-|UN|2"), row("ECOWAS|-|-|UN|1")), table(User.in("AUD-UN"), question, COLUMNS));
        assertEquals(List.of(), table(User.in("AUD-ECW"), question, COLUMNS));
        assertEquals(List.of(), table(User.in("AUD-AU"), question, COLUMNS));
    }

    @Test
    void aud07_whatTheSearcherMayReadOrCouldReadThenIsNothingHidden() {
        Inquiry inquiry = Inquiry.on("2013-08-14");
        String released = word();
        String recalled = word();
        String waiting = inside("(UN-C//REL TO UN, ECOWAS)", released);
        String given = published(author, officer, report("(UN-C//REL TO UN, ECOWAS)", recalled));
        search(outsider, released);
        // found nothing for the dates alone: it lay before the reader
        search(outsider, recalled + "&to=2013-07-01T00:00:00Z");
        search(outsider, recalled + "&visibleFrom=2013-08-20T00:00:00Z");
        String question = "20?" + inquiry.within();
        assertEquals(List.of(row("ECOWAS|mensah|" + released + "|UN|1")), table(joint, question, COLUMNS));
        inquiry.later(60);
        Offices.handOver(officer, waiting);
        recall(given);
        assertEquals(0, count(outsider, recalled));
        assertEquals(1, count(outsider, released));
        assertEquals(List.of(), table(joint, question, COLUMNS));
    }

    @Test
    void aud07_aFilterThatShutsItOutIsNoHit() {
        Inquiry inquiry = Inquiry.on("2013-08-15");
        String word = word();
        inside(word);
        for (String other : List.of("mission=EUTM", "type=INTREP", "originator=AU", "from=2013-08-16T00:00:00Z")) {
            search(outsider, word + "&" + other);
        }
        search(outsider, word + "&mission=MINUSMA&type=SITREP&originator=UN");
        search(outsider, word + "%20" + word());
        search(outsider, word());
        expect(200, outsider.get("/products?query=" + word));
        assertEquals(
                List.of(row("ECOWAS|mensah|" + word + "|UN|1"), row("ECOWAS|mensah|" + word + "|UN|1")),
                table(joint, "20?" + inquiry.within(), COLUMNS));
    }

    // ---- words of these stories ----

    private String inside(String word) {
        return inside("(UN-C)", word);
    }

    /** Published, and handed to nobody. */
    private String inside(String marking, String word) {
        String number = filed(author, report(marking, word));
        submitted(author, number);
        confirmed(officer, number);
        return number;
    }

    private void recall(String product) {
        for (JsonObject release : Offices.releases(officer, product)) {
            expect(
                    200,
                    Offices.step(
                            Offices.authority("UN"), release.getString("number"), "recall", because("EXERCISE: over")));
        }
    }

    private static void search(User searcher, String query) {
        assertEquals(0, count(searcher, query), query);
    }

    private static int count(User searcher, String query) {
        return expect(200, searcher.get("/products/count?query=" + query))
                .json()
                .getInt("count");
    }
}
