package org.entente.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server's process: started at most once at a time, remembered in a pid file, stopped with all that it started. */
final class Child {
    private static final String PID = ".pid";
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Server server;
    private final Path root;
    private final Path pidFile;
    private @Nullable Process process;

    Child(Server server, Path root) {
        this.server = server;
        this.root = root;
        this.pidFile = pidFile(root, server);
    }

    Server server() {
        return server;
    }

    synchronized void start() {
        stopOrphan(pidFile, root, Duration.ofSeconds(20));
        Server.Launch launch = server.launch();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // Ctrl-C reaches the whole foreground group: the servers leave it, so that they stop in our order.
            command.add(SETSID.toString());
        }
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            Process started = builder.start();
            process = started;
            Folder.write(pidFile, Long.toString(started.pid()));
            try (OutputStream input = started.getOutputStream()) {
                input.write(launch.input().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new CannotRun(server.name() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    boolean alive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Waits for the end of the process and gives its exit code. */
    int awaitEnd() throws InterruptedException {
        Process current = process;
        return current == null ? 0 : current.waitFor();
    }

    /** Whether it came to answer before its patience ran out, it died or said that it will not. */
    boolean awaitAnswer() {
        return Probe.within(
                server.patience(),
                server::answers,
                () -> !alive() || !server.refusal().isEmpty());
    }

    /** The same, and what remained to be done then is done too. */
    boolean awaitWork() {
        if (!awaitAnswer()) {
            return false;
        }
        server.complete();
        return awaitAnswer();
    }

    void stop(Duration grace) {
        Process current = process;
        if (current != null) {
            end(current.toHandle(), grace);
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of its log, for the person who must find out why it died. */
    String lastWords() {
        try (Stream<String> lines = Files.lines(server.launch().log(), StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 15), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    static Path pidFile(Path root, Server server) {
        return root.resolve(server.name().toLowerCase(Locale.ROOT) + PID);
    }

    /** Stops what a killed launcher left behind in this folder; true if there was something. */
    static boolean stopOrphan(Path pidFile, Path root, Duration grace) {
        String pid = Folder.read(pidFile);
        if (!pid.matches("\\d+")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(handle -> isOurs(handle, root))
                .map(handle -> {
                    end(handle, grace);
                    return true;
                })
                .orElse(false);
    }

    /** Stops whatever a launcher that was killed left running with its pid file in this folder. */
    static void stopOrphans(Path folder, Progress progress) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(f -> f.toString().endsWith(PID)).toList()) {
                if (stopOrphan(file, folder, Duration.ofSeconds(20))) {
                    String name = file.getFileName().toString();
                    progress.say("Stopped " + name.substring(0, name.length() - PID.length())
                            + ", which an earlier run had left behind");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number alone proves nothing: the system may have given it to another program since. */
    private static boolean isOurs(ProcessHandle handle, Path root) {
        return handle.isAlive() && handle.info().commandLine().orElse("").contains(root.toString());
    }

    private static void end(ProcessHandle handle, Duration grace) {
        List<ProcessHandle> family = handle.descendants().toList();
        handle.destroy();
        if (!ended(handle, grace)) {
            handle.destroyForcibly();
            ended(handle, Duration.ofSeconds(10));
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean ended(ProcessHandle handle, Duration limit) {
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException stillThere) {
            return !handle.isAlive();
        }
    }
}
