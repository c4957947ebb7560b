package org.entente.web.release;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.release.DueDiligence;
import org.entente.release.ForceView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Due diligence on partners' security forces. */
@Path("/forces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DueDiligenceResource {
    @Inject
    private DueDiligence dueDiligence;

    /** A review as it is recorded. */
    public record ForceReviewBody(
            @Nullable String risk,
            @Nullable String mitigation,
            @Nullable String from,
            @Nullable String to) {}

    @GET
    public List<ForceView> forces() {
        return dueDiligence.forces();
    }

    @POST
    @Path("{code}/reviews")
    public ForceView review(@PathParam("code") String code, ForceReviewBody given) {
        ForceReviewBody body = Ask.needed("body", given);
        return dueDiligence.review(
                code,
                Ask.needed("risk", body.risk()),
                Ask.text(body.mitigation()),
                Ask.instant("from", body.from()),
                Ask.instant("to", body.to()));
    }

    @POST
    @Path("{code}/flags")
    public ForceView flag(@PathParam("code") String code, Reason reason) {
        return dueDiligence.flag(
                code, Ask.needed("reason", Ask.needed("body", reason).reason()));
    }
}
