package org.entente.web.handover;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.handover.HandoverPersons;
import org.entente.handover.OverlapView;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Who looks in before the transfer. */
@Path("/handovers/{number}/overlap")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OverlapResource {
    @Inject
    private HandoverPersons persons;

    /** Who looks in before the transfer, at what. */
    public record OverlapBody(
            @Nullable String hat, @Nullable List<String> products) {}

    @GET
    public List<OverlapView> overlaps(@PathParam("number") String number) {
        return persons.overlaps(number);
    }

    @POST
    public List<String> overlap(@PathParam("number") String number, OverlapBody given) {
        OverlapBody body = Ask.needed("body", given);
        return persons.overlap(number, Ask.needed("hat", body.hat()), Ask.needed("products", body.products()));
    }
}
