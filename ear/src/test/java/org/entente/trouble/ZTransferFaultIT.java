package org.entente.trouble;

import static org.entente.running.Handover.as;
import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.entente.running.Handover;
import org.entente.running.Mass;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The transfer of authority, with the application server or the database killed while it runs: all of it or nothing, and whoever
 * does it again changes nothing (HND-03). {@code -Dentente.kills=20} kills more often.
 */
class ZTransferFaultIT {
    private static final int KILLS = Integer.getInteger("entente.kills", 2);
    private static final int ITEMS = 400;
    private static final String TOA = "2013-06-15T00:00:00Z";
    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final Duration BY_ITSELF = Duration.ofMinutes(1);

    /** When the server died, as the database saw it. */
    private enum Fell {
        BEFORE,
        WITHIN,
        AFTER
    }

    private final Random random = new Random(20130701);
    private final String run = Integer.toString(ThreadLocalRandom.current().nextInt(1_000, 9_999));

    @AfterEach
    void july() throws InterruptedException {
        whole();
        User.clock(Scenario.SETTLED);
    }

    @Test
    void hnd03_aServerThatDiesDuringTheTransferLeavesAllOfItOrNothing() throws Exception {
        Trial undisturbed = new Trial(0);
        undisturbed.begin();
        long begun = System.nanoTime();
        expect(200, undisturbed.plan.carryOut());
        long taken = (System.nanoTime() - begun) / 1_000_000;
        assertEquals(undisturbed.all(), undisturbed.seen());
        Map<String, Map<Fell, Integer>> fell = Map.of("payara", counts(), "mariadb", counts());
        for (int i = 1; i <= KILLS; i++) {
            String server = i % 2 == 0 ? "payara" : "mariadb";
            Trial trial = new Trial(i);
            // every other pair once something is written; the others somewhere in a stretch of their own of twice what
            // it takes
            double part = (i - 1 + random.nextDouble()) / KILLS;
            Fell when = i % 4 == 1 || i % 4 == 2
                    ? trial.killed(server, trial::writing, random.nextLong(taken / 4))
                    : trial.killed(server, () -> true, Math.round(2 * taken * part));
            Objects.requireNonNull(fell.get(server)).merge(when, 1, Integer::sum);
            System.out.println("KILLED " + i + " " + server + " " + when);
        }
        System.out.println("KILLS " + KILLS + " of transfers of " + ITEMS + " items in " + taken + " ms: " + fell);
    }

    private interface Moment {
        boolean hasCome() throws SQLException;
    }

    private static Map<Fell, Integer> counts() {
        return new EnumMap<>(Fell.class);
    }

    private static void whole() throws InterruptedException {
        Servers.within(RESTART, "the platform is ready", Servers::ready);
        Servers.within(RESTART, "people can sign in", Servers::signIn);
    }

    /** What is there of a transfer, seen in one look. */
    private record Seen(
            String stage,
            long custody,
            long out,
            long in,
            long registered,
            long assignmentsEnded,
            long handed,
            long missionsEnded,
            long events,
            long world) {}

    /** One plan of a mission of its own, ready on its day. */
    private final class Trial {
        private final String mission;
        private final String prefix;
        /** Which was released to the successor as it was published. */
        private final String first;

        private final Handover plan;
        private final Seen before;
        private final int number;

        Trial(int number) throws SQLException {
            this.number = number;
            User.clock("2013-06-10T09:00:00Z");
            String tag = run + "K" + number;
            mission = "M" + tag;
            prefix = "Q" + tag;
            String relation = Mass.missions(mission, "N" + tag);
            first = Mass.products(mission, prefix, "(AU-R//REL TO AU, UN)", "AU RESTRICTED//REL TO AU, UN", ITEMS - 1);
            Tables.assigned("AN-AU", mission, "2013-01-01");
            plan = Mass.frozen(relation, TOA);
            Mass.accelerated(plan);
            expect(
                    200,
                    plan.from()
                            .post(
                                    plan.path("/items/disposition"),
                                    as("TRANSFER").add("filter", Json.createObjectBuilder())));
            plan.signed("READINESS");
            before = seen();
            assertEquals(none(), before);
        }

        /** The day comes. Somebody asks for the transfer and the platform's own calendar looks at the clock, at the same time. */
        void begin() {
            User.clock(TOA);
        }

