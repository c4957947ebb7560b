package org.entente.web.breach;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.breach.BreachView;
import org.entente.breach.Breaches;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Breach and compromise cases. */
@Path("/breaches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BreachResource {
    @Inject
    private Breaches breaches;

    /** A case as it is reported. */
    public record BreachBody(
            @Nullable String product,
            @Nullable String what,
            @Nullable String weakness,
            @Nullable String happenedAt) {}

    /** A step as it is taken. */
    public record BreachStepBody(
            @Nullable String note, @Nullable String weakness) {}

    @GET
    public List<BreachView> list() {
        return breaches.list();
    }

    @POST
    public Response report(BreachBody given) {
        BreachBody body = Ask.needed("body", given);
        return Response.status(Response.Status.CREATED)
                .entity(breaches.report(new Breaches.Report(
                        Ask.text(body.product()),
                        body.what(),
                        body.weakness(),
                        Ask.instant("happenedAt", body.happenedAt()))))
                .build();
    }

    @GET
    @Path("{number}")
    public BreachView see(@PathParam("number") String number) {
        return breaches.see(number);
    }

    /** {@code contain}, {@code investigate}, {@code assess}, {@code inform} or {@code close}. */
    @POST
    @Path("{number}/steps/{step}")
    public BreachView step(@PathParam("number") String number, @PathParam("step") String step, BreachStepBody given) {
        BreachStepBody body = Ask.needed("body", given);
        return breaches.step(number, step, body.note(), body.weakness());
    }

    @POST
    @Path("{number}/compromise")
    public BreachView compromise(@PathParam("number") String number) {
        return breaches.compromise(number);
    }
}
