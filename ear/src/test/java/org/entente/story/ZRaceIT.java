package org.entente.story;

import static org.entente.running.Appointing.administrator;
import static org.entente.running.Appointing.confirm;
import static org.entente.running.Appointing.hat;
import static org.entente.running.Appointing.proposed;
import static org.entente.running.Appointing.securityOfficer;
import static org.entente.running.Papers.because;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Answer;
import org.entente.running.Offices;
import org.entente.running.Scenario;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acts that are right one by one and wrong together, at the same moment. */
class ZRaceIT {
    /** What is given here is given for a day, and over when other stories are told. */
    private LocalDate day =
            LocalDate.of(2013, 3, 1).plusDays(ThreadLocalRandom.current().nextInt(90));

    @AfterEach
    void inJuly() {
        User.clock(Scenario.SETTLED);
    }

    /** Each confirmation saw a world in which the other had not happened yet. */
    @Test
    void org02_ofTwoExcludedDutiesThatAreConfirmedAtOnceOneIsGiven() {
        User office = administrator("EU");
        for (int round = 0; round < 3; round++) {
            day = day.plusDays(1);
            User.clock(day + "T12:00:00Z");
            String officer = "CO-" + word().toUpperCase(Locale.ROOT);
            String auditor = "AUD-" + word().toUpperCase(Locale.ROOT);
            String one = proposed(office, "/people/appointments", forADay(officer, "CLASSIFICATION_OFFICER"));
            String other = proposed(office, "/people/appointments", forADay(auditor, "AUDITOR"));
            User security = securityOfficer("EU").proved();
            User authority = Offices.authority("EU").proved();
            List.of(security, authority).forEach(User::token);
            List<Answer> answers = List.of(
                            CompletableFuture.supplyAsync(() -> confirm(security, one)),
                            CompletableFuture.supplyAsync(() -> confirm(authority, other)))
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            long given = answers.stream().filter(a -> a.status() == 200).count();
            assertTrue(given <= 1, answers.toString());
            // whoever came second is asked again, and by then the rule objects
            if (given == 1 && answers.getFirst().status() == 200) {
                assertEquals(422, confirm(authority, other).status());
            }
            for (String act : List.of(one, other)) {
                office.post("/people/acts/" + act + "/withdrawal", because("EXERCISE: over"));
            }
        }
    }

    private JsonObjectBuilder forADay(String id, String role) {
        return hat(id, "vermeer", "EUTM", role).add("to", day.plusDays(1) + "T00:00:00Z");
    }
}
