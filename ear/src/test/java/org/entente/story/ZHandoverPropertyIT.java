package org.entente.story;

import static org.entente.running.Handover.as;
import static org.entente.running.Handover.outcome;
import static org.entente.running.Papers.expect;
import static org.entente.running.Papers.filing;
import static org.entente.running.Papers.portion;
import static org.entente.running.Papers.submitted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.entente.product.ActedHands;
import org.entente.running.Answer;
import org.entente.running.Handover;
import org.entente.running.Missions;
import org.entente.running.Papers;
import org.entente.running.Platform;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of every handover, shown on some that a seed makes up; {@code -Dentente.seed} makes up others. */
class ZHandoverPropertyIT {
    private static final long SEED = Long.getLong("entente.seed", 20130701);
    private static final List<String> MARKS = List.of(
            "(AU-U)",
            "(AU-R)",
            "(AU-R//REL TO AU, UN)",
            "(AU-R//REL TO AU, ECOWAS)",
            "(AU-C//REL TO AU, UN)",
            "(AU-C//REL TO AU, ECOWAS, UN)",
            "(AU-C//ORCON//REL TO AU, UN)",
            "(AU-C//REL TO AU, UN//MISSION AFISMA)",
            "(AU-R//REL TO AU, UN//ACK REQUIRED)");
    private static final List<String> READERS =
            List.of("LO-UN", "AN-UN", "AN-U2", "CO-UN", "RA-UN", "HO-UN", "LO-ECW", "LO-EU", "LO-AU");

    private final Random random = new Random(SEED);
    private final User analyst = User.in("AN-AU");
    private final User officer = User.in("CO-AU");
    private final String tag = "Y" + new Random().nextInt(10_000, 99_999);

    @AfterEach
    void july() {
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd14_whateverBecomesOfItsLinksAChainIsContinuousAndEveryCountReconciles() throws SQLException {
        User.clock("2013-05-20T09:00:00Z");
        List<String> missions = new ArrayList<>();
        for (int i = 0; i <= 5; i++) {
            String lead = i % 2 == 0 ? "AU" : "UN";
            missions.add("M" + i + tag);
            Missions.founded(missions.get(i), lead, "RA-" + lead, null);
            Missions.met(Missions.benchmark(missions.get(i), lead, "RA-" + lead), "RA-" + lead);
        }
        List<String> products = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            products.add(written(missions.getFirst(), "(AU-R//REL TO AU, UN)", "chain " + i));
        }
        for (int i = 0; i < 5; i++) {
            LocalDate day = LocalDate.of(2013, 6, 1).plusDays(3L * i);
            User.clock(day.minusDays(1) + "T09:00:00Z");
            String from = i % 2 == 0 ? "AU" : "UN";
            String to = i % 2 == 0 ? "UN" : "AU";
            String relation = Missions.related("RA-" + from, missions.get(i), missions.get(i + 1), null);
            Handover plan = Handover.drafted(relation, from, to, day + "T00:00:00Z", "HO-" + from, "HO-" + to);
            plan.signed("AGREEMENT");
            plan.takeInventory();
            if (plan.items("").isEmpty()) {
                break; // all of it stayed behind somewhere
            }
            plan.signed("FREEZE");
            plan.askAndGrant();
            Set<String> sent = disposedOf(plan);
            plan.settle();
            plan.signed("READINESS");
            User.clock(day + "T00:00:00Z");
            expect(200, plan.carryOut());
            products.forEach(this::isContinuous);
            accounted(plan, sent);
            products.forEach(this::isContinuous);
            reconciles(plan);
            plan.signed("RECONCILIATION");
        }
    }

    private Set<String> disposedOf(Handover plan) {
        Set<String> sent = new TreeSet<>();
        for (JsonObject item : plan.items("")) {
            String reference = item.getString("reference");
            List<String> wishes =
                    new ArrayList<>(List.of("TRANSFER", "TRANSFER", "TRANSFER", "COPY", "RETAIN", "HOLD"));
            String wish = wishes.get(random.nextInt(wishes.size()));
            if (plan.dispose(reference, as(wish)).status() != 200) {
                // what is not in custody, and an entry in a book, cannot be transferred
                wish = "RETAIN";
                expect(200, plan.dispose(reference, as(wish)));
            }
            if (wish.equals("TRANSFER") || wish.equals("COPY")) {
                sent.add(reference);
            }
        }
        return sent;
    }

    private void accounted(Handover plan, Set<String> sent) {
        for (JsonObject item : plan.items("")) {
            String reference = item.getString("reference");
            if (sent.contains(reference)) {
                String said = List.of("RECEIVED", "RECEIVED", "RECEIVED", "REJECTED", "ON_HOLD")
                        .get(random.nextInt(5));
                expect(200, plan.account(plan.to(), reference, outcome(said).add("reason", "EXERCISE: as it comes")));
            } else {
                String said = item.getString("disposition").equals("HOLD") ? "ON_HOLD" : "RETAINED";
                expect(200, plan.account(plan.from(), reference, outcome(said).add("reason", "EXERCISE: stays")));
            }
        }
    }

