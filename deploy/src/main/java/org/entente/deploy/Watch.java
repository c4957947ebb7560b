package org.entente.deploy;

import java.time.Duration;

/** Watches one server: when it dies it is said, and it is started again where it was, later and later. */
final class Watch {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration STEADY = Duration.ofMinutes(2);

    private final Child child;
    private final Readiness readiness;
    private final Progress progress;
    private volatile boolean ended;

    Watch(Child child, Readiness readiness, Progress progress) {
        this.child = child;
        this.readiness = readiness;
        this.progress = progress;
    }

    void begin() {
        Thread.ofVirtual().name("watch " + child.server().name()).start(this::watch);
    }

    /** From now on its death is meant. */
    void end() {
        ended = true;
    }

    private void watch() {
        try {
            int deaths = 0;
            while (!ended) {
                long since = System.nanoTime();
                int code = child.awaitEnd();
                if (ended) {
                    return;
                }
                deaths = System.nanoTime() - since > STEADY.toNanos() ? 1 : deaths + 1;
                readiness.lost(child.server().name());
                progress.say(child.server().name() + " has died (exit " + code + "); starting it again");
                Thread.sleep(pause(deaths));
                again(deaths);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(int deaths) {
        try {
            synchronized (this) {
                if (ended) {
                    return;
                }
                if (deaths > 2) {
                    child.server().mend();
                }
                child.start();
            }
            if (child.awaitWork() && !ended) {
                readiness.back(child.server().name());
                progress.say(child.server().name() + " answers again");
            } else if (child.alive() && !ended) {
                progress.say(child.server().name() + " does not answer; ending it");
                child.stop(Duration.ofSeconds(5));
            }
        } catch (CannotRun e) {
            progress.say(e.sentence());
        }
    }

    static Duration pause(int deaths) {
        Duration pause = Duration.ofMillis(250L << Math.min(deaths, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
