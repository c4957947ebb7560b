package org.entente.trouble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.entente.running.Platform;
import org.entente.running.User;

/** What the power and the network do to the platform's servers, and waiting until it has recovered by itself. */
final class Servers {
    private Servers() {}

    /** Something that comes true, or does not yet. */
    interface Attempt {
        boolean succeeds();
    }

    static void within(Duration patience, String what, Attempt attempt) throws InterruptedException {
        Instant limit = Instant.now().plus(patience);
        while (true) {
            boolean done;
            try {
                done = attempt.succeeds();
            } catch (UncheckedIOException e) {
                done = false;
            }
            if (done) {
                return;
            }
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            Thread.sleep(250);
        }
    }

    /** As the power does it: no warning. */
    static void kill(String server) {
        ProcessHandle.of(Long.parseLong(pid(server))).orElseThrow().destroyForcibly();
    }

    /** STOP or CONT. */
    static void signal(String server, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, pid(server)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String pid(String server) {
        Path file = Platform.running().folder().resolve(server + ".pid");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean ready() {
        return Files.exists(Platform.running().folder().resolve("ready.json"))
                && status(Platform.running().web() + "/health/ready") == 200;
    }

    static int status(String url) {
        return User.send(HttpRequest.newBuilder(URI.create(url))).status();
    }

    static boolean signIn() {
        try {
            return !User.freshToken("entente", "keita", "keita-exercise").isEmpty();
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}
