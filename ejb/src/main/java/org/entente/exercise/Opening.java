package org.entente.exercise;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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

    @PostConstruct
    void open() {
        caller.isPlatform("loader");
        loading.world();
        if (exercise) {
            loading.exercise();
        }
    }
}
