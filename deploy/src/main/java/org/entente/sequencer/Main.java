package org.entente.sequencer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.entente.log.LogError;

/** Runs until it is told to stop. Exit status 2: it was not told what it needs. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        Told told = new Console(environment.get("ENTENTE_LOG_READY"));
        Settings settings;
        try {
            settings = Settings.from(environment);
        } catch (IOException | LogError e) {
            told.say(String.valueOf(e.getMessage()));
            System.exit(2);
            return;
        }
        Sequencer sequencer = new Sequencer(settings, told);
        Thread working = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sequencer.stop();
            try {
                working.join(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        sequencer.run();
    }

    /** Says it on the standard output, which its starter keeps. */
    private record Console(
            @org.jspecify.annotations.Nullable String readyFile) implements Told {
        @Override
        public void say(String sentence) {
            System.out.println(Instant.now() + " " + sentence);
        }

        @Override
        public void ready() {
            if (readyFile != null) {
                try {
                    Files.writeString(
                            Path.of(readyFile),
                            Long.toString(ProcessHandle.current().pid()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
