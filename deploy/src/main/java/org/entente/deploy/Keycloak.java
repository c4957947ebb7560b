package org.entente.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The embedded identity provider. Its programs, optimised once for MariaDB, are shared; each folder has its own home
 * with links to them and its own data.
 */
record Keycloak(Path programs, Path folder, int port, int management, int database, String password, Probe probe)
        implements Server {
    private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes");

    String url() {
        return "http://localhost:" + port;
    }

    @Override
    public String name() {
        return "Keycloak";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean answers() {
        return probe.status("http://127.0.0.1:" + management + "/health/ready") == 200;
    }

    /** Links the shared programs into this folder's home, and gives the folder of realms to import. */
    Path prepare() {
        try {
            Path home = FileTree.makePrivate(folder.resolve("home"));
            for (String part : SHARED) {
                Files.deleteIfExists(home.resolve(part));
                Files.createSymbolicLink(home.resolve(part), programs.resolve(part));
            }
            return FileTree.makePrivate(home.resolve("data/import"));
        } catch (IOException e) {
            throw new CannotRun("Keycloak's folder cannot be prepared: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public Launch launch() {
        return new Launch(
                command("-XX:SharedArchiveFile=" + archive()),
                Map.of("KC_DB_PASSWORD", password),
                folder,
                folder.resolve("keycloak.log"),
                "");
    }

    /** The same, but leaving behind an archive of its classes, which shortens every later start. */
    List<String> archiving() {
        return command("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive());
    }

    private Path archive() {
        return programs.resolve("classes.jsa");
    }

    /** As kc.sh would put it, without the shell between us and the process. */
    private List<String> command(String... archive) {
        Path home = folder.resolve("home");
        List<String> command = new ArrayList<>(List.of(
                Installation.java(),
                "-Dkc.home.dir=" + home,
                "-Xms64m",
                "-Xmx512m",
                "-XX:MetaspaceSize=96M",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                // Sign-in is rare here and the start is what people wait for: the quick compiler alone halves it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(List.of(archive));
        command.addAll(List.of(
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Djdk.tls.rejectClientInitiatedRenegotiation=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                programs.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                // one node: no cluster protocol, which would listen to the network
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + management,
                "--hostname=" + url(),
                "--db-url=jdbc:mariadb://127.0.0.1:" + database + "/keycloak",
                "--db-username=keycloak"));
        return command;
    }
}
