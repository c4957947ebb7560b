package org.entente.story;

import static org.entente.running.Inquiry.row;
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
import java.util.ArrayList;
import java.util.List;
import org.entente.running.Inquiry;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions 12, 13 and 15 of AUD-07: how much was opened, when and where, and what of it identifies somebody. */
class QuestionOpensIT {
    private final User author = User.in("AN-UN");
    private final User officer = User.in("CO-UN");
    private final User liaison = User.in("LO-UN");
    private final User partner = User.in("LO-AU");
    private final User auditor = User.in("AUD-UN");
    private final User theirs = User.in("AUD-AU");
    private final User joint = User.in("AUD-JOINT");
    private final User outside = User.in("AUD-EU");

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aud07_whoOpenedFarMoreOnADayThanIsUsual() {
        User.clock("2013-08-24T12:00:00Z");
        List<String> papers = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            String number = filed(author, report("(UN-U)", word()));
            submitted(author, number);
            confirmed(officer, number);
            papers.add(number);
        }
        for (String number : papers) {
            expect(200, User.in("BROKER").get("/products/" + number)); // another day's work
        }
        Inquiry inquiry = Inquiry.on("2013-08-25");
        String first = papers.getFirst();
        for (String number : papers) {
            expect(200, liaison.get("/products/" + number));
            expect(200, partner.get("/products/" + number));
            expect(200, User.in("BROKER").get("/products/" + first)); // the same one again is no bulk
        }
        for (String hat : List.of("AN-UN", "RA-UN", "HO-UN", "DUTY-UN", "LO-ECW", "CO-AU")) {
            expect(200, User.in(hat).get("/products/" + first));
        }
        for (String number : papers.subList(0, 9)) {
            expect(200, User.in("SO-UN").get("/products/" + number)); // much, and not yet bulk
        }
        String question = "12?" + inquiry.within();
        List<String> unLiaison = row("UN|solberg|2013-08-25|11|1.0");
        assertEquals(
                sorted(List.of(unLiaison, row("AU|-|2013-08-25|11|1.0"))), sorted(inquiry.told(auditor, question)));
        assertEquals(
                sorted(List.of(unLiaison, row("AU|baro|2013-08-25|11|1.0"))), sorted(inquiry.told(joint, question)));
        // of their own people alone: 11 and 1, and half of that is usual
        assertEquals(List.of(), inquiry.told(theirs, question));
        assertEquals(List.of(), inquiry.told(outside, question));
    }

    @Test
    void aud07_whoOpenedAtNightOrWhatWasNoneOfTheirMission() {
        User theirOfficer = User.in("CO-AU");
        User.clock("2013-06-26T09:00:00Z");
        String ofAfisma = published(
                partner,
                theirOfficer,
                filing("INTREP", "EXERCISE - north", portion("(AU-C//REL TO AU, UN)", "EXERCISE. " + word()))
                        .add("mission", "AFISMA"));
        Inquiry then = Inquiry.between("2013-06-26T10:00:00Z", 8 * 60);
        expect(200, theirOfficer.get("/products/" + ofAfisma));
        User.clock("2013-07-20T12:00:00Z");
        String ofMinusma = published(author, officer, report("(UN-C//REL TO UN, AU)", word()));

        Inquiry day = Inquiry.between("2013-08-26T06:00:00Z", 15 * 60);
        expect(200, liaison.get("/products/" + ofAfisma));
        expect(200, liaison.get("/products/" + ofMinusma));
        expect(200, theirOfficer.get("/products/" + ofMinusma));
        expect(200, theirOfficer.get("/products/" + ofAfisma));
        assertEquals(404, User.in("LO-EU").get("/products/" + ofMinusma).status(), "what was denied was not opened");
        String question = "13?" + day.within();
        List<String> strayed = row("then|UN|solberg|LO-UN|" + ofAfisma + "|AFISMA|MINUSMA|AREA");
        List<String> partners = row("then|AU|abebe|CO-AU|" + ofAfisma + "|AFISMA|MINUSMA|AREA");
        assertEquals(List.of(strayed), day.told(auditor, question));
        assertEquals(
                List.of(partners), day.told(theirs, question), "on which missions the reader is, is the UN's to know");
        assertEquals(List.of(partners, strayed), day.told(joint, question));
        assertEquals(List.of(), day.told(outside, question));

        Inquiry night = Inquiry.between("2013-08-26T22:00:00Z", 110);
        expect(200, liaison.get("/products/" + ofAfisma));
        expect(200, theirOfficer.get("/products/" + ofMinusma));
        question = "13?" + night.within();
        assertEquals(
                List.of(
                        row("then|AU|-|-|" + ofMinusma + "|MINUSMA|-|HOURS"),
                        row("then|UN|solberg|LO-UN|" + ofAfisma + "|AFISMA|MINUSMA|AREA HOURS")),
                night.told(auditor, question));
        assertEquals(
                List.of(
                        row("then|AU|abebe|CO-AU|" + ofMinusma + "|MINUSMA|MINUSMA|HOURS"),
                        row("then|UN|-|-|" + ofAfisma + "|AFISMA|-|HOURS")),
                night.told(theirs, question));
        // CO-AU was on AFISMA then, though it is no longer
        assertEquals(List.of(), then.told(joint, "13?" + then.within()));
    }

    @Test
    void aud07_opensOfSourcesAndPersonalDataByPurpose() {
        User.clock("2013-08-26T12:00:00Z");
        String source = filed(
                author,
                filing(
                        "INTREP",
                        "EXERCISE - a source",
                        portion("(UN-C)", "EXERCISE. " + word()),
                        portion("(UN-C//ORCON/SOURCE)", "EXERCISE. says a herder")));
        submitted(author, source);
        confirmed(officer, source);
        String plain = filed(author, report("(UN-C)", word()));
        submitted(author, plain);
        confirmed(officer, plain);
        String personal = published(
                User.in("LO-AU"), User.in("CO-AU"), report("(AU-C//PII//REL TO AU, UN)", "a person " + word()));
        expect(200, officer.get("/products/" + source + "?purpose=INVESTIGATION")); // before
        Inquiry inquiry = Inquiry.on("2013-08-27");
        expect(200, officer.get("/products/" + source + "?purpose=ANALYSIS"));
        expect(200, officer.get("/products/" + source + "?purpose=ANALYSIS"));
        expect(200, officer.get("/products/" + source)); // without the portion
        expect(200, officer.get("/products/" + plain + "?purpose=ANALYSIS")); // nothing there to protect
        expect(200, liaison.get("/products/" + personal + "?purpose=FORCE_PROTECTION"));
        expect(200, partner.get("/products/" + personal + "?purpose=LEGAL_DUTY"));
        // whoever changes the label reads all of it
        expect(
                200,
                officer.post(
                        "/products/" + source + "/label",
                        Json.createObjectBuilder()
                                .add(
                                        "portions",
                                        Json.createArrayBuilder().add("(UN-SC)").add("(UN-SC//ORCON/SOURCE)"))
                                .add("reason", "EXERCISE: graver than thought")));
        String question = "15?" + inquiry.within();
        List<List<String>> own = List.of(
                row(source + "|LABELLING|UN|haddad|1|then|then"),
                row(personal + "|FORCE_PROTECTION|UN|solberg|1|then|then"),
                row(source + "|ANALYSIS|UN|haddad|2|then|then"));
        assertEquals(own, inquiry.told(auditor, question));
        assertEquals(
                List.of(
                        row(personal + "|LEGAL_DUTY|AU|baro|1|then|then"),
                        row(personal + "|FORCE_PROTECTION|UN|-|1|then|then")),
                inquiry.told(theirs, question));
        assertEquals(
                List.of(own.get(0), row(personal + "|LEGAL_DUTY|AU|baro|1|then|then"), own.get(1), own.get(2)),
                inquiry.told(joint, question));
        assertEquals(List.of(), inquiry.told(outside, question));
    }

    /** Those of one size are in no order. */
    private static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }
}
