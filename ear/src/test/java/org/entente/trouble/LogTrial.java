package org.entente.trouble;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.log.KeyKind;
import org.entente.log.LogError;
import org.entente.log.NoteSigner;
import org.entente.log.Policy;
import org.entente.log.Witness;
import org.entente.log.WitnessServer;
import org.entente.running.Platform;

/** A log of its own to do to it what must not be done to the platform's: its tables, its sequencers, its four witnesses. */
final class LogTrial implements AutoCloseable {
    private static final List<String> ORGANISATIONS = List.of("UN", "AU", "ECOWAS", "EU");
    private static final String ORIGIN = "trial.exercise/audit/1";

    final Path folder;
    private final String password;
    private final List<WitnessServer> witnesses = new ArrayList<>();
    private final List<Process> sequencers = new ArrayList<>();
    private volatile Duration stepped = Duration.ZERO;

    LogTrial() throws IOException, LogError, SQLException {
        folder = Files.createTempDirectory("log-trial");
        Path secrets = Platform.running().folder().resolve("secrets");
        password = Files.readString(secrets.resolve("entente_owner.password")).strip();
        try (Connection c = DriverManager.getConnection(url(""), "entente_owner", password);
                Statement s = c.createStatement()) {
            s.execute("CREATE OR REPLACE DATABASE entente_trial");
        }
        for (String table : tables()) {
            execute(table);
        }
        NoteSigner.generate(ORIGIN, KeyKind.LOG).write(folder.resolve("log.key"));
        String log =
                "log " + NoteSigner.read(folder.resolve("log.key")).verifier().vkey() + "\n";
        StringBuilder policy = new StringBuilder(log);
        for (String name : ORGANISATIONS) {
            NoteSigner key = NoteSigner.generate(name.toLowerCase(Locale.ROOT) + ".trial/witness", KeyKind.WITNESS);
            WitnessServer server = WitnessServer.start(
                    Witness.open(
                            folder.resolve("witness-" + name),
                            key,
                            Policy.parse((log + "quorum none\n").getBytes(StandardCharsets.UTF_8))
                                    .logs(),
                            () -> System.currentTimeMillis() / 1000 + stepped.toSeconds()),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            witnesses.add(server);
            policy.append("witness " + name + " " + key.verifier().vkey() + " http://127.0.0.1:"
                    + server.address().getPort() + "\n");
        }
        Files.writeString(
                folder.resolve("policy.txt"),
                policy + "group partners 3 " + String.join(" ", ORGANISATIONS) + "\nquorum partners\n");
    }

    /** The log's tables as the migrations make them. */
    private static List<String> tables() throws IOException {
        String sql = script("V1__foundation.sql") + script("V8__log.sql") + script("V41__record_format_2.sql");
        List<String> statements = new ArrayList<>();
        Matcher create = Pattern.compile(
                        "(CREATE TABLE (audit_outbox|log_entry|log_head|log_publication|log_witness|log_alarm)"
                                + "|INSERT INTO log_head|ALTER TABLE (audit_outbox|log_entry))\\s[^;]*;")
                .matcher(sql.replaceAll("--[^\n]*\n", ""));
        while (create.find()) {
            statements.add(create.group().replaceAll(";$", ""));
        }
        return statements;
    }

    private static String script(String name) throws IOException {
        try (InputStream in = LogTrial.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + Platform.running().port("database") + "/" + schema;
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(url("entente_trial"), "entente_owner", password);
    }

    void execute(String sql) throws SQLException {
        try (Connection c = connection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    long number(String sql) {
        try (Connection c = connection();
                PreparedStatement s = c.prepareStatement(sql);
                ResultSet r = s.executeQuery()) {
            r.next();
            return r.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Steps the witnesses' clocks now, and the database's as every sequencer started from now on sees it. */
    void stepClocks(Duration by) {
        stepped = by;
    }

    private String steppedSession() {
        return stepped.isZero()
                ? ""
                : "?sessionVariables=timestamp=" + (System.currentTimeMillis() / 1000 + stepped.toSeconds());
    }

    /** Starts one more sequencer; {@code limits} is a shell's word before it, such as a limit on the size of files. */
    Process sequencer(String limits) {
        Path home = Platform.home();
        String command = limits + " exec '"
                + ProcessHandle.current().info().command().orElse("java")
                + "' -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '" + home.resolve("deploy/target/classes")
                + ":" + home.resolve("deploy/target/lib") + "/*' org.entente.sequencer.Main";
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
        builder.environment()
                .putAll(Map.of(
                        "ENTENTE_DB_URL",
                        url("entente_trial") + steppedSession(),
                        "ENTENTE_LOG_USER",
                        "entente_owner",
                        "ENTENTE_LOG_PASSWORD",
                        password,
                        "ENTENTE_LOG_FOLDER",
                        folder.resolve("public").toString(),
                        "ENTENTE_LOG_KEY",
                        folder.resolve("log.key").toString(),
                        "ENTENTE_LOG_POLICY",
                        folder.resolve("policy.txt").toString()));
        try {
            Process started = builder.start();
            sequencers.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path said() {
        return folder.resolve("sequencer.log");
    }

    /** What the sequencers said, for whoever must find out why it went wrong. */
    String words() {
        try {
            return Files.exists(said()) ? Files.readString(said()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signal(Process process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void killAll() {
        for (Process process : sequencers) {
            process.destroyForcibly();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        sequencers.clear();
    }

    void within(Duration limit, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ": " + what + "\n" + words());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Whether everything that waits has its place and is published. */
    boolean settled() {
        return number("SELECT COUNT(*) FROM audit_outbox") == 0
                && number("SELECT COALESCE(MAX(size), 0) FROM log_publication")
                        == number("SELECT COUNT(*) FROM log_entry");
    }

    @Override
    public void close() throws IOException {
        killAll();
        for (WitnessServer witness : witnesses) {
            witness.close();
        }
    }
}
