package org.entente.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.entente.log.Checkpoint;
import org.entente.log.LogError;
import org.entente.log.LogFiles;
import org.entente.log.Mirror;
import org.entente.log.NoteSigner;
import org.entente.log.Policy;
import org.jspecify.annotations.Nullable;

/** Looks at a log again and again, or once, and says what it found. */
final class Watch {
    private static final long PAUSE_MS = 5_000;

    private final Mirror mirror;
    private final @Nullable NoteSigner key;
    private final LongSupplier seconds;

    Watch(LogFiles log, Path state, Policy policy, @Nullable NoteSigner key, LongSupplier seconds) throws IOException {
        Files.createDirectories(state);
        this.mirror = new Mirror(log, state, policy);
        this.key = key;
        this.seconds = seconds;
    }

    int run(PrintStream out, boolean once) throws IOException, LogError {
        while (true) {
            switch (found(once)) {
                case null -> out.println("the log cannot be reached");
                case Mirror.Grown(Checkpoint before, Checkpoint now) -> {
                    out.println(now.origin() + " grew from " + before.size() + " to " + now.size() + " records");
                    cosign(out, now);
                }
                case Mirror.Unchanged(Checkpoint now) -> {
                    if (once) {
                        out.println(now.origin() + " still has " + now.size() + " records");
                    }
                }
                case Mirror.Alarm(String what, List<Path> evidence) -> {
                    out.println("ALARM: " + what);
                    evidence.forEach(file -> out.println("kept: " + file));
                    return 1;
                }
            }
            out.flush();
            if (once) {
                return 0;
            }
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    /** Null where the log could not be reached and there will be another look. */
    private Mirror.@Nullable Found found(boolean once) throws IOException, LogError {
        try {
            return mirror.look();
        } catch (IOException unreachable) {
            if (once) {
                throw unreachable;
            }
            return null;
        }
    }

    private void cosign(PrintStream out, Checkpoint now) {
        if (key != null) {
            out.print(key.cosign(now.text(), seconds.getAsLong()).line());
        }
    }
}
