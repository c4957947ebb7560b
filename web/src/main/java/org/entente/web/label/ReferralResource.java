package org.entente.web.label;

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
import org.entente.label.ReferralView;
import org.entente.label.Referrals;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Referrals to the competent human rights office. */
@Path("/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReferralResource {
    @Inject
    private Referrals referrals;

    /** A referral as it is sent. */
    public record ReferralBody(
            @Nullable String product,
            @Nullable String matter,
            @Nullable String text) {}

    @GET
    public List<ReferralView> list() {
        return referrals.list();
    }

    @POST
    public Response refer(ReferralBody given) {
        ReferralBody body = Ask.needed("body", given);
        return Response.status(Response.Status.CREATED)
                .entity(referrals.refer(
                        Ask.needed("product", body.product()),
                        Ask.needed("matter", body.matter()),
                        Ask.needed("text", body.text())))
                .build();
    }

    @POST
    @Path("{number}/taking-up")
    @Consumes(MediaType.WILDCARD)
    public ReferralView takeUp(@PathParam("number") String number) {
        return referrals.takeUp(number);
    }
}
