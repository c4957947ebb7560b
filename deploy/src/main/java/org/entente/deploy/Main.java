package org.entente.deploy;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The launcher: {@code ./entente run} ends here. */
public final class Main {
    private final Path home;
    private final Progress progress;

    private Main(Path home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Runs until it is stopped; exit 1 with one sentence when it cannot. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home =
                Path.of(System.getProperty("entente.home", "")).toAbsolutePath().normalize();
        if (arguments.length == 2 && arguments[0].equals("code")) {
            out.println(Code.of(arguments[1], Instant.now()));
            return;
        }
        if (arguments.length == 0 || !arguments[0].equals("run")) {
            out.print(Options.HELP);
            return;
        }
        try {
            List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
            new Main(home, new Progress(out)).run(Options.parse(home, rest));
        } catch (CannotRun e) {
            out.println(e.sentence());
            Runtime.getRuntime().exit(1);
        }
    }

    private void run(Options options) {
        AtomicReference<@Nullable Demonstration> running = new AtomicReference<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running.getAndSet(null)), "stop"));
        try (Folder folder = Folder.take(options.folder())) {
            Readiness.withdraw(folder.resolve(Readiness.FILE));
            Child.stopOrphans(folder.root(), progress);
            if (options.fresh()) {
                folder.empty();
            }
            Golden golden = Golden.find(home, progress);
            progress.say("Starting in " + folder.root());
            Demonstration demonstration = new Demonstration(home, options, folder, golden, progress);
            running.set(demonstration);
            try {
                demonstration.start();
                welcome(demonstration.web(), folder);
                new CountDownLatch(1).await();
            } finally {
                // a start that failed; Ctrl-C is the hook's matter
                stop(running.getAndSet(null));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(@Nullable Demonstration demonstration) {
        if (demonstration != null) {
            progress.say("Stopping");
            demonstration.stop();
            progress.say("Stopped");
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private void welcome(String web, Folder folder) {
        progress.print(String.format(
                Locale.ROOT,
                """

                Entente is ready after %.1f s: %s

                %s

                Each password is the user name followed by -exercise (mensah: mensah-exercise).
                Where a second factor is asked for: ./entente code mensah
                All data are exercise data. The logs are in %s; Ctrl-C stops everything.
                """,
                progress.elapsed(),
                web,
                Accounts.of(home.resolve("deploy/world/mali-13")).table(),
                folder.root()));
    }
}