    /** Each hand gives what the one before it took, over the same words. */
    private void isContinuous(String product) {
        try (Connection c = Tables.as("entente_owner");
                var select = c.prepareStatement("SELECT k.* FROM custody k JOIN product p ON p.id = k.product_id"
                        + " WHERE p.number = ? ORDER BY k.ordinal")) {
            select.setString(1, product);
            String custodian = "AU";
            String hash = null;
            int ordinal = 0;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    ordinal++;
                    assertEquals(ordinal, row.getInt("ordinal"), product);
                    if (row.getString("kind").equals("TRANSFER")) {
                        assertEquals(custodian, row.getString("from_org"), product + " link " + ordinal);
                        custodian = row.getString("to_org");
                    }
                    String now = java.util.HexFormat.of().formatHex(row.getBytes("content_hash"));
                    assertEquals(hash == null ? now : hash, now, product);
                    hash = now;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reconciles(Handover plan) {
        JsonObject sums =
                expect(200, plan.from().get(plan.path("/reconciliation"))).json();
        assertEquals(0, sums.getInt("difference"), sums.toString());
        int levels = 0;
        for (JsonObject line : sums.getJsonArray("lines").getValuesAs(JsonObject.class)) {
            int outcomes = line.getJsonObject("outcomes").keySet().stream()
                    .mapToInt(o -> line.getJsonObject("outcomes").getInt(o))
                    .sum();
            assertEquals(line.getInt("items"), outcomes + line.getInt("difference"), line.toString());
            levels += line.getString("kind").equals("LEVEL") ? line.getInt("items") : 0;
        }
        assertEquals(sums.getInt("items"), levels, "every item has one level");
    }

    /** Custody is not access: a handover opens what a plain release of the same label would open, and nothing besides. */
    @Test
    void hnd04_theReceiversRightsAfterAreThoseThatThePolicyGives() throws SQLException {
        User.clock("2013-06-01T09:00:00Z");
        String old = "P" + tag;
        Missions.founded(old, "AU", "RA-AU", null);
        Missions.met(Missions.benchmark(old, "AU", "RA-AU"), "RA-AU");
        Missions.founded("Q" + tag, "UN", "RA-UN", null);
        String beside = "R" + tag;
        Missions.founded(beside, "AU", "RA-AU", null);
        Map<String, String> twins = new HashMap<>();
        Map<String, String> dispositions = new HashMap<>();
        for (String mark : MARKS) {
            String carried = written(old, mark, "carried");
            twins.put(carried, written(beside, mark, "released"));
            dispositions.put(carried, random.nextBoolean() ? "TRANSFER" : "COPY");
        }
        String relation = Missions.related("RA-AU", old, "Q" + tag, null);
        Handover.carried(relation, "AU", "UN", "2013-06-10T00:00:00Z", dispositions);
        handed(twins.values());
        for (String instant : List.of("2013-06-10T00:00:01Z", "2013-07-20T12:00:00Z")) {
            User.clock(instant);
            twins.forEach((carried, released) -> {
                for (String reader : READERS) {
                    Answer one = User.in(reader).get("/products/" + carried);
                    Answer other = User.in(reader).get("/products/" + released);
                    assertEquals(
                            other.status() + " " + other.slug(),
                            one.status() + " " + one.slug(),
                            reader + " at " + instant + ": " + one + " / " + other);
                }
            });
        }
        assertTrue(twins.size() == MARKS.size());
    }

    /** As a release would, with nobody asked: what its label and arrangements do not let through stays shut all the same. */
    private static void handed(Iterable<String> products) throws SQLException {
        try (Connection c = Tables.as("entente_owner");
                var hand = c.prepareStatement("INSERT INTO dissemination (product_id, receiver, valid_from)"
                        + " SELECT id, 'UN', '2013-06-10' FROM product WHERE number = ? AND state = 'PUBLISHED'");
                var tell = c.prepareStatement("INSERT INTO product_change (seq, product_id)"
                        + " SELECT (SELECT changes FROM head WHERE id = 1), id FROM product WHERE number = ?");
                var move = c.createStatement()) {
            c.setAutoCommit(false);
            move.executeUpdate("UPDATE head SET changes = changes + 1 WHERE id = 1");
            for (String product : products) {
                hand.setString(1, product);
                hand.executeUpdate();
                tell.setString(1, product);
                tell.executeUpdate();
            }
            ActedHands.seal(c, Platform.running().folder());
            c.commit();
        }
    }

    private String written(String mission, String mark, String what) {
        String number = Papers.filed(
                analyst,
                filing("INTSUM", "EXERCISE - " + what, portion(mark, "EXERCISE. " + what + " " + Papers.word()))
                        .add("mission", mission));
        submitted(analyst, number);
        Papers.confirmed(officer, number);
        return number;
    }
}
