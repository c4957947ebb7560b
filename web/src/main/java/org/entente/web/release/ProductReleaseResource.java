package org.entente.web.release;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.entente.release.ReleaseView;
import org.entente.release.Releases;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Asks that one product be released. */
@Path("/products/{number}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductReleaseResource {
    @Inject
    private Releases releases;

    @Context
    private UriInfo uri;

    @POST
    public Response request(
            @PathParam("number") String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            ReleaseRequestBody body) {
        ReleaseView release = releases.request(number, Ask.needed("body", body).asking(), Ask.idempotencyKey(key));
        return Response.created(uri.getBaseUriBuilder()
                        .path("releases")
                        .path(release.number())
                        .build())
                .entity(release)
                .build();
    }
}
