package org.entente.web.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.entente.organisation.Hats;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;

/** Hats of one's organisation. */
@Path("/hats")
public class HatResource {
    @Inject
    private Hats hats;

    @POST
    @Path("{id}/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    public void suspend(@PathParam("id") String id, Reason reason) {
        hats.suspend(id, Ask.needed("reason", Ask.needed("body", reason).reason()));
    }
}
