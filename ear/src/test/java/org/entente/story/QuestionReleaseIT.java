package org.entente.story;

import static org.entente.running.Inquiry.row;
import static org.entente.running.Inquiry.table;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.releases;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.util.List;
import org.entente.running.Inquiry;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** Questions 5 and 6 of AUD-07: what nobody has acknowledged, and what was let go under a delegation. */
class QuestionReleaseIT {
    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User auditor = User.in("AUD-UN");

    @Test
    void aud07_whatNobodyAcknowledgedInTheDaysAskedFor() {
        User.clock("2013-07-20T12:00:00Z");
        String number = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        String release = releases(officer, number).getFirst().getString("number");
        List<List<String>> owed = List.of(row(release + "|" + number + "|AU|8"));
        User.clock("2013-07-28T13:00:00Z");
        for (String hat : List.of("AUD-UN", "AUD-AU", "AUD-JOINT")) {
            assertEquals(owed, unacknowledged(User.in(hat), "days=7", number), hat);
            assertEquals(owed, unacknowledged(User.in(hat), "", number), "seven days unless others are said");
        }
        assertEquals(List.of(), unacknowledged(User.in("AUD-ECW"), "days=7", number));
        assertEquals(List.of(), unacknowledged(auditor, "days=9", number));
        expect(200, step(User.in("LO-AU"), release, "acknowledgement", null));
        assertEquals(List.of(), unacknowledged(auditor, "days=7", number));
    }

    @Test
    void aud07_whatWasSignedUnderADelegation() {
        Inquiry inquiry = Inquiry.on("2013-08-21");
        User head = User.in("RA-UN");
        String given = expect(
                        201,
                        head.post(
                                "/delegations",
                                Json.createObjectBuilder().add("to", "DUTY-UN").add("ceiling", "UN-C")))
                .text("number");
        String number = filed(
                author,
                filing("INTREP", "EXERCISE - delegated", portion("(UN-C//REL TO UN, AU)", "EXERCISE. " + word())));
        submitted(author, number);
        confirmed(officer, number);
        String release = releases(officer, number).getFirst().getString("number");
        expect(200, step(User.in("DUTY-UN"), release, "authorisation", approval()));
        expect(204, head.post("/delegations/" + given + "/revocation", because("EXERCISE: over")));
        // the head's own signature is under no delegation
        published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        String question = "6?" + inquiry.within();
        String columns = "release product organisation hat delegation delegated-by ceiling";
        List<List<String>> signed = List.of(row(release + "|" + number + "|UN|DUTY-UN|" + given + "|RA-UN|UN-C"));
        assertEquals(signed, table(auditor, question, columns));
        assertEquals(signed, table(User.in("AUD-JOINT"), question, columns));
        assertEquals(List.of(), table(User.in("AUD-AU"), question, columns));
    }

    private static List<List<String>> unacknowledged(User asking, String days, String product) {
        return table(asking, "5?limit=100000&" + days, "release product recipient days").stream()
                .filter(r -> r.get(1).equals(product))
                .toList();
    }
}
