package org.entente.story;

import static org.entente.running.Inquiry.row;
import static org.entente.running.Offices.approval;
import static org.entente.running.Offices.authority;
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
import static org.entente.running.Papers.withdrawn;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.entente.running.Inquiry;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions 11 and 14 of AUD-07: labels that let go more than before, and those that nobody has looked at for too long. */
class QuestionLabelIT {
    private static final String WHY = "EXERCISE: as it should be";

    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User drafter = User.in("LO-AU");
    private final User confirming = User.in("CO-AU");
    private final User auditor = User.in("AUD-UN");
    private final User theirs = User.in("AUD-AU");
    private final User joint = User.in("AUD-JOINT");
    private final List<String> old = new ArrayList<>();

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
        old.forEach(number -> withdrawn(confirming, number));
    }

    @Test
    void aud07_labelsThatBecameWeakerAndOnWhoseConsentThatRested() {
        User.clock("2013-08-27T12:00:00Z");
        String source = published(
                drafter,
                confirming,
                filing("INTREP", "EXERCISE - of the AU", portion("(AU-C//REL TO AU, UN)", "EXERCISE. x")));
        JsonObject drawn = Json.createObjectBuilder(
                        portion("(UN-C//CONTAINS AU INFORMATION//REL TO UN, AU)", "EXERCISE. drawn"))
                .add("sources", Json.createArrayBuilder().add(source + "#1"))
                .build();
        String derived = published(author, officer, filing("INTREP", "EXERCISE - drawn", drawn));
        String plain = inside("(UN-C//REL TO UN, AU)");
        String given = inside("(UN-C//CONTAINS AU INFORMATION//REL TO UN, AU)");
        String before = inside("(UN-C//REL TO UN, AU)");
        relabelled(before, "(UN-C//REL TO UN, AU, ECOWAS)");

        Inquiry inquiry = Inquiry.on("2013-08-28");
        relabelled(plain, "(UN-C//REL TO UN, AU, EU)");
        relabelled(plain, "(UN-SC)"); // stricter
        relabelled(plain, "(UN-SC//ORCON)"); // narrower
        relabelled(plain, "(UN-C//ORCON)");
        // one organisation's consent to one release, and not to what becomes of the label after it
        String release = expect(
                        201,
                        User.in("LO-UN")
                                .post(
                                        "/products/" + given + "/releases",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "recipients",
                                                        Json.createArrayBuilder()
                                                                .add("ECOWAS"))
                                                .add("purpose", "EXERCISE: patrols")))
                .text("number");
        expect(200, step(officer, release, "check", approval()));
        expect(200, step(confirming, release, "consent", approval()));
        expect(200, step(authority("UN"), release, "authorisation", approval()));
        relabelled(given, "(UN-C//CONTAINS AU INFORMATION//REL TO UN, AU, ECOWAS, EU)");
        // whoever drew on it may go below it if its originator lets them
        String question = expect(
                        201,
                        author.post(
                                "/derivations",
                                Json.createObjectBuilder()
                                        .add("source", source)
                                        .add(
                                                "paragraphs",
                                                Json.createArrayBuilder().add("1"))
                                        .add("marking", "(UN-U)")
                                        .add("purpose", "EXERCISE: for the patrols")))
                .array()
                .getJsonObject(0)
                .getString("number");
        expect(
                200,
                authority("AU")
                        .post(
                                "/derivations/" + question + "/answer",
                                Json.createObjectBuilder().add("granted", true)));
        relabelled(derived, "(UN-U)");
        String theQuestion = "11?" + inquiry.within();
        List<List<String>> weaker = List.of(
                row(derived
                        + "|then|DECLASSIFIED|UN CONFIDENTIAL//CONTAINS AU INFORMATION//REL TO UN, AU|UN UNCLASSIFIED|RA-UN|"
                        + WHY + "|AU"),
                row(given + "|then|WIDENED|UN CONFIDENTIAL//CONTAINS AU INFORMATION//REL TO UN, AU, ECOWAS"
                        + "|UN CONFIDENTIAL//CONTAINS AU INFORMATION//REL TO UN, AU, ECOWAS, EU|RA-UN|" + WHY + "|"),
                row(given + "|then|WIDENED|UN CONFIDENTIAL//CONTAINS AU INFORMATION//REL TO UN, AU"
                        + "|UN CONFIDENTIAL//CONTAINS AU INFORMATION//REL TO UN, AU, ECOWAS|RA-UN|release " + release
                        + "|AU"),
                row(plain + "|then|DOWNGRADED|UN STRICTLY CONFIDENTIAL//ORCON|UN CONFIDENTIAL//ORCON|RA-UN|" + WHY
                        + "|"),
                row(plain + "|then|WIDENED|UN CONFIDENTIAL//REL TO UN, AU|UN CONFIDENTIAL//REL TO UN, AU, EU|RA-UN|"
                        + WHY + "|"));
        assertEquals(weaker, inquiry.told(auditor, theQuestion));
        assertEquals(weaker, inquiry.told(joint, theQuestion));
        assertEquals(List.of(), inquiry.told(theirs, theQuestion), "their consent, and none of their labels");
    }

    @Test
    void aud07_labelsThatNobodyHasLookedAtForFiveYearsAndPapersThatLieAbout() {
        String twice = publishedOn("2003-07-01T12:00:00Z", "(AU-C)");
        expectKept("2008-07-02T12:00:00Z", twice);
        String never = publishedOn("2008-07-19T12:00:00Z", "(AU-R)");
        publishedOn("2008-07-21T12:00:00Z", "(AU-C)"); // has a day yet
        publishedOn("2008-07-01T12:00:00Z", "(AU-U)"); // nothing to review
        String kept = publishedOn("2008-07-01T12:00:00Z", "(AU-C)");
        String gone = publishedOn("2008-07-01T12:00:00Z", "(AU-C)");
        User.clock("2013-01-10T12:00:00Z");
        String draft = filed(drafter, afisma("(AU-C)"));
        String waiting = filed(drafter, afisma("(AU-U)"));
        submitted(drafter, waiting);
        User.clock("2013-02-01T12:00:00Z");
        String young = filed(drafter, afisma("(AU-C)"));
        expectKept("2013-07-10T12:00:00Z", kept);
        withdrawn(confirming, gone);
        old.remove(gone);

        Inquiry inquiry = Inquiry.between("2013-07-20T12:00:00Z", 11 * 60);
        List<List<String>> overdue = List.of(
                row(twice + "|PUBLISHED|AU CONFIDENTIAL|" + inquiry.at("2008-07-02T12:00:00Z") + "|"
                        + inquiry.at("2013-07-02T12:00:00Z")),
                row(never + "|PUBLISHED|AU RESTRICTED|" + inquiry.at("2008-07-19T12:00:00Z") + "|"
                        + inquiry.at("2013-07-19T12:00:00Z")),
                row(draft + "|DRAFT|AU CONFIDENTIAL|" + inquiry.at("2013-01-10T12:00:00Z") + "|"
                        + inquiry.at("2013-07-09T12:00:00Z")),
                row(waiting + "|SUBMITTED|AU UNCLASSIFIED|" + inquiry.at("2013-01-10T12:00:00Z") + "|"
                        + inquiry.at("2013-07-09T12:00:00Z")));
        List<String> ours = new ArrayList<>(old);
        ours.addAll(List.of(gone, draft, waiting, young));
        assertEquals(overdue, among(ours, inquiry.told(theirs, "14?limit=100000")));
        assertEquals(overdue, among(ours, inquiry.told(joint, "14?limit=100000")));
        assertEquals(List.of(), among(ours, inquiry.told(auditor, "14?limit=100000")));
        User.clock("2013-07-09T11:00:00Z");
        assertEquals(
                overdue.subList(0, 1),
                among(ours, inquiry.told(theirs, "14?limit=100000")),
                "the others had time then");
    }

    // ---- words of these stories ----

    /** Published, and handed to nobody yet. */
    private String inside(String marking) {
        String number = filed(author, report(marking, word()));
        submitted(author, number);
        confirmed(officer, number);
        return number;
    }

    private static void relabelled(String number, String marking) {
        expect(
                200,
                authority("UN")
                        .post(
                                "/products/" + number + "/label",
                                Json.createObjectBuilder()
                                        .add(
                                                "portions",
                                                Json.createArrayBuilder().add(marking))
                                        .add("reason", WHY)));
    }

    private String publishedOn(String at, String marking) {
        User.clock(at);
        String number = filed(drafter, afisma(marking));
        submitted(drafter, number);
        confirmed(confirming, number);
        old.add(number);
        return number;
    }

    private static JsonObjectBuilder afisma(String marking) {
        return report(marking, word()).add("mission", "AFISMA");
    }

    private void expectKept(String at, String number) {
        User.clock(at);
        expect(200, confirming.post("/reviews/" + number, because("EXERCISE: still needed")));
    }

    private static List<List<String>> among(List<String> ours, List<List<String>> rows) {
        return rows.stream().filter(r -> ours.contains(r.getFirst())).toList();
    }
}
