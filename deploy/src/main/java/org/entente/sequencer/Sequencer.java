package org.entente.sequencer;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.entente.log.LogError;
import org.jspecify.annotations.Nullable;

/**
 * Gives records their place. Of several sequencers one leads; the others stand by and take over when it has shown no sign of
 * life for a while by their own watch, so that no clock that jumps can make two of them lead or none.
 */
final class Sequencer {
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(80);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Settings settings;
    private final Told told;
    private volatile boolean stopped;

    /** Until when nothing shows that it may go on: the log halted. */
    private @Nullable Halted halted;

    private @Nullable Head led;

    Sequencer(Settings settings, Told told) {
        this.settings = settings;
        this.told = told;
    }

    void stop() {
        stopped = true;
    }

    /** Works until it is stopped; what fails is tried again. */
    void run() throws InterruptedException {
        while (!stopped && halted == null) {
            try (Journal journal = new Journal(settings.url(), settings.user(), settings.password())) {
                Head head = lead(journal);
                if (head != null) {
                    serve(journal, head);
                }
            } catch (Fenced overtaken) {
                led = null;
                told.say("another sequencer leads; standing by");
            } catch (SQLException passing) {
                told.say("the database does not answer: " + passing.getMessage());
                pause(AGAIN);
            } catch (Halted wrong) {
                halt(wrong);
            } catch (IOException | LogError broken) {
                halt(new Halted("UNREADABLE", String.valueOf(broken.getMessage())));
            }
        }
        while (!stopped) {
            pause(AGAIN);
        }
    }

    private void halt(Halted wrong) {
        halted = wrong;
        told.say("HALTED, " + wrong.kind() + ": " + wrong.detail());
        try (Journal journal = new Journal(settings.url(), settings.user(), settings.password())) {
            journal.alarm(wrong.kind(), wrong.detail());
        } catch (SQLException e) {
            told.say("the alarm could not be kept: " + e.getMessage());
        }
    }

    /** The head to go on from, once this sequencer leads; null if it was stopped before. */
    private @Nullable Head lead(Journal journal)
            throws SQLException, IOException, LogError, Fenced, Halted, InterruptedException {
        if (led != null) {
            return journal.head(led.epoch());
        }
        told.ready();
        Journal.Pulse seen = journal.pulse();
        long since = System.nanoTime();
        while (!stopped) {
            Journal.Pulse now = journal.pulse();
            if (!now.equals(seen)) {
                seen = now;
                since = System.nanoTime();
            } else if (seen.epoch() == 0 || System.nanoTime() - since > SILENCE.toNanos()) {
                Head head = journal.takeOver(seen.epoch());
                new Inspection(journal, LastNote.in(settings.folder())).sound(head);
                told.say("leading from record " + head.size() + " in epoch " + head.epoch());
                led = head;
                return head;
            }
            pause(LOOK);
        }
        return null;
    }

    private void serve(Journal journal, Head from) throws SQLException, LogError, Fenced, Halted, InterruptedException {
        Head head = from;
        try (Publisher publisher = Publisher.start(settings, told)) {
            long beaten = System.nanoTime();
            while (!stopped) {
                Journal.Moved moved = journal.move(head);
                head = moved.head();
                led = head;
                publisher.grown(head);
                if (System.nanoTime() - beaten > BEAT.toNanos()) {
                    journal.beat(head);
                    beaten = System.nanoTime();
                }
                if (moved.records() < Journal.MOST_AT_ONCE) {
                    pause(LOOK);
                }
            }
            publisher.grown(head);
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
