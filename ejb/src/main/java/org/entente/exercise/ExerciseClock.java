package org.entente.exercise;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.world.Worlds;

/** The platform's clock, where an exercise is on; nothing there otherwise. */
@Stateless
public class ExerciseClock {
    @Inject
    private Gate gate;

    @Inject
    private Worlds worlds;

    @Inject
    @ConfigProperty(name = "entente.exercise", defaultValue = "false")
    private boolean exercise;

    @Operation(Action.READ_CLOCK)
    public Instant now() {
        requireExercise();
        return gate.moment().now();
    }

    /** Sets the clock, which then runs on from there. */
    @Operation(Action.SET_CLOCK)
    public Instant set(Instant now) {
        requireExercise();
        gate.notes(gate.moment().now() + " to " + now);
        worlds.setClock(now);
        return now;
    }

    private void requireExercise() {
        if (!exercise) {
            throw Refused.notFound();
        }
    }
}
