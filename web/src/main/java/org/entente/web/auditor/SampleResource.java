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
import org.entente.auditor.SampleStatistic;
import org.entente.auditor.SampleView;
import org.entente.auditor.Samples;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Random samples of classification decisions (AUD-08). */
@Path("/audit/samples")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SampleResource {
    @Inject
    private Samples samples;

    /** A sample as it is ordered; the joint auditor names the organisation. */
    public record SampleBody(
            @Nullable Integer year,
            @Nullable Integer size,
            @Nullable String seed,
            @Nullable String organisation) {}

    /** What was found about one product. */
    public record FindingBody(
            @Nullable String type, @Nullable String note) {}

    @GET
    public List<SampleView> list() {
        return samples.list();
    }

    @POST
    public Response draw(SampleBody given) {
        SampleBody body = Ask.needed("body", given);
        return Response.status(Response.Status.CREATED)
                .entity(samples.draw(
                        Ask.needed("year", body.year()),
                        Ask.needed("size", body.size()),
                        body.seed(),
                        Ask.text(body.organisation())))
                .build();
    }

    @GET
    @Path("statistics")
    public List<SampleStatistic> statistics() {
        return samples.statistics();
    }

    @GET
    @Path("{number}")
    public SampleView see(@PathParam("number") String number) {
        return samples.see(number);
    }

    @POST
    @Path("{number}/items/{product}/findings")
    public SampleView find(
            @PathParam("number") String number, @PathParam("product") String product, FindingBody given) {
        FindingBody body = Ask.needed("body", given);
        return samples.find(number, product, body.type(), body.note());
    }
}
