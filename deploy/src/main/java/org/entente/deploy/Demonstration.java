package org.entente.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** One run: prepares the folder, starts what it needs side by side, and stops it again. */
final class Demonstration {
    /** A thread for each: the common pool has one or two on a small machine, and all of these mostly wait. */
    private static final Executor SIDE_BY_SIDE = task -> Thread.ofVirtual().start(task);

    private final Path home;
    private final Options options;
    private final Folder folder;
    private final Golden golden;
    private final Progress progress;
    private final Probe probe = new Probe();
    private final Secrets secrets;
    private final Ports ports;
    private final Identity identity;
    private final Database database;
    private final Readiness readiness;
    private final TransparencyLog log;
    private final List<Child> children = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private boolean stopped;

    Demonstration(Path home, Options options, Folder folder, Golden golden, Progress progress) {
        this.home = home;
        this.options = options;
        this.folder = folder;
        this.golden = golden;
        this.progress = progress;
        secrets = new Secrets(folder.within("secrets"));
        ports = Ports.of(folder.resolve("ports.properties"), options.port());
        identity = new Identity(options.keycloak(), ports);
        database = Database.of(options.database(), ports, secrets);
        readiness = new Readiness(folder.resolve(Readiness.FILE), web(), identity.url(), options.clock());
        readiness.close();
        log = new TransparencyLog(folder, ports);
    }

    String web() {
        return "http://localhost:" + ports.web();
    }

    void start() {
        Payara server = payara();
        Child payara = child(server);
        // A new domain boots beside the others; one that holds the application needs its database first.
        CompletableFuture<Void> domain = CompletableFuture.runAsync(server::prepare, SIDE_BY_SIDE)
                .thenRunAsync(
                        () -> {
                            if (!server.isDeployed()) {
                                launch(payara);
                            }
                        },
                        SIDE_BY_SIDE);
        CompletableFuture<Void> data = CompletableFuture.runAsync(this::data, SIDE_BY_SIDE);
        CompletableFuture<Void> keycloak = data.thenRunAsync(this::keycloak, SIDE_BY_SIDE);
        CompletableFuture<Void> migrated = data.thenRunAsync(this::migrate, SIDE_BY_SIDE);
        CompletableFuture<Void> application =
                migrated.thenAcceptBothAsync(domain, (a, b) -> application(payara, server), SIDE_BY_SIDE);
        CompletableFuture<Void> logged = migrated.thenRunAsync(this::log, SIDE_BY_SIDE);
        try {
            allOrFirstFailure(keycloak, application, logged).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotRun sentence ? sentence : e;
        }
        for (Child child : children) {
            Watch watch = new Watch(child, readiness, progress);
            watches.add(watch);
            watch.begin();
        }
        readiness.open();
    }

    synchronized void stop() {
        stopped = true;
        readiness.close();
        watches.forEach(Watch::end);
        // those that use the database first, then the database
        List<CompletableFuture<Void>> users = children.stream()
                .filter(child -> !(child.server() instanceof MariaDb))
                .map(child -> CompletableFuture.runAsync(() -> child.stop(Duration.ofSeconds(20)), SIDE_BY_SIDE))
                .toList();
        users.forEach(CompletableFuture::join);
        children.stream()
                .filter(child -> child.server() instanceof MariaDb)
                .forEach(child -> child.stop(Duration.ofSeconds(60)));
    }

    private void data() {
        if (options.database() != null && options.keycloak() != null) {
            return;
        }
        MariaDb server = new MariaDb(
                golden.programs().mariadb(), folder.within("mariadb"), ports.database(), MariaDb.accounts(secrets));
        golden.seed(server);
        Child child = child(server);
        launch(child);
        await(child);
    }

    private void migrate() {
        database.open();
        int applied = database.schema().migrate(options.ear(), folder.resolve("migrations"));
        if (applied > 0) {
            progress.say("The schema is up to date (" + applied + " migrations)");
        }
    }

    private void log() {
        log.prepare();
        List<Child> parts =
                log.servers(database, probe).stream().map(this::child).toList();
        parts.forEach(this::launch);
        parts.forEach(part -> {
            if (!part.awaitWork()) {
                throw doesNotStart(part);
            }
        });
        progress.say("The log answers, and its " + TransparencyLog.ORGANISATIONS.size() + " witnesses");
    }

