package org.entente.web.label;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.label.ChallengeView;
import org.entente.label.Challenges;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Challenges to levels. */
@Path("/challenges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ChallengeResource {
    @Inject
    private Challenges challenges;

    /** A challenge as it is made. */
    public record ChallengeBody(
            @Nullable String product, @Nullable String reason) {}

    /** Its answer: {@code changed} says whether the originator changes the label, which it does by itself. */
    public record ChallengeAnswerBody(
            @Nullable Boolean changed, @Nullable String answer) {}

    @GET
    public List<ChallengeView> list() {
        return challenges.list();
    }

    @POST
    public Response challenge(ChallengeBody given) {
        ChallengeBody body = Ask.needed("body", given);
        return Response.status(Response.Status.CREATED)
                .entity(challenges.challenge(Ask.needed("product", body.product()), body.reason()))
                .build();
    }

    @GET
    @Path("{number}")
    public ChallengeView see(@PathParam("number") String number) {
        return challenges.see(number);
    }

    @POST
    @Path("{number}/answer")
    public ChallengeView answer(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            ChallengeAnswerBody given) {
        ChallengeAnswerBody body = Ask.needed("body", given);
        return challenges.answer(number, Ask.needed("changed", body.changed()), body.answer(), Ask.seen(seen));
    }
}
