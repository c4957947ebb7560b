package org.entente.story;

import static org.entente.running.Inquiry.row;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.emergency;
import static org.entente.running.Offices.handOver;
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

import java.util.List;
import java.util.Set;
import org.entente.running.Answer;
import org.entente.running.Inquiry;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/** Questions 7 and 10 of AUD-07: where one person did what is kept apart, and what was let go for a life and not accounted for. */
class QuestionDutyIT {
    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User auditor = User.in("AUD-UN");
    private final User theirs = User.in("AUD-AU");
    private final User joint = User.in("AUD-JOINT");

    @Test
    void aud07_whereOnePersonWasInTwoSeparatedDuties() {
        Inquiry inquiry = Inquiry.on("2013-08-23");
        String three = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        // below tier 2 the officer's word lets it go, which is two persons as it should be
        String low = published(User.in("LO-ECW"), User.in("CO-ECW"), report("(ECW-R//REL TO ECOWAS, AU)", word()));
        String warning =
                filed(author, filing("FLASH", "EXERCISE - warning", portion("(UN-C//REL TO UN, AU)", "EXERCISE. now")));
        submitted(author, warning);
        confirmed(officer, warning);
        String ofAu = ofAu();
        Answer broken = broken(ofAu);
        Set<String> ours = Set.of(three, low, warning, ofAu, broken.text("product"));
        List<String> fast = row(release(officer, warning) + "|" + warning
                + "|UN CONFIDENTIAL//REL TO UN, AU|UN|haddad|CHECK AUTHORISATION");
        String glass = broken.text("number") + "|" + broken.text("product") + "|" + broken.text("marking") + "|";
        List<String> alone = row(glass + "UN|lindgren|AUTHOR REQUEST AUTHORISATION");
        for (User asking : List.of(auditor, joint)) {
            assertEquals(List.of(alone, fast), of(ours, 1, inquiry.told(asking, "7?limit=100000")));
        }
        // whose product it is learns that somebody did; the warning is none of theirs
        assertEquals(
                List.of(row(glass + "UN|-|AUTHOR REQUEST AUTHORISATION")),
                of(ours, 1, inquiry.told(theirs, "7?limit=100000")));
        assertEquals(List.of(), of(ours, 1, inquiry.told(User.in("AUD-ECW"), "7?limit=100000")));
        expect(200, step(authority("UN"), broken.text("number"), "report", because("EXERCISE: what, who, how")));
    }

    /** What no act makes: rows as if the platform had let somebody sign twice. */
    @Test
    void aud07_whoeverSignedTwiceIsFoundWhicheverHatTheyWore() {
        Inquiry inquiry = Inquiry.on("2013-08-24");
        String own = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        String release = release(officer, own);
        signed(release, "AUTHORISATION", "reis");
        List<String> wrote =
                row(release + "|" + own + "|UN CONFIDENTIAL//REL TO UN, AU|UN|reis|AUTHOR REQUEST AUTHORISATION");
        assertEquals(List.of(wrote), of(Set.of(own), 1, inquiry.told(auditor, "7?limit=100000")));
        signed(release, "AUTHORISATION", "haddad");
        List<String> checked =
                row(release + "|" + own + "|UN CONFIDENTIAL//REL TO UN, AU|UN|haddad|CHECK AUTHORISATION");
        assertEquals(List.of(checked), of(Set.of(own), 1, inquiry.told(auditor, "7?limit=100000")));
        signed(release, "AUTHORISATION", "lindgren");
        assertEquals(List.of(), of(Set.of(own), 1, inquiry.told(auditor, "7?limit=100000")));

        String given = filed(author, report("(UN-C//CONTAINS AU INFORMATION//REL TO UN, ECOWAS)", word()));
        submitted(author, given);
        confirmed(officer, given);
        String asked = release(officer, given);
        expect(200, step(User.in("CO-AU"), asked, "consent", approval()));
        handOver(officer, given);
        assertEquals(List.of(), of(Set.of(given), 1, inquiry.told(joint, "7?limit=100000")));
        signed(asked, "AUTHORISATION", "abebe");
        List<String> consented = row(asked + "|" + given
                + "|UN CONFIDENTIAL//CONTAINS AU INFORMATION//REL TO UN, ECOWAS|AU UN|abebe|CONSENT AUTHORISATION");
        for (User asking : List.of(auditor, theirs, joint)) {
            assertEquals(List.of(consented), of(Set.of(given), 1, inquiry.told(asking, "7?limit=100000")));
        }
        signed(asked, "AUTHORISATION", "lindgren");
    }

    @Test
    void aud07_whatWasLetGoForALifeAndNotAccountedForInThreeDays() {
        Inquiry inquiry = Inquiry.on("2013-08-05");
        String parent = ofAu();
        Answer never = broken(parent);
        Answer late = broken(parent);
        Answer inTime = broken(parent);
        // an ordinary release owes no report, nor does a warning
        published(author, officer, report("(UN-C//REL TO UN, AU)", word()));
        inquiry.later(60L * 60);
        expect(200, step(authority("UN"), inTime.text("number"), "report", because("EXERCISE: what, who, how")));
        Answer next = broken(parent);
        Set<String> ours =
                Set.of(never.text("number"), late.text("number"), inTime.text("number"), next.text("number"));
        inquiry.later(71L * 60 * 60);
        assertEquals(List.of(), of(ours, 0, inquiry.told(joint, "10?limit=100000")), "they still have time");
        inquiry.later(72L * 60 * 60);
        expect(200, step(authority("UN"), late.text("number"), "report", because("EXERCISE: what, who, how")));
        List<List<String>> rows = List.of(
                row(never.text("number") + "|" + never.text("product") + "|UN|72h|-"),
                row(late.text("number") + "|" + late.text("product") + "|UN|72h|72h"));
        for (User asking : List.of(auditor, theirs, joint)) {
            assertEquals(rows, of(ours, 0, inquiry.told(asking, "10?limit=100000")));
        }
        assertEquals(List.of(), of(ours, 0, inquiry.told(User.in("AUD-EU"), "10?limit=100000")));
        for (Answer open : List.of(never, next)) {
            expect(200, step(authority("UN"), open.text("number"), "report", because("EXERCISE: at last")));
        }
    }

    // ---- words of these stories ----

    private static String ofAu() {
        String number = filed(
                User.in("LO-AU"),
                filing("INTREP", "EXERCISE - of another", portion("(AU-C//REL TO AU, UN)", "EXERCISE. a life")));
        submitted(User.in("LO-AU"), number);
        confirmed(User.in("CO-AU"), number);
        handOver(User.in("CO-AU"), number);
        return number;
    }

    private static Answer broken(String product) {
        return expect(201, authority("UN").post("/products/" + product + "/break-glass", emergency("LO-EU", "1")));
    }

    private static String release(User insider, String product) {
        return releases(insider, product).getFirst().getString("number");
    }

    private static void signed(String release, String step, String person) {
        Tables.change(
                "UPDATE release_signature s JOIN release_request r ON r.id = s.release_id SET s.person = ?"
                        + " WHERE r.number = ? AND s.step = ?",
                person,
                release,
                step);
    }

    /** Rows that say one of these in a column. */
    private static List<List<String>> of(Set<String> ours, int column, List<List<String>> rows) {
        return rows.stream().filter(r -> ours.contains(r.get(column))).toList();
    }
}
