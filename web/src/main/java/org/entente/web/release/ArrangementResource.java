package org.entente.web.release;

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
import org.entente.release.ArrangementView;
import org.entente.release.Arrangements;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Sharing arrangements. */
@Path("/arrangements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ArrangementResource {
    @Inject
    private Arrangements arrangements;

    /** An arrangement as its giver proposes it. */
    public record ArrangementBody(
            @Nullable String receiver,
            @Nullable String mission,
            @Nullable String cap,
            @Nullable String from,
            @Nullable String to,
            @Nullable String basis,
            @Nullable String conditions) {}

    @GET
    public List<ArrangementView> list() {
        return arrangements.list();
    }

    @POST
    public Response propose(ArrangementBody given) {
        ArrangementBody body = Ask.needed("body", given);
        return Response.status(Response.Status.CREATED)
                .entity(arrangements.propose(
                        Ask.needed("receiver", body.receiver()),
                        Ask.text(body.mission()),
                        Ask.needed("cap", body.cap()),
                        Ask.instant("from", body.from()),
                        Ask.instant("to", body.to()),
                        Ask.needed("basis", body.basis()),
                        Ask.text(body.conditions())))
                .build();
    }

    @POST
    @Path("{number}/agreement")
    @Consumes(MediaType.WILDCARD)
    public ArrangementView agree(@PathParam("number") String number) {
        return arrangements.agree(number);
    }

    @POST
    @Path("{number}/suspension")
    public ArrangementView suspend(@PathParam("number") String number, Reason reason) {
        return arrangements.suspend(number, given(reason));
    }

    @POST
    @Path("{number}/resumption")
    public ArrangementView resume(@PathParam("number") String number, Reason reason) {
        return arrangements.resume(number, given(reason));
    }

    @POST
    @Path("{number}/end")
    public ArrangementView end(@PathParam("number") String number, Reason reason) {
        return arrangements.end(number, given(reason));
    }

    private static String given(Reason reason) {
        return Ask.needed("reason", Ask.needed("body", reason).reason());
    }
}
