package org.entente.exercise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.gate.Caller;

/** What the platform does by itself when it opens: loads the world's files, and the exercise's products where one is on. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Opening {
    @Inject
    private Caller caller;

    @Inject
    private Loading loading;

    @Inject
    @ConfigProperty(name = "entente.exercise", defaultValue = "false")
    private boolean exercise;

    /** Where to say why the platform cannot open, for whoever started it and waits; empty for nowhere. */
    @Inject
    @ConfigProperty(name = "entente.refusal", defaultValue = "")
    private Optional<String> refusal;

    @PostConstruct
    void open() {
        caller.isPlatform("loader");
        try {
            loading.world();
            if (exercise) {
                loading.exercise();
            }
        } catch (RuntimeException e) {
            refusal.filter(file -> !file.isBlank()).ifPresent(file -> refuse(Path.of(file), e));
            throw e;
        }
    }

    private static void refuse(Path file, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        try {
            Files.writeString(file, String.valueOf(cause.getMessage()));
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
