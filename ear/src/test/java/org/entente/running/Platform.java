package org.entente.running;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The platform under test. Started once for the whole run by the launcher that users start it with, in a folder of its own;
 * {@code -Dentente.stack=FOLDER} takes one that runs there already.
 */
public final class Platform {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static @Nullable Platform running;

    private final Path folder;
    private final JsonObject ready;

    private Platform(Path folder) {
        this.folder = folder;
        this.ready = json(folder.resolve("ready.json"));
    }

    public static synchronized Platform running() {
        Platform known = running;
        if (known == null) {
            String given = System.getProperty("entente.stack", "");
            known = new Platform(given.isBlank() ? start() : Path.of(given));
            running = known;
        }
        return known;
    }

    /** The project's own folder. */
    public static Path home() {
        return Path.of(System.getProperty("entente.home", "..")).toAbsolutePath();
    }

    public Path folder() {
        return folder;
    }

    public String web() {
        return ready.getString("web");
    }

    public String api() {
        return ready.getString("api");
    }

    public String keycloak() {
        return ready.getString("keycloak");
    }

    /** A port of one of its servers, by the name it has in {@code ports.properties}. */
    public int port(String name) {
        var ports = new java.util.Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("ports.properties"))) {
            ports.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Integer.parseInt(ports.getProperty(name));
    }

    private static Path start() {
        Path home = home();
        Path folder = home.resolve("ear/target/stack");
        Path log = home.resolve("ear/target/stack.log");
        try {
            Files.createDirectories(folder);
            ProcessBuilder run = new ProcessBuilder(List.of(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            home.resolve("deploy/target/classes") + ":" + home.resolve("deploy/target/lib") + "/*",
                            "org.entente.deploy.Main",
                            "run",
                            "--fresh",
                            "--test-realm",
                            "--mail",
                            "127.0.0.1:0",
                            "--folder",
                            folder.toString()))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // no server lives long enough here to win back what its best compiler costs
            run.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            Process launcher = run.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher)));
            Instant limit = Instant.now().plus(PATIENCE);
            while (!Files.exists(folder.resolve("ready.json"))) {
                if (!launcher.isAlive() || Instant.now().isAfter(limit)) {
                    throw new IllegalStateException("the platform did not start:\n" + Files.readString(log));
                }
                launcher.waitFor(250, TimeUnit.MILLISECONDS);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonObject json(Path file) {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
