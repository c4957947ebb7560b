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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.product.DerivationView;
import org.entente.product.Derivations;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Originators' consents that what draws on their products is marked less strictly. */
@Path("/derivations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DerivationResource {
    @Inject
    private Derivations derivations;

    /** A question as it is asked. */
    public record DerivationBody(
            @Nullable String source,
            @Nullable List<String> paragraphs,
            @Nullable String marking,
            @Nullable String purpose) {}

    /** The originator's answer; {@code reference} where it came on paper. */
    public record DerivationAnswerBody(
            @Nullable Boolean granted,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable String lapses) {}

    @GET
    public List<DerivationView> list() {
        return derivations.list();
    }

    @GET
    @Path("{number}")
    public DerivationView see(@PathParam("number") String number) {
        return derivations.see(number);
    }

    /** One question to each originator. */
    @POST
    public Response ask(DerivationBody given) {
        DerivationBody body = Ask.needed("body", given);
        List<String> paragraphs = Ask.needed("paragraphs", body.paragraphs());
        paragraphs.forEach(p -> Ask.needed("paragraphs", p));
        return Response.status(Response.Status.CREATED)
                .entity(derivations.ask(new Derivations.Asking(
                        Ask.needed("source", body.source()),
                        paragraphs,
                        Ask.needed("marking", body.marking()),
                        Ask.needed("purpose", body.purpose()))))
                .build();
    }

    @POST
    @Path("{number}/answer")
    public DerivationView answer(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            DerivationAnswerBody given) {
        DerivationAnswerBody body = Ask.needed("body", given);
        return derivations.answer(
                number,
                new Derivations.Answer(
                        Ask.needed("granted", body.granted()),
                        Ask.text(body.reason()),
                        Ask.text(body.reference()),
                        Ask.instant("lapses", body.lapses())),
                Ask.seen(seen));
    }
}
