package org.entente.web.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.entente.organisation.Hats;
import org.entente.organisation.Myself;

/** Who the bearer of this token is here. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    private Hats hats;

    @GET
    public Myself me() {
        return hats.me();
    }
}
