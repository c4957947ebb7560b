package org.entente.trouble;

import static org.entente.running.Papers.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.running.Answer;
import org.entente.running.Scenario;
import org.entente.running.Tables;
import org.entente.running.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No word leaves without its record, whatever dies meanwhile. {@code -Dentente.kills=20} for the long form. */
class ZReadingFaultIT {
    private static final Duration RESTART = Duration.ofSeconds(150);
    private static final int KILLS = Integer.getInteger("entente.kills", 2);
    private static final long SEED = 4_242;

    @AfterEach
    void thePlatformIsWholeAgain() throws InterruptedException {
        for (String witness : List.of("witness-un", "witness-au", "witness-ecowas", "witness-eu")) {
            Servers.signal(witness, "CONT");
        }
        Servers.within(RESTART, "the platform is ready", Servers::ready);
        Servers.within(RESTART, "people can sign in", Servers::signIn);
        User.clock(Scenario.SETTLED);
    }

    @Test
    void aud01_everyByteOfContentThatLeftHasItsRecord() throws InterruptedException {
        User.clock(Scenario.SETTLED);
        String records = "SELECT COUNT(*) FROM audit_opening WHERE action = 'READ_PRODUCT' AND outcome = 'PERMIT'"
                + " AND person = 'reis' AND object = 'P05-R1'";
        long before = Tables.number(records);
        Random dice = new Random(SEED);
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(new Reader());
        }
        for (int kill = 0; kill < KILLS; kill++) {
            TimeUnit.MILLISECONDS.sleep(1_000 + dice.nextInt(2_000));
            Servers.kill(kill % 3 == 2 || (KILLS == 2 && kill == 1) ? "payara" : "mariadb");
            Instant killed = Instant.now();
            Servers.within(
                    RESTART,
                    "reading goes on after kill " + kill + ", seed " + SEED,
                    () -> readers.stream().anyMatch(r -> r.last.isAfter(killed.plusSeconds(1))));
        }
        for (Reader reader : readers) {
            reader.stop();
        }
        long read = readers.stream().mapToLong(r -> r.read.get()).sum();
        Servers.within(RESTART, "the database answers", () -> Tables.number("SELECT 1") == 1);
        long recorded = Tables.number(records) - before;
        System.out.println("content was read " + read + " times, recorded " + recorded + " times, kills " + KILLS
                + ", seed " + SEED);
        assertTrue(read > 50, "something was read: " + read);
        assertTrue(recorded >= read, "read " + read + " times, recorded " + recorded);
    }

    @Test
    void belowTheQuorumGuardedWordsStayAndEverythingElseGoesOn() throws InterruptedException {
        User.clock(Scenario.SETTLED);
        expect(200, User.in("CO-AU").get("/products/P02"));
        Servers.signal("witness-ecowas", "STOP");
        Servers.signal("witness-eu", "STOP");
        Answer guarded = User.in("CO-AU").get("/products/P02");
        assertEquals(503, guarded.status(), guarded.toString());
        assertTrue(guarded.headers().firstValue("Retry-After").isPresent());
        assertTrue(!guarded.body().contains("Tessalit") && !guarded.body().contains("portions"), guarded.toString());
        expect(200, User.in("AN-UN").get("/products/P05-R1"));
        Servers.within(
                Duration.ofSeconds(60),
                "the log says so",
                () -> Tables.number("SELECT COUNT(*) FROM log_alarm WHERE kind = 'BELOW_QUORUM'") > 0);
        Servers.signal("witness-ecowas", "CONT");
        Servers.signal("witness-eu", "CONT");
        Servers.within(
                Duration.ofSeconds(60),
                "guarded words leave again",
                () -> User.in("CO-AU").get("/products/P02").status() == 200);
    }

    /** Reads one product over and over, and counts every answer of which as much as a byte of content came. */
    private static final class Reader {
        private static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();

        private final AtomicLong read = new AtomicLong();
        private volatile Instant last = Instant.EPOCH;
        private volatile boolean stopped;
        private final Thread thread = Thread.ofPlatform().start(this::work);

        void stop() throws InterruptedException {
            stopped = true;
            thread.join();
        }

        private void work() {
            while (!stopped) {
                try {
                    HttpResponse<InputStream> answer = HTTP.send(
                            User.in("AN-UN").request("/products/P05-R1").GET().build(),
                            HttpResponse.BodyHandlers.ofInputStream());
                    boolean content = false;
                    try (InputStream body = answer.body()) {
                        content = answer.statusCode() == 200 && body.read() >= 0;
                        body.readAllBytes();
                    } finally {
                        if (content) {
                            read.incrementAndGet();
                            last = Instant.now();
                        }
                    }
                    if (!content) {
                        pause();
                    }
                } catch (IOException | RuntimeException broken) {
                    pause();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        /** A server that starts is let start. */
        private static void pause() {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
