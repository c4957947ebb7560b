package org.entente.story;

import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.damage;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CLS-02: that a scheme has no mark, that somebody wrote UNCLASSIFIED, and that nobody knows are three things. */
class NoMarkIT {
    private static final String HEADER =
            "id,date_start,date_end,date_prec,type_of_violence,conflict_name,side_a,side_b,where_coordinates,"
                    + "where_description,adm_1,adm_2,where_prec,latitude,longitude,event_clarity,best,low,high,"
                    + "deaths_civilians,number_of_sources,source_article,source_headline\n";
    private final User author = User.in("LO-EU");
    private final User officer = User.in("CO-EU");

    @BeforeEach
    void settled() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void cls02_theEuSharesWhatCarriesNoMarkWithWhoeverReadsTheUnclassified() {
        String word = word();
        assertEquals(
                "()",
                expect(200, author.post("/drafts/banner", report("()", word))).text("banner"));
        String number = filed(author, report("( )", word));
        expect(200, author.post("/products/" + number + "/submission", null));
        // the unclassified needs no reason of damage, whatever it is called
        expect(200, officer.post("/products/" + number + "/publication", null));
        for (String reader : List.of("LO-EU", "RA-EU", "LO-UN", "LO-AU", "LO-ECW")) {
            Answer read = expect(200, User.in(reader).get("/products/" + number));
            assertEquals("()", read.text("marking"), reader);
            assertEquals(
                    "()", read.json().getJsonArray("portions").getJsonObject(0).getString("marking"));
        }
        HttpResponse<byte[]> paper = User.in("LO-UN").file("/products/" + number + "/document?format=html&language=en");
        assertEquals(200, paper.statusCode());
        assertTrue(new String(paper.body(), StandardCharsets.UTF_8).contains("EXERCISE - ()"));
        HttpResponse<byte[]> label = User.in("LO-UN").file("/products/" + number + "/document?format=4774");
        assertTrue(new String(label.body(), StandardCharsets.UTF_8).contains("<Classification>UNMARKED<"));
    }

    @Test
    void cls02_noMarkIsSaidAndNeverLeftOut() {
        Map<String, Long> before = Tables.stored();
        for (String mark :
                List.of("", " ", "//REL TO EU, UN", "EU-UNMARKED", "(EU-UNMARKED)", "UNKNOWN", "(UNKNOWN)")) {
            Answer refused = expect(422, author.post("/products", report(mark, "omitted")));
            assertEquals(List.of("UNKNOWN_MARK"), refused.reasons(), mark);
        }
        // who has a mark for the unclassified uses it
        Answer refused = expect(422, User.in("AN-UN").post("/products", report("()", "no mark of ours")));
        assertEquals(List.of("UNKNOWN_MARK"), refused.reasons());
        assertEquals(before, Tables.stored());
    }

    @Test
    void cls02_whatHasNoMarkMayHaveCaveats() {
        String number = published(author, officer, report("(//REL TO EU, UN)", word()));
        assertEquals(
                "(//REL TO EU, UN)",
                expect(200, User.in("LO-UN").get("/products/" + number)).text("marking"));
        expect(404, User.in("LO-AU").get("/products/" + number));
        assertEquals(
                List.of("UNCLASSIFIED_CONTROL"),
                expect(422, author.post("/products", report("(//ORCON)", "controlled")))
                        .reasons());
    }

    @Test
    void cls02_oneMarkedPortionMarksTheWhole() {
        Answer banner = expect(
                200,
                author.post(
                        "/drafts/banner",
                        filing(
                                "SITREP",
                                "EXERCISE",
                                portion("()", "a"),
                                portion("(R-UE/EU-R//REL TO EU, UN)", "b"),
                                portion("(UN-U)", "c"))));
        assertEquals("RESTREINT UE/EU RESTRICTED//REL TO EU, UN", banner.text("banner"));
        Answer higher =
                expect(422, author.post("/products", report("()", "lower").add("marking", "(//REL TO EU, MLI")));
        assertEquals(List.of("UNKNOWN_MARK"), higher.reasons());
    }

    @Test
    void cls02_anImportMaySayThatItsReportsCarryNoMark() {
        String number = taken(officer, "EU", "()");
        assertEquals("()", expect(200, officer.get("/products/" + number)).text("marking"));
    }

    @Test
    void cls02_whatCameInUnmarkedIsForAnOfficerToMarkAndForNobodyElse() {
        User importer = User.in("AN-UN");
        User marking = User.in("CO-UN");
        String number = taken(importer, "UN", "UNKNOWN");
        Answer absent = importer.get("/products/UN-00000000");
        for (String reader : List.of("AN-UN", "RA-UN", "SO-UN", "LO-UN", "CO-AU", "CO-EU", "AUD-UN")) {
            Answer hidden = User.in(reader).get("/products/" + number);
            assertEquals(404, hidden.status(), reader);
            assertEquals(absent.slug(), hidden.slug(), reader);
        }
        assertFalse(expect(200, importer.get("/drafts")).body().contains(number));
        expect(404, importer.put("/products/" + number + "/draft", report("(UN-U)", "mine")));
        assertEquals("UNKNOWN", expect(200, marking.get("/products/" + number)).text("marking"));
        Answer unshared = expect(422, marking.post("/products/" + number + "/publication", damage()));
        assertEquals("marking-unknown", unshared.slug());
        assertEquals(List.of("CLS-02"), unshared.reasons());

        // returned, it would lie with somebody who may not read it, out of everybody's reach
        Answer back = expect(422, marking.post("/products/" + number + "/return", because("EXERCISE")));
        assertEquals("marking-unknown", back.slug());

        assertTrue(expect(200, marking.get("/drafts/left")).body().contains(number));
        expect(200, marking.post("/drafts/left/" + number + "/takeover", null));
        expect(200, marking.put("/products/" + number + "/draft", report("(UN-U)", "marked at last")));
        expect(200, marking.post("/products/" + number + "/submission", null));
        // who marked it does not confirm it
        expect(403, marking.post("/products/" + number + "/publication", damage()));
        confirmed(User.in("DUTY-UN"), number);
        assertEquals(
                "UN UNCLASSIFIED",
                expect(200, User.in("LO-AU").get("/products/" + number)).text("marking"));
    }

    private static String taken(User importer, String organisation, String marking) {
        String row = word() + ",2013-05-04,2013-05-04,1,1,EXERCISE conflict,EXERCISE side a,EXERCISE side b,"
                + "Somewhere,EXERCISE: there,Region,District,1,15.9,2.4,1,3,0,9,0,1,EXERCISE Agency,EXERCISE: headline\n";
        JsonObject answer = expect(
                        200,
                        importer.send(
                                "POST",
                                "/imports?organisation=" + organisation + "&grade=B3&marking=" + marking,
                                "text/csv",
                                (HEADER + row).getBytes(StandardCharsets.UTF_8)))
                .json();
        return answer.getJsonArray("added").getString(0);
    }
}
