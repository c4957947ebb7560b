package org.entente.deploy;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The file ready.json: there when, and only when, everything answers. Scripts wait for it and read the addresses. */
final class Readiness {
    static final String FILE = "ready.json";

    private final Path file;
    private final String content;
    private final Set<String> missing = new HashSet<>();
    private boolean open;

    Readiness(Path file, String web, String keycloak, Instant clock) {
        this.file = file;
        this.content = Json.createObjectBuilder()
                .add("web", web)
                .add("api", web + "/api")
                .add("keycloak", keycloak)
                .add("realm", Realm.NAME)
                .add("client", "entente-cli")
                .add("clock", clock.toString())
                .build()
                .toString();
    }

    synchronized void open() {
        open = true;
        show();
    }

    synchronized void close() {
        open = false;
        show();
    }

    synchronized void lost(String server) {
        missing.add(server);
        show();
    }

    synchronized void back(String server) {
        missing.remove(server);
        show();
    }

    private void show() {
        if (open && missing.isEmpty()) {
            Folder.write(file, content + "\n");
        } else {
            withdraw(file);
        }
    }

    /** Also what a launcher that was killed left standing. */
    static void withdraw(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
