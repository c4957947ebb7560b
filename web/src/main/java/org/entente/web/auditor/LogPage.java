package org.entente.web.auditor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.entente.transparency.LogHealth;
import org.entente.transparency.LogRecords;
import org.jspecify.annotations.Nullable;

/** How the log is, what that means, and a bundle of it to take home. */
@Named
@RequestScoped
public class LogPage {
    @Inject
    private LogRecords log;

    private @Nullable LogHealth health;

    public void load() {
        health = log.health();
    }

    public LogHealth getHealth() {
        return Objects.requireNonNull(health);
    }
}
