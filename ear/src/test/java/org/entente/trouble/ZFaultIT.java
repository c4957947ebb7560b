package org.entente.trouble;

import static org.entente.running.Papers.report;
import static org.entente.running.Papers.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.running.Answer;
import org.entente.running.Roots;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers killed in the middle of work: nothing acknowledged is lost, nothing is half there, nothing is there twice. */
class ZFaultIT {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration RESTART = Duration.ofSeconds(150);

    @AfterEach
    void thePlatformIsWholeAgain() throws InterruptedException {
        Servers.within(RESTART, "the platform is ready", Servers::ready);
        Servers.within(RECOVERY, "people can sign in", Servers::signIn);
        User.clock(Scenario.SETTLED);
    }

    @Test
    void whenTheDatabaseDiesNothingAcknowledgedIsLostAndTheServerRecoversByItself() throws InterruptedException {
        User.clock(Scenario.SETTLED);
        String payara = Servers.pid("payara");
        Filers filers = new Filers(3);
        underWay(filers);
        Servers.kill("mariadb");
        List<Answer> down = new ArrayList<>();
        Instant died = Instant.now();
        Servers.within(RECOVERY, "filing goes on", () -> {
            Answer answer = User.in("AN-UN").get("/products/P12");
            down.add(answer);
            return answer.status() == 200 && filers.keptSince(died) > 2;
        });
        underWay(filers);
        filers.stop();
        assertEquals(payara, Servers.pid("payara"), "the application server was not started again");
        List<Answer> refused = new ArrayList<>(filers.refused());
        down.stream().filter(a -> a.status() != 200).forEach(refused::add);
        assertTrue(!refused.isEmpty(), "somebody met the fault");
        for (Answer answer : refused) {
            assertEquals(503, answer.status(), answer.toString());
            assertEquals("unavailable", answer.slug());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent(), answer.toString());
        }
        filers.retryWhatIsNotKnown();
        filers.check();
        nothingIsHalfThere();
    }

    @Test
    void whenTheApplicationServerDiesNothingAcknowledgedIsLostAndTheLauncherStartsItAgain()
            throws InterruptedException {
        User.clock(Scenario.SETTLED);
        String payara = Servers.pid("payara");
        Filers filers = new Filers(3);
        underWay(filers);
        Servers.kill("payara");
        Instant died = Instant.now();
        Servers.within(RESTART, "filing goes on", () -> filers.keptSince(died) > 2);
        filers.stop();
        assertNotEquals(payara, Servers.pid("payara"));
        filers.retryWhatIsNotKnown();
        filers.check();
        nothingIsHalfThere();
    }

    private static void underWay(Filers filers) throws InterruptedException {
        Instant now = Instant.now();
        Servers.within(RECOVERY, "filing is under way", () -> filers.keptSince(now) > 2);
    }

    /** Analysts who file one product after the other, each under a key and with words of its own. */
    private static final class Filers {
        /** What was asked; {@code receipt} is null while the answer is not known. */
        private record Filing(
                String key, String text, @Nullable JsonObject receipt, Instant at) {}

        private final Map<String, Filing> filings = new ConcurrentHashMap<>();
        private final Map<String, Answer> refused = new ConcurrentHashMap<>();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean filing = true;

        Filers(int number) {
            for (int i = 0; i < number; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (filing) {
                        attempt(UUID.randomUUID().toString(), word());
                    }
                }));
            }
        }

        private boolean attempt(String key, String text) {
            filings.put(key, new Filing(key, text, null, Instant.now()));
            try {
                Answer answer = User.in("AN-UN")
                        .post("/products", report("(UN-C//REL TO UN, AU)", text), "Idempotency-Key", key);
                if (answer.status() == 201) {
                    filings.put(key, new Filing(key, text, answer.json(), Instant.now()));
                    return true;
                }
                if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem")) {
                    refused.put(UUID.randomUUID().toString(), answer);
                    pause(100);
                    return false;
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                // as if the server had answered without the platform
            }
            // nobody knows whether it was filed; while a server starts it is not asked thousands of times
            pause(1_000);
            return false;
        }

        List<Answer> refused() {
            return List.copyOf(refused.values());
        }

        long keptSince(Instant instant) {
            return filings.values().stream()
                    .filter(f -> f.receipt != null && f.at.isAfter(instant.plusSeconds(1)))
                    .count();
        }

        void stop() throws InterruptedException {
            filing = false;
            for (Thread thread : threads) {
                thread.join();
            }
        }

        void retryWhatIsNotKnown() throws InterruptedException {
            List<Filing> unknown =
                    filings.values().stream().filter(f -> f.receipt == null).toList();
            for (Filing one : unknown) {
                Servers.within(RECOVERY, "the retry is answered", () -> attempt(one.key, one.text));
            }
        }

        /** Every receipt is of one product that is there, whole, with the words that were sent. */
        void check() {
            assertTrue(filings.size() > 5, "filed " + filings.size());
            Map<String, String> numbers = new TreeMap<>();
            for (Filing one : filings.values()) {
                JsonObject receipt = java.util.Objects.requireNonNull(one.receipt);
                String number = receipt.getString("number");
                assertEquals(
                        1,
                        Tables.number(
                                "SELECT COUNT(*) FROM content WHERE ordinal = 1 AND text = ?", "EXERCISE. " + one.text),
                        "products of one request");
                assertEquals(Roots.of(number), receipt.getString("contentHash"), number);
                assertEquals(
                        1,
                        Tables.number(
                                "SELECT COUNT(*) FROM product p JOIN product_version v ON v.product_id = p.id"
                                        + " WHERE p.number = ? AND LOWER(HEX(v.content_hash)) = ?",
                                number,
                                receipt.getString("contentHash")),
                        number);
                assertTrue(
                        Tables.number(
                                        "SELECT COUNT(*) FROM audit_opening WHERE object = ? AND action = 'FILE_PRODUCT'"
                                                + " AND outcome = 'PERMIT'",
                                        number)
                                == 1,
                        number + " has its record");
                assertTrue(numbers.put(number, one.key) == null, number);
            }
        }

        private static void pause(long milliseconds) {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void nothingIsHalfThere() {
        for (String half : List.of(
                "SELECT COUNT(*) FROM product p WHERE NOT EXISTS (SELECT 1 FROM product_version v"
                        + " WHERE v.product_id = p.id AND v.version_no = p.version_no)",
                "SELECT COUNT(*) FROM product_version v WHERE NOT EXISTS (SELECT 1 FROM product_portion p"
                        + " WHERE p.version_id = v.id)",
                "SELECT COUNT(*) FROM product_version v WHERE (SELECT COUNT(*) FROM content c WHERE c.version_id = v.id)"
                        + " <> 2 + (SELECT COUNT(*) FROM product_portion p WHERE p.version_id = v.id)",
                "SELECT COUNT(*) FROM product_version v WHERE NOT EXISTS (SELECT 1 FROM product p WHERE p.id = v.product_id)",
                "SELECT COUNT(*) FROM audit_opening o WHERE o.action = 'FILE_PRODUCT' AND o.outcome = 'PERMIT'"
                        + " AND o.object IS NOT NULL AND NOT EXISTS (SELECT 1 FROM product p WHERE p.number = o.object)",
                "SELECT COUNT(*) FROM " + Tables.RECORDS + " b WHERE NOT EXISTS (SELECT 1 FROM audit_opening o"
                        + " WHERE o.event_id = b.event_id)",
                "SELECT COUNT(*) FROM idempotency i WHERE i.answer REGEXP '[0-9a-f]{64}$' AND NOT EXISTS (SELECT 1 FROM product p"
                        + " WHERE i.answer LIKE CONCAT(p.number, '%'))")) {
            assertEquals(0, Tables.number(half), half);
        }
    }
}
