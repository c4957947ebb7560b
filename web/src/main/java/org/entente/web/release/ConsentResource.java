package org.entente.web.release;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.release.ConsentView;
import org.entente.release.Consents;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Questions to originators. */
@Path("/consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsentResource {
    @Inject
    private Consents consents;

    @GET
    public List<ConsentView> list() {
        return consents.list();
    }

    @GET
    @Path("{number}")
    public ConsentView see(@PathParam("number") String number) {
        return consents.see(number);
    }

    @POST
    @Path("{number}/answer")
    public ConsentView answer(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            StepBody body) {
        return consents.answer(number, Ask.needed("body", body).answer(), Ask.seen(seen));
    }
}
