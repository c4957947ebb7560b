package org.entente.web.exercise;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.entente.exercise.ExerciseClock;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** The platform's clock in an exercise. */
@Path("/exercise/clock")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {
    @Inject
    private ExerciseClock clock;

    /** An instant in ISO-8601. */
    public record ClockBody(@Nullable String now) {}

    @GET
    public ClockBody now() {
        return new ClockBody(clock.now().toString());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ClockBody set(ClockBody body) {
        String now = Ask.needed("now", Ask.needed("body", body).now());
        return new ClockBody(
                clock.set(Ask.needed("now", Ask.instant("now", now))).toString());
    }
}