    private void keycloak() {
        Realm realm = new Realm(home, secrets, web());
        if (options.keycloak() != null) {
            identity.check(probe);
            progress.say("Keycloak at " + options.keycloak() + " answers; its client entente-web must know " + web()
                    + " and the key in " + secrets.clientKeySet());
            return;
        }
        Keycloak server = new Keycloak(
                golden.programs().keycloak(),
                folder.within("keycloak"),
                ports.keycloak(),
                ports.management(),
                ports.database(),
                secrets.password("keycloak"),
                probe);
        realm.offer(server.prepare(), options.testRealm());
        Child child = child(server);
        launch(child);
        await(child);
        Path last = folder.resolve("keycloak/web-url");
        String before = Folder.read(last);
        if (!before.isEmpty() && !before.equals(web())) {
            realm.moveWebClient(server.url(), before, probe);
        }
        Folder.write(last, web());
    }

    /** One failure is enough: nobody waits for the other server to be told of it. */
    private static CompletableFuture<Object> allOrFirstFailure(CompletableFuture<?>... parts) {
        Stream<CompletableFuture<?>> failures = Stream.of(parts)
                .map(part -> part.handle((done, wrong) -> wrong)
                        .thenCompose(wrong ->
                                wrong == null ? new CompletableFuture<>() : CompletableFuture.failedFuture(wrong)));
        return CompletableFuture.anyOf(Stream.concat(Stream.of(CompletableFuture.allOf(parts)), failures)
                .toArray(CompletableFuture[]::new));
    }

    private void application(Child payara, Payara server) {
        if (server.isDeployed()) {
            launch(payara);
        }
        if (!payara.awaitAnswer()) {
            throw doesNotStart(payara);
        }
        if (!server.isDeployed()) {
            progress.say("Payara answers; deploying " + options.ear().getFileName());
        }
        await(payara);
    }

    private Payara payara() {
        Path world = home.resolve("deploy/world/mali-13").toAbsolutePath();
        Map<String, String> environment = new LinkedHashMap<>(database.environment());
        environment.put("ENTENTE_OIDC_ISSUER", identity.issuer());
        environment.put("ENTENTE_OIDC_CLIENT", "entente-web");
        environment.put("ENTENTE_OIDC_KEY", secrets.clientKey().toString());
        environment.put("ENTENTE_PUBLIC_URL", web());
        environment.put("ENTENTE_SECRET", secrets.applicationSecret().toString());
        environment.put("ENTENTE_WORLD", world.toString());
        environment.put("ENTENTE_LOG_FOLDER", log.tiles().toString());
        environment.put("ENTENTE_LOG_POLICY", log.policy().toString());
        environment.put("ENTENTE_EXERCISE", "true");
        environment.put("ENTENTE_EXERCISE_CLOCK", options.clock().toString());
        MailServer mail = options.mail();
        if (mail != null) {
            environment.putAll(mail.environment(ports, System.getenv()));
        }
        if (!Files.isRegularFile(options.ear())) {
            throw new CannotRun("There is no application at " + options.ear() + "; ./entente run builds it.");
        }
        return new Payara(
                golden.payaraTemplate(),
                folder.within("payara"),
                ports,
                options.ear(),
                secrets.password("payara"),
                environment,
                probe);
    }

    private synchronized Child child(Server server) {
        Child child = new Child(server, folder.root());
        children.add(child);
        return child;
    }

    /** Nothing is started any more once the stop has begun. */
    private synchronized void launch(Child child) {
        if (stopped) {
            throw new CannotRun("The start was interrupted.");
        }
        child.start();
    }

    private void await(Child child) {
        if (!child.awaitWork()) {
            throw doesNotStart(child);
        }
        progress.say(child.server().name() + " answers");
    }

    private static CannotRun doesNotStart(Child child) {
        String refusal = child.server().refusal();
        if (!refusal.isEmpty()) {
            return new CannotRun("Entente does not open: " + refusal);
        }
        return new CannotRun(child.server().name() + " does not start. The end of its log, "
                + child.server().launch().log() + ":\n" + child.lastWords());
    }
}
