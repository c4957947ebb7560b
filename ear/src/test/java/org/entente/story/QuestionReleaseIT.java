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
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** Questions 5, 6 and 17 of AUD-07: what nobody has acknowledged, what was let go under a delegation, what is in no book. */
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
        List<List<String>> signed = List.of(row(release + "|" + number + "|then|UN|DUTY-UN|" + given + "|RA-UN|UN-C"));
        assertEquals(signed, inquiry.told(auditor, question));
        assertEquals(signed, inquiry.told(User.in("AUD-JOINT"), question));
        assertEquals(List.of(), inquiry.told(User.in("AUD-AU"), question));
    }

    /** What no act makes: books from which an entry has gone. */
    @Test
    void aud07_whatWasHandedOverAndStandsInOneBookOrNone() {
        Inquiry inquiry = Inquiry.on("2013-08-19");
        String paired = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        String halved = published(author, officer, report("(UN-C//REL TO UN, AU, ECOWAS)", word()));
        String nowhere = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        // below tier 2 it goes without; and what is an organisation's own scale is not another's
        String low = published(User.in("LO-AU"), User.in("CO-AU"), report("(AU-R//REL TO AU, UN)", word()));
        String onwards = expect(
                        201,
                        User.in("LO-UN")
                                .post(
                                        "/products/" + low + "/releases",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "recipients",
                                                        Json.createArrayBuilder()
                                                                .add("ECOWAS"))
                                                .add("purpose", "EXERCISE: patrols")))
                .text("number");
        expect(200, step(officer, onwards, "check", approval()));
        expect(200, step(User.in("CO-AU"), onwards, "consent", approval()));
        expect(200, step(User.in("RA-UN"), onwards, "authorisation", approval()));
        String half = release(halved);
        String none = release(nowhere);
        // weaker since: what counts is what was handed over
        expect(
                200,
                User.in("RA-UN")
                        .post(
                                "/products/" + nowhere + "/label",
                                Json.createObjectBuilder()
                                        .add(
                                                "portions",
                                                Json.createArrayBuilder().add("(UN-U)"))
                                        .add("reason", "EXERCISE: as it should be")));
        List<String> gone = List.of(
                half, none, onwards, releases(User.in("CO-AU"), low).getFirst().getString("number"));
        List<String> taken = List.of("ECOWAS", "", "", "");
        String out = entry(half, "OUT", "ECOWAS");
        try {
            tear(gone, taken);
            List<List<String>> rows = List.of(
                    row(none + "|" + nowhere + "|UN CONFIDENTIAL//REL TO UN, AU|UN|AU|then|-|-"),
                    row(half + "|" + halved + "|UN CONFIDENTIAL//REL TO UN, AU, ECOWAS|UN|ECOWAS|then|" + out + "|-"));
            assertEquals(rows, unpaired(inquiry, auditor, paired, halved, nowhere, low));
            assertEquals(rows, unpaired(inquiry, User.in("AUD-JOINT"), paired, halved, nowhere, low));
            assertEquals(rows.subList(0, 1), unpaired(inquiry, User.in("AUD-AU"), paired, halved, nowhere, low));
            assertEquals(rows.subList(1, 2), unpaired(inquiry, User.in("AUD-ECW"), paired, halved, nowhere, low));
            assertEquals(List.of(), unpaired(inquiry, User.in("AUD-EU"), paired, halved, nowhere, low));
        } finally {
            mend();
        }
        assertEquals(List.of(), unpaired(inquiry, User.in("AUD-JOINT"), paired, halved, nowhere, low));
    }

    private static List<List<String>> unpaired(Inquiry inquiry, User asking, String... products) {
        return inquiry.told(asking, "17?limit=100000").stream()
                .filter(r -> List.of(products).contains(r.get(1)))
                .toList();
    }

    private String release(String product) {
        return releases(officer, product).getFirst().getString("number");
    }

    private static String entry(String release, String direction, String counterpart) {
        return Tables.text("SELECT number FROM register_entry WHERE release_no = '" + release + "' AND direction = '"
                + direction + "' AND counterpart = '" + counterpart + "'");
    }

    /** Of each release the entries in a registry's book go, or those in all. */
    private static void tear(List<String> releases, List<String> registries) {
        for (int i = 0; i < releases.size(); i++) {
            Tables.change(
                    "UPDATE register_entry SET release_no = CONCAT('#', release_no) WHERE release_no = ? AND ? IN ('', registry)",
                    releases.get(i),
                    registries.get(i));
        }
    }

    private static void mend() {
        Tables.change("UPDATE register_entry SET release_no = SUBSTRING(release_no, 2) WHERE release_no LIKE '#%'");
    }

    private static List<List<String>> unacknowledged(User asking, String days, String product) {
        return table(asking, "5?limit=100000&" + days, "release product recipient days").stream()
                .filter(r -> r.get(1).equals(product))
                .toList();
    }
}
