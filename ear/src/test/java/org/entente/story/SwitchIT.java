package org.entente.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.entente.access.AccessPolicy;
import org.entente.access.Outcome;
import org.entente.access.ProductFacts;
import org.entente.access.WorldFile;
import org.entente.identity.Hat;
import org.entente.running.Answer;
import org.entente.running.Platform;
import org.entente.running.User;
import org.junit.jupiter.api.Test;

/**
 * DEM-02: the matrix a day before and a day after each date on which something switches. What the platform answers is what the
 * kernel decides, and the switch shows on the right side only.
 */
class SwitchIT {
    private static final WorldFile.Loaded SCENARIO = scenario();
    private static final AccessPolicy POLICY = AccessPolicy.of(SCENARIO.world());

    @Test
    void dem02_theTransferOfAuthorityEndsOldHatsAndBeginsNewOnes() {
        Sides sides = around("2013-07-01T00:00:00Z");
        sides.show("AN-AU P03", Outcome.PERMIT, Outcome.HIDDEN);
        sides.show("AN-AU P01", Outcome.PERMIT, Outcome.PERMIT);
        sides.show("AN-U2 P01", Outcome.NO_HAT, Outcome.HEADER);
        sides.show("AN-UN P01", Outcome.NO_HAT, Outcome.PERMIT);
    }

    @Test
    void dem02_anEmbargoEndsOnItsDay() {
        Sides sides = around("2013-09-10T00:00:00Z");
        sides.show("LO-UN P11", Outcome.HIDDEN, Outcome.PERMIT);
        sides.show("LO-EU P11", Outcome.HIDDEN, Outcome.HIDDEN);
        sides.show("LO-AU P11", Outcome.PERMIT, Outcome.PERMIT);
    }

    @Test
    void dem02_theFourMonthDeadlineByItselfSwitchesNothing() {
        Sides sides = around("2013-10-29T00:00:00Z");
        assertEquals(sides.before, sides.after);
    }

    @Test
    void dem02_residualAccessEnds() {
        Sides sides = around("2013-11-01T00:00:00Z");
        sides.show("AN-AU P01", Outcome.PERMIT, Outcome.NO_HAT);
        sides.show("LO-AU P01", Outcome.PERMIT, Outcome.PERMIT);
        assertNotEquals(sides.before, sides.after);
    }

    private record Sides(Map<String, Outcome> before, Map<String, Outcome> after) {
        void show(String cell, Outcome then, Outcome now) {
            assertEquals(then, before.get(cell), cell + " before");
            assertEquals(now, after.get(cell), cell + " after");
        }
    }

    private static Sides around(String date) {
        Instant switched = Instant.parse(date);
        return new Sides(matrix(switched.minus(Duration.ofDays(1))), matrix(switched.plus(Duration.ofDays(1))));
    }

    private static Map<String, Outcome> matrix(Instant at) {
        User.clock(at.toString());
        Map<String, Outcome> answered = new TreeMap<>();
        Map<String, Outcome> decided = new TreeMap<>();
        for (Hat hat : SCENARIO.hats()) {
            User user = User.named(hat.person()).wearing(hat.id());
            for (ProductFacts product : SCENARIO.products()) {
                String cell = hat.id() + " " + product.id();
                answered.put(cell, outcome(user.get("/products/" + product.id())));
                decided.put(cell, POLICY.decide(hat, product, at, false).outcome());
            }
        }
        assertEquals(decided, answered);
        return answered;
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer.status()) {
            case 200 -> Outcome.PERMIT;
            case 428 -> Outcome.ACKNOWLEDGE;
            case 404 -> Outcome.HIDDEN;
            case 403 -> answer.slug().equals("hat-not-live") ? Outcome.NO_HAT : Outcome.HEADER;
            default -> throw new AssertionError(answer);
        };
    }

    private static WorldFile.Loaded scenario() {
        try (Reader text = Files.newBufferedReader(Platform.home().resolve("docs/spec/vectors/mali-13.json"))) {
            return (WorldFile.Loaded) WorldFile.read(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
