package org.entente.web.waiting;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.waiting.Matter;
import org.entente.waiting.Matters;

/** What waits for the acting hat, due first. */
@Path("/desk")
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
    @Inject
    private Matters matters;

    @GET
    public List<Matter> mine() {
        return matters.mine();
    }
}
