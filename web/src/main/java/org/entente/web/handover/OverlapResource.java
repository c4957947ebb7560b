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
import org.entente.handover.OverlapView;
import org.entente.handover.Overlaps;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Who looks in before the transfer. */
@Path("/handovers/{number}/overlap")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OverlapResource {
    @Inject
    private Overlaps overlaps;

    /** Who looks in before the transfer, at what. */
    public record OverlapBody(
            @Nullable String hat, @Nullable List<String> products) {}

    /** For whom it is approved. */
    public record PlannerBody(@Nullable String hat) {}

    @GET
    public List<OverlapView> overlaps(@PathParam("number") String number) {
        return overlaps.overlaps(number);
    }

    @POST
    public List<OverlapView> ask(@PathParam("number") String number, OverlapBody given) {
        OverlapBody body = Ask.needed("body", given);
        return overlaps.ask(
                number, Ask.needed("hat", body.hat()), Ask.each("products", Ask.needed("products", body.products())));
    }

    /** The release authority's approval, for one product. */
    @POST
    @Path("{product}/approval")
    public List<OverlapView> approve(
            @PathParam("number") String number, @PathParam("product") String product, PlannerBody given) {
        return overlaps.approve(
                number, Ask.needed("hat", Ask.needed("body", given).hat()), product);
    }
}
