package org.entente.transparency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.world.Unreachable;
import org.jspecify.annotations.Nullable;

/** The files that the sequencer writes and everybody may check: immutable but for the newest note. */
@ApplicationScoped
class LogFolder {
    private static final String TILE =
            "tile/(entries|[0-5])/(x[0-9]{3}/){0,4}[0-9]{3}(\\.p/([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?";

    @Inject
    @ConfigProperty(name = "entente.log.folder")
    private Optional<String> folder;

    @Inject
    @ConfigProperty(name = "entente.log.policy")
    private Optional<String> policy;

    Path root() {
        return Path.of(folder.orElseThrow(() -> new IllegalStateException("ENTENTE_LOG_FOLDER is not set")));
    }

    byte[] policy() {
        try {
            return Files.readAllBytes(
                    Path.of(policy.orElseThrow(() -> new IllegalStateException("ENTENTE_LOG_POLICY is not set"))));
        } catch (IOException e) {
            throw new Unreachable(e);
        }
    }

    /** The newest note that a quorum cosigned; null before the first. */
    byte @Nullable [] checkpoint() {
        return read("checkpoint");
    }

    /** A tile or a bundle of records; null if there is none, or if the path is no tile's. */
    byte @Nullable [] tile(String path) {
        return path.matches(TILE) ? read(path) : null;
    }

    private byte @Nullable [] read(String path) {
        try {
            return Files.readAllBytes(root().resolve(path));
        } catch (NoSuchFileException absent) {
            return null;
        } catch (IOException e) {
            throw new Unreachable(e);
        }
    }
}
