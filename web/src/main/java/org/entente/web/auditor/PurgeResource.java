package org.entente.web.auditor;

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
import org.entente.auditor.PurgeView;
import org.entente.auditor.Purges;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Disposition of old events, and its certificates (AUD-13). */
@Path("/audit/purges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PurgeResource {
    @Inject
    private Purges purges;

    /** Events before which instant, and on what ground. */
    public record PurgeBody(
            @Nullable String before, @Nullable String reason) {}

    @GET
    public List<PurgeView> list() {
        return purges.list();
    }

    @POST
    public Response order(PurgeBody given) {
        PurgeBody body = Ask.needed("body", given);
        return Response.status(Response.Status.CREATED)
                .entity(purges.order(Ask.instant("before", body.before()), body.reason()))
                .build();
    }

    @POST
    @Path("{number}/approval")
    public PurgeView approve(@PathParam("number") String number) {
        return purges.approve(number);
    }
}
