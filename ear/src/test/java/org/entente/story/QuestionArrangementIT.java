package org.entente.story;

import static org.entente.running.Inquiry.row;
import static org.entente.running.Offices.authority;
import static org.entente.running.Offices.emergency;
import static org.entente.running.Offices.step;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.confirmed;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filed;
import static org.entente.running.Papers.published;
import static org.entente.running.Papers.report;
import static org.entente.running.Papers.submitted;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.entente.running.Answer;
import org.entente.running.Inquiry;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Question 18 of AUD-07: what was opened abroad under no arrangement, by the arrangements of then. */
class QuestionArrangementIT {
    private final User author = User.in("LO-ECW");
    private final User officer = User.in("CO-ECW");
    private final User giver = authority("ECOWAS");
    private final User reader = User.in("LO-EU");
    private final List<String> made = new ArrayList<>();

    /** Other stories count on what the exercise arranged. */
    @AfterEach
    void ended() {
        made.forEach(number -> giver.post("/arrangements/" + number + "/end", because("EXERCISE: over")));
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aud07_whatWasOpenedUnderNoArrangementOfThen() {
        User.clock("2013-08-28T12:00:00Z");
        String arrangement = offered();
        expect(200, authority("EU").post("/arrangements/" + arrangement + "/agreement", null));
        String given = published(author, officer, report("(ECW-C//REL TO ECOWAS, EU)", word()));
        String low = published(author, officer, report("(ECW-R//REL TO ECOWAS, EU)", word()));
        String kept = filed(author, report("(ECW-C)", word()));
        submitted(author, kept);
        confirmed(officer, kept);

        Inquiry inquiry = Inquiry.on("2013-08-29");
        expect(200, reader.get("/products/" + given));
        expect(200, giver.post("/arrangements/" + arrangement + "/end", because("EXERCISE: over")));
        assertEquals(404, reader.get("/products/" + given).status());
        expect(200, reader.get("/products/" + low)); // what the exercise arranged goes on
        expect(200, officer.get("/products/" + given)); // one's own
        Answer broken = expect(201, giver.post("/products/" + kept + "/break-glass", emergency("LO-EU", "1")));
        String extract = broken.text("product");
        expect(200, reader.get("/products/" + extract));
        String event = expect(
                        200, User.in("AUD-EU").get("/audit/events?product=" + extract + "&person=vermeer&limit=1"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        // neither what is only offered nor what comes into force later covers it
        expect(200, authority("EU").post("/arrangements/" + offered() + "/agreement", null));
        offered();
        String question = "18?" + inquiry.within();
        List<List<String>> uncovered =
                List.of(row("then|" + extract + "|ECOWAS|EU|" + broken.text("marking") + "|" + event));
        for (String hat : List.of("AUD-ECW", "AUD-EU", "AUD-JOINT")) {
            assertEquals(uncovered, inquiry.told(User.in(hat), question), hat);
        }
        assertEquals(List.of(), inquiry.told(User.in("AUD-UN"), question));
        expect(200, step(giver, broken.text("number"), "report", because("EXERCISE: what, who, how")));
    }

    private String offered() {
        String number = expect(
                        201,
                        giver.post(
                                "/arrangements",
                                Json.createObjectBuilder()
                                        .add("receiver", "EU")
                                        .add("cap", "ECW-C")
                                        .add("basis", "EXERCISE: specific operational need")))
                .text("number");
        made.add(number);
        return number;
    }
}