        /** Kills the server so long after this has come true. */
        Fell killed(String server, Moment moment, long delay) throws Exception {
            begin();
            Instant asked = Instant.now();
            Thread transfer = Thread.ofPlatform().start(() -> {
                try {
                    plan.carryOut();
                } catch (UncheckedIOException cut) {
                    // whoever asked does not know how it ended
                }
            });
            while (!moment.hasCome() && transfer.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.sleep(delay);
            boolean writing = writing();
            boolean done = seen().equals(all());
            Servers.kill(server);
            Duration after = Duration.between(asked, Instant.now());
            transfer.join();
            Servers.within(RESTART, "the database answers", () -> {
                try {
                    return !seen().stage.isEmpty();
                } catch (IllegalStateException notYet) {
                    return false;
                }
            });
            Seen left = seen();
            assertTrue(left.equals(none()) || left.equals(all()), "after " + after + ": " + left);
            boolean kept =
                    left.equals(all()) && executed().isBefore(Instant.parse(TOA).plus(after));
            whole();
            again();
            return done || kept ? Fell.AFTER : writing ? Fell.WITHIN : Fell.BEFORE;
        }

        /** Every other time nobody asks, and it happens by itself. */
        private void again() throws InterruptedException {
            if (number % 4 < 2) {
                Servers.within(BY_ITSELF, "the transfer happens by itself", () -> seen().equals(all()));
            }
            expect(200, plan.carryOut());
            assertEquals(all(), seen());
            expect(200, plan.carryOut());
            assertEquals(all(), seen(), "again changes nothing");
            assertEquals("EXECUTING", plan.stage());
            String one = prefix + "-00001";
            List<JsonObject> chain = expect(200, User.in("HO-UN").get("/products/" + one + "/custody"))
                    .array()
                    .getValuesAs(JsonObject.class);
            assertEquals(1, chain.size());
            JsonObject item = plan.items("").stream()
                    .filter(i -> i.getString("reference").equals(one))
                    .findFirst()
                    .orElseThrow();
            assertEquals(chain.getFirst().getString("registerOut"), item.getString("registerOut"));
            expect(200, User.in("CO-UN").get("/products/" + one));
            assertTrue(expect(200, User.in("RA-AU").get("/missions")).array().getValuesAs(JsonObject.class).stream()
                    .filter(m -> m.getString("code").equals(mission))
                    .allMatch(m -> m.getJsonObject("ends").getString("legal").equals(TOA)));
        }

        private Seen none() {
            return new Seen("READY", 0, 0, 0, 0, 0, 0, 0, 0, before.world);
        }

        private Seen all() {
            return new Seen("EXECUTING", ITEMS, ITEMS, ITEMS, ITEMS, 1, ITEMS - 1, 1, 1, before.world + 1);
        }

        private Seen seen() {
            String plans = " FROM handover_plan h JOIN ";
            String its = " WHERE h.number = ?";
            try (Connection c = Tables.as("entente_owner");
                    PreparedStatement look = c.prepareStatement("SELECT (SELECT stage FROM handover_plan h" + its
                            + "), "
                            + "(SELECT COUNT(*)" + plans + "custody k ON k.plan = h.id" + its + "), "
                            + "(SELECT COUNT(*) FROM register_entry WHERE release_no = ? AND direction = 'OUT'), "
                            + "(SELECT COUNT(*) FROM register_entry WHERE release_no = ? AND direction = 'IN'), "
                            + "(SELECT COUNT(*)" + plans + "handover_item i ON i.plan = h.id" + its
                            + " AND i.register_out IS NOT NULL AND i.register_in IS NOT NULL), "
                            + "(SELECT COUNT(*)" + plans + "assignment_end e ON e.plan = h.number" + its + "), "
                            + "(SELECT COUNT(*)" + plans + "product p ON p.mission = h.from_mission"
                            + " JOIN dissemination d ON d.product_id = p.id AND d.receiver = h.successor" + its
                            + " AND p.number <> '" + first + "'" + "), "
                            + "(SELECT COUNT(*)" + plans + "mission m ON m.code = h.from_mission" + its
                            + " AND m.legal_end IS NOT NULL), "
                            + "(SELECT COUNT(*) FROM audit_opening o WHERE o.outcome = 'PERMIT' AND o.detail LIKE ?), "
                            + "(SELECT world FROM head WHERE id = 1)")) {
                int last = look.getParameterMetaData().getParameterCount();
                for (int i = 1; i < last; i++) {
                    look.setString(i, plan.number());
                }
                look.setString(last, "transfer of authority " + plan.number() + " items %");
                try (ResultSet r = look.executeQuery()) {
                    r.next();
                    return new Seen(
                            r.getString(1),
                            r.getLong(2),
                            r.getLong(3),
                            r.getLong(4),
                            r.getLong(5),
                            r.getLong(6),
                            r.getLong(7),
                            r.getLong(8),
                            r.getLong(9),
                            r.getLong(10));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Whether a transfer is under way that nobody else sees anything of yet. */
        private boolean writing() throws SQLException {
            try (Connection c = Tables.as("entente_owner")) {
                c.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
                try (PreparedStatement look =
                        c.prepareStatement("SELECT COUNT(*) FROM register_entry WHERE release_no = ?")) {
                    look.setString(1, plan.number());
                    try (ResultSet r = look.executeQuery()) {
                        r.next();
                        return r.getLong(1) > 0;
                    }
                }
            }
        }

        private Instant executed() {
            return Instant.parse(Tables.text(
                    "SELECT DATE_FORMAT(executed_at, '%Y-%m-%dT%H:%i:%s.%fZ') FROM handover_plan WHERE number = '"
                            + plan.number() + "'"));
        }
    }
}
