package org.entente.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Makes the golden copy: Payara's half and Keycloak's half at the same time. */
record GoldenMaking(Installation unpacked, Golden golden, Progress progress) {
    private static final Executor SIDE_BY_SIDE = task -> Thread.ofVirtual().start(task);
    private static final String THROW_AWAY = "golden";

    void all(List<String> differences) throws IOException {
        Installation programs = golden.programs();
        new FileTree(unpacked.payara()).linkTo(programs.payara());
        new FileTree(unpacked.mariadb()).linkTo(programs.mariadb());
        // its own copy, not links: the build rewrites files in place
        new FileTree(unpacked.keycloak()).copyTo(programs.keycloak());
        for (String program : List.of("mariadbd", "mariadb", "mariadb-dump", "my_print_defaults", "resolveip")) {
            makeExecutable(programs.mariadb().resolve("bin").resolve(program));
        }
        makeExecutable(programs.payara().resolve("payara7/bin/asadmin"));
        Path logs = FileTree.makePrivate(golden.root().resolve("logs"));
        CompletableFuture<Void> payara =
                CompletableFuture.runAsync(() -> payaraTemplate(programs, differences, logs), SIDE_BY_SIDE);
        CompletableFuture<Void> keycloak =
                CompletableFuture.runAsync(() -> keycloakTables(programs, logs), SIDE_BY_SIDE);
        try {
            CompletableFuture.allOf(payara, keycloak).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotRun sentence ? sentence : e;
        }
    }

    private void payaraTemplate(Installation programs, List<String> differences, Path logs) {
        Path place = FileTree.makePrivate(golden.payaraTemplate());
        Path asadmin = programs.payara().resolve("payara7/bin/asadmin");
        Map<String, String> java = Map.of("AS_JAVA", System.getProperty("java.home"));
        Errand.run(
                "making a Payara domain",
                List.of(
                        asadmin.toString(),
                        "create-domain",
                        "--nopassword=true",
                        "--savelogin=false",
                        "--checkports=false",
                        "--domaindir",
                        place.toString(),
                        "domain"),
                place,
                logs.resolve("create-domain.log"),
                java);
        new DomainXml(place.resolve("domain/config/domain.xml")).apply(differences);
        Path dryRun = logs.resolve("start-domain.log");
        Errand.run(
                "asking Payara how it is started",
                List.of(asadmin.toString(), "start-domain", "--dry-run", "--domaindir", place.toString(), "domain"),
                place,
                dryRun,
                java);
        List<String> command = new ArrayList<>(Folder.read(dryRun)
                .lines()
                .dropWhile(line -> !line.startsWith("/"))
                .takeWhile(line -> !line.startsWith("Command "))
                .filter(line -> !line.isBlank())
                .toList());
        command.set(0, Installation.java());
        String own = place.resolve("domain").toString();
        Folder.write(place.resolve("command"), String.join("\n", command).replace(own, Payara.DOMAIN));
        warm(place, logs);
        progress.say("Payara's domain is prepared");
    }

    /** One boot fills the cache of modules, which saves every later first boot some seconds. */
    private void warm(Path place, Path logs) {
        Ports ports = new Ports(Ports.free(), Ports.free(), 0, 0, 0, 0, List.of());
        Path run = FileTree.makePrivate(logs.resolve("payara"));
        Payara payara = new Payara(place, run, ports, place.resolve("command"), THROW_AWAY, Map.of(), new Probe());
        payara.prepare();
        Child child = new Child(payara, run);
        child.start();
        boolean answered = child.awaitAnswer();
        child.stop(Duration.ofSeconds(30));
        if (!answered) {
            throw new CannotRun("Payara does not start:\n" + child.lastWords());
        }
        Path felix = run.resolve("domain/osgi-cache");
        new FileTree(felix).copyTo(place.resolve("domain/osgi-cache"));
        new FileTree(run).delete();
    }

    private void keycloakTables(Installation programs, Path logs) {
        Errand.run(
                "optimising Keycloak",
                List.of(
                        programs.keycloak().resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=mariadb",
                        "--cache=local",
                        "--health-enabled=true",
                        "--metrics-enabled=true"),
                programs.keycloak(),
                logs.resolve("kc-build.log"),
                Map.of("JAVA_HOME", System.getProperty("java.home")));
        progress.say("Keycloak is optimised; now it makes its tables");
        Path run = FileTree.makePrivate(logs.resolve("keycloak"));
        MariaDb database = new MariaDb(programs.mariadb(), golden.root(), Ports.free(), """
                DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys' AND NOT (User = 'root' AND Host = 'localhost');
                FLUSH PRIVILEGES;
                CREATE DATABASE keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER 'keycloak'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL ON keycloak.* TO 'keycloak'@'127.0.0.1';
                """.formatted(THROW_AWAY));
        database.install();
        Child data = new Child(database, golden.root());
        data.start();
        try {
            answer(data);
            Keycloak keycloak = new Keycloak(
                    programs.keycloak(), run, Ports.free(), Ports.free(), database.port(), THROW_AWAY, new Probe());
            keycloak.prepare();
            Child tables = new Child(new FirstKeycloak(keycloak), run);
            tables.start();
            try {
                answer(tables);
            } finally {
                // it writes the archive of its classes while it ends
                tables.stop(Duration.ofMinutes(2));
            }
        } finally {
            data.stop(Duration.ofMinutes(1));
        }
        new FileTree(run).delete();
        progress.say("Keycloak's tables are prepared");
    }

    private static void answer(Child child) {
        if (!child.awaitAnswer()) {
            throw new CannotRun(child.server().name() + " does not start:\n" + child.lastWords());
        }
    }

    private static void makeExecutable(Path program) {
        if (!program.toFile().setExecutable(true)) {
            throw new CannotRun("The program " + program + " cannot be made executable.");
        }
    }

    /** Keycloak on its first start, which leaves the archive of its classes behind. */
    private record FirstKeycloak(Keycloak keycloak) implements Server {
        @Override
        public String name() {
            return keycloak.name();
        }

        @Override
        public Launch launch() {
            Launch usual = keycloak.launch();
            return new Launch(keycloak.archiving(), usual.environment(), usual.folder(), usual.log(), usual.input());
        }

        @Override
        public boolean answers() {
            return keycloak.answers();
        }

        @Override
        public Duration patience() {
            return keycloak.patience();
        }
    }
}
