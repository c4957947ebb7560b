package org.entente.web.label;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.label.ReviewCalendar;
import org.entente.label.ReviewLine;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** The review calendar. */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReviewResource {
    @Inject
    private ReviewCalendar calendar;

    @GET
    public List<ReviewLine> due(@QueryParam("until") @Nullable String until) {
        return calendar.due(Ask.instant("until", until));
    }

    @POST
    @Path("{product}")
    public ReviewLine keep(
            @PathParam("product") String product,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            Reason reason) {
        return calendar.keep(product, Ask.needed("body", reason).reason(), Ask.seen(seen));
    }
}
