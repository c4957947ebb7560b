package org.entente.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The application server: a domain of its own for each folder, copied from the template, with one application. */
final class Payara implements Server {
    /** The template's start command, one argument a line, with these where a folder's own values go. */
    static final String DOMAIN = "@domain@";

    private final Path template;
    private final Path folder;
    private final Ports ports;
    private final Path ear;
    private final String fingerprint;
    private final String password;
    private final Map<String, String> environment;
    private final Probe probe;

    Payara(
            Path template,
            Path folder,
            Ports ports,
            Path ear,
            String password,
            Map<String, String> environment,
            Probe probe) {
        this.template = template;
        this.folder = folder;
        this.ports = ports;
        this.ear = ear;
        this.fingerprint = fingerprint(template, ear);
        this.password = password;
        this.environment = new HashMap<>(environment);
        this.environment.put("ENTENTE_REFUSAL", refused().toString());
        this.probe = probe;
    }

    @Override
    public String name() {
        return "Payara";
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    /** Keeps a domain in which this very application is deployed; makes a new one otherwise. */
    void prepare() {
        forgetRefusal();
        if (!isDeployed()) {
            renew();
        }
    }

    boolean isDeployed() {
        return Folder.read(deployed()).equals(fingerprint);
    }

    /** With the application in place it answers for the application; without, for the administrator's door. */
    @Override
    public boolean answers() {
        return isDeployed() ? applicationAnswers() : administrationAnswers();
    }

    boolean applicationAnswers() {
        String web = "http://127.0.0.1:" + ports.web();
        return probe.status(web + "/health/ready") == 200 && probe.status(web + "/") < 404;
    }

    private boolean administrationAnswers() {
        try {
            return administer("uptime").contains("SUCCESS");
        } catch (CannotRun notYet) {
            return false;
        }
    }

    /** Only when nothing loads: a command in flight while an application starts has broken boots. */
    @Override
    public void complete() {
        if (isDeployed()) {
            return;
        }
        String answer = administer("deploy?name=entente&force=true&upload=false&DEFAULT="
                + URLEncoder.encode(ear.toString(), StandardCharsets.UTF_8));
        if (!refusal().isEmpty()) {
            throw new CannotRun("Entente does not open: " + refusal());
        }
        if (!answer.contains("exit-code: SUCCESS")) {
            throw new CannotRun("Payara refused " + ear + ":\n" + answer + "\nIts log is " + log() + ".");
        }
        Folder.write(deployed(), fingerprint);
    }

    /** A domain that will not come back is replaced: nothing in it is data. */
    @Override
    public void mend() {
        forgetRefusal();
        renew();
    }

    /** What the application wrote before it gave up opening. */
    @Override
    public String refusal() {
        return Folder.read(refused());
    }

    private void forgetRefusal() {
        try {
            Files.deleteIfExists(refused());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path refused() {
        return folder.resolve("refusal");
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        for (String argument : Folder.read(template.resolve("command")).lines().toList()) {
            command.add(argument.replace(DOMAIN, domain().toString()));
            if (command.size() == 1) {
                command.addAll(List.of(
                        "-Dentente.web.port=" + ports.web(),
                        "-Dentente.admin.port=" + ports.admin(),
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        // otherwise every object and array looks through all archives for who makes it
                        "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
                        "-XX:+ExitOnOutOfMemoryError"));
            }
        }
        return new Launch(command, environment, folder, log(), "AS_ADMIN_MASTERPASSWORD=changeit\n");
    }

    private void renew() {
        try {
            Files.deleteIfExists(deployed());
            new FileTree(domain()).delete();
            FileTree.makePrivate(domain());
            new FileTree(template.resolve("domain")).copyTo(domain());
            Path keyfile = domain().resolve("config/admin-keyfile");
            Folder.write(keyfile, Secrets.payaraKeyfile("admin", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String administer(String command) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.admin() + "/__asadmin/" + command))
                .timeout(Duration.ofMinutes(10))
                .header("User-Agent", "hk2-agent")
                .header("X-Requested-By", "entente")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = probe.send(request);
        return answer.statusCode() == 200 ? answer.body() : "status " + answer.statusCode() + "\n" + answer.body();
    }

    private Path domain() {
        return folder.resolve("domain");
    }

    private Path deployed() {
        return folder.resolve("deployed.sha256");
    }

    private Path log() {
        return folder.resolve("payara.log");
    }

    /** Of the application and of the template: a change in either makes a new domain. */
    private static String fingerprint(Path template, Path ear) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(template.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(ear)));
        } catch (IOException e) {
            throw new CannotRun("There is no application at " + ear + "; build it with ./entente run.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
