package org.entente.web.exercise;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.entente.exercise.ExerciseClock;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Where the exercise director sets the clock. */
@Named
@RequestScoped
public class ClockPage {
    @Inject
    private ExerciseClock clock;

    @Inject
    private Shell shell;

    private @Nullable String instant;

    public String set() {
        clock.set(Objects.requireNonNull(Ask.instant("now", Ask.needed("now", Ask.text(instant)))));
        shell.say("done.clock");
        return "clock?faces-redirect=true";
    }

    public @Nullable String getInstant() {
        return instant;
    }

    public void setInstant(@Nullable String instant) {
        this.instant = instant;
    }
}
