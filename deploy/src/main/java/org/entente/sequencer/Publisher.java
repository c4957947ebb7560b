package org.entente.sequencer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.log.Checkpoint;
import org.entente.log.LogError;
import org.entente.log.Policy;
import org.entente.log.SignedNote;
import org.entente.log.Tiles;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was sequenced public: tiles for mirrors, a signature over what was read back from them, cosignatures of the
 * witnesses, the note. Beside the sequencing, which a slow witness does not hold up.
 */
final class Publisher implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final int AT_ONCE = 8_192;

    private final Settings settings;
    private final Told told;
    private final Tiles tiles;
    private final LastNote last;
    private final Witnesses witnesses;
    private final AtomicReference<@Nullable Head> newest = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stopped;
    private long tiled;
    private long reread;

    private Publisher(Settings settings, Told told) {
        this.settings = settings;
        this.told = told;
        tiles = Tiles.durable(settings.folder());
        last = LastNote.in(settings.folder());
        witnesses = new Witnesses(settings.policy(), tiles);
        thread = Thread.ofPlatform().name("publisher").unstarted(this::work);
    }

    static Publisher start(Settings settings, Told told) {
        Publisher publisher = new Publisher(settings, told);
        publisher.thread.start();
        return publisher;
    }

    /** The log has grown to this; throws what went wrong since the last time. */
    void grown(Head head) throws Fenced, Halted {
        newest.set(head);
        switch (failure.get()) {
            case null -> {}
            case Fenced fenced -> throw fenced;
            case Halted halted -> throw halted;
            case Exception other -> throw new Halted("UNPUBLISHABLE", String.valueOf(other.getMessage()));
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            Checkpoint signed = last.checkpoint();
            tiled = signed != null && present(signed) ? signed.size() : 0;
            reread = tiled;
            while (!stopped) {
                try (Journal journal = new Journal(settings.url(), settings.user(), settings.password())) {
                    publishOn(journal);
                } catch (SQLException passing) {
                    told.say("publishing waits for the database: " + passing.getMessage());
                    TimeUnit.SECONDS.sleep(1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | LogError | Fenced | Halted | RuntimeException e) {
            failure.set(e);
        }
    }

    /** Whether the files behind a note are there; a folder that was lost is written anew. */
    private boolean present(Checkpoint note) throws IOException {
        try {
            return Arrays.equals(tiles.tree(note.size()).root(), note.root());
        } catch (LogError missing) {
            return false;
        }
    }

    private void publishOn(Journal journal)
            throws SQLException, IOException, LogError, Fenced, Halted, InterruptedException {
        long published = -1;
        long at = System.nanoTime() - LONGEST.toNanos();
        boolean below = false;
        while (!stopped) {
            Head head = newest.get();
            long since = System.nanoTime() - at;
            boolean due = head != null
                    && head.size() > 0
                    && since >= SHORTEST.toNanos()
                    && (head.size() > published || since >= LONGEST.toNanos());
            if (!due || head == null) {
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
                continue;
            }
            at = System.nanoTime();
            boolean cosigned = publish(journal, head);
            if (cosigned) {
                published = head.size();
            }
            if (cosigned == below) {
                below = !cosigned;
                told.say(below ? "too few witnesses cosign; publication stands still" : "a quorum cosigns again");
                if (below) {
                    journal.alarm("BELOW_QUORUM", "at " + head.size() + " records too few witnesses cosigned");
                }
            }
        }
    }

    private boolean publish(Journal journal, Head head) throws SQLException, IOException, LogError, Fenced, Halted {
        tile(journal, head.size());
        byte[] root = tiles.reread(reread, head.size());
        if (!Arrays.equals(root, head.frontier().root())) {
            throw new Halted("ROOT_DIFFERS", "what was read back at " + head.size() + " records has another root");
        }
        String text = new Checkpoint(settings.key().name(), head.size(), root).text();
        SignedNote note = new SignedNote(text, List.of(settings.key().sign(text)));
        last.sign(note);
        reread = head.size();
        Witnesses.Cosigned answers = witnesses.ask(note);
        for (Witnesses.Word word : answers.words()) {
            journal.heard(word.witness(), word.size(), word.trouble());
        }
        if (answers.conflict() != null) {
            throw answers.conflict();
        }
        if (!(settings.policy().judge(answers.note()) instanceof Policy.Signed signed) || !signed.quorate()) {
            return false;
        }
        journal.publish(
                head,
                new String(answers.note().encoded(), StandardCharsets.UTF_8),
                signed.witnesses().size());
        last.publish(answers.note());
        return true;
    }

    private void tile(Journal journal, long size) throws SQLException, IOException, LogError, Halted {
        while (tiled < size) {
            List<byte[]> records = journal.records(tiled, Math.min(size, tiled + AT_ONCE));
            if (records.isEmpty()) {
                throw new Halted("RECORD_MISSING", "record " + tiled + " is not there");
            }
            tiled = tiles.append(tiled, records);
        }
    }
}
