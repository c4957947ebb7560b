package org.entente.web.product;

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
import org.entente.product.Derivatives;
import org.entente.product.GoneSource;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** Sources of a product that are gone, and what its originator decides about it. */
@Path("/products/{number}/gone-sources/{source}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GoneSourceResource {
    @Inject
    private Derivatives derivatives;

    /** KEEP or WITHDRAW, and why. */
    public record DerivativeDecision(
            @Nullable String verdict, @Nullable String reason) {}

    @GET
    public GoneSource see(@PathParam("number") String number, @PathParam("source") String source) {
        return derivatives.see(number, source);
    }

    @POST
    @Path("decision")
    public GoneSource decide(
            @PathParam("number") String number,
            @PathParam("source") String source,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            DerivativeDecision given) {
        DerivativeDecision body = Ask.needed("body", given);
        return derivatives.decide(
                number,
                source,
                Chosen.word(GoneSource.Verdict.class, body.verdict(), "verdict"),
                Ask.text(body.reason()),
                Ask.seen(seen));
    }
}
