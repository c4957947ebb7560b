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
import org.entente.release.DelegationView;
import org.entente.release.Delegations;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Delegations of the release authority. */
@Path("/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DelegationResource {
    @Inject
    private Delegations delegations;

    /** A delegation as it is asked for. */
    public record DelegationBody(
            @Nullable String to,
            @Nullable String ceiling,
            @Nullable List<String> types,
            @Nullable String from,
            @Nullable String until) {}

    @GET
    public List<DelegationView> list() {
        return delegations.list();
    }

    @POST
    public Response delegate(DelegationBody given) {
        DelegationBody body = Ask.needed("body", given);
        List<String> types = body.types() == null ? List.of() : body.types();
        types.forEach(t -> Ask.needed("types", t));
        return Response.status(Response.Status.CREATED)
                .entity(delegations.delegate(
                        Ask.needed("to", body.to()),
                        Ask.needed("ceiling", body.ceiling()),
                        types,
                        Ask.instant("from", body.from()),
                        Ask.instant("until", body.until())))
                .build();
    }

    @POST
    @Path("{number}/revocation")
    public void revoke(@PathParam("number") String number, Reason reason) {
        delegations.revoke(
                number, Ask.needed("reason", Ask.needed("body", reason).reason()));
    }
}
