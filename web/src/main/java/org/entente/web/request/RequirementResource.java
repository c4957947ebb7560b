package org.entente.web.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.entente.request.RequirementView;
import org.entente.request.Requirements;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Priority intelligence requirements of one's own organisation. */
@Path("/requirements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequirementResource {
    @Inject
    private Requirements requirements;

    @Context
    private UriInfo uri;

    /** A requirement as it is stated. */
    public record RequirementBody(
            @Nullable String text,
            @Nullable String marking,
            @Nullable String from,
            @Nullable String to) {}

    /** The number under which it is kept. */
    public record NumberBody(String number) {}

    /** A product that answers. */
    public record RequirementAnswerBody(@Nullable String product) {}

    @GET
    public List<RequirementView> list() {
        return requirements.list();
    }

    @POST
    public Response state(@HeaderParam("Idempotency-Key") @Nullable String key, RequirementBody body) {
        RequirementBody stated = Ask.needed("body", body);
        String number = requirements.state(
                Ask.needed("text", stated.text()),
                Ask.needed("marking", stated.marking()),
                Ask.instant("from", stated.from()),
                Ask.instant("to", stated.to()),
                Ask.idempotencyKey(key));
        return Response.created(uri.getAbsolutePathBuilder().path(number).build())
                .entity(new NumberBody(number))
                .build();
    }

    @POST
    @Path("{number}/answers")
    public void answer(@PathParam("number") String number, RequirementAnswerBody body) {
        requirements.answer(
                number, Ask.needed("product", Ask.needed("body", body).product()));
    }
}
