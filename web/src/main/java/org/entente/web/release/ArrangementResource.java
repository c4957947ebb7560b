package org.entente.web.release;

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
import org.entente.release.ArrangementOffer;
import org.entente.release.ArrangementView;
import org.entente.release.Arrangements;
import org.entente.release.WrittenAgreement;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Sharing arrangements. */
@Path("/arrangements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ArrangementResource {
    @Inject
    private Arrangements arrangements;

    /** The paper on which it was agreed, where the receiver has nobody here. */
    public record WrittenBody(
            @Nullable String reference,
            @Nullable String date,
            @Nullable String scan) {}

    /** An arrangement as its giver proposes it, or enters it from a paper. */
    public record ArrangementBody(
            @Nullable String receiver,
            @Nullable String mission,
            @Nullable String cap,
            @Nullable List<@Nullable String> without,
            @Nullable String approver,
            @Nullable String from,
            @Nullable String to,
            @Nullable String basis,
            @Nullable String conditions,
            @Nullable WrittenBody written) {
        ArrangementOffer offer() {
            return new ArrangementOffer(
                    Ask.needed("receiver", receiver),
                    Ask.text(mission),
                    Ask.needed("cap", cap),
                    Ask.each("without", without),
                    Ask.text(approver),
                    Ask.instant("from", from),
                    Ask.instant("to", to),
                    Ask.needed("basis", basis),
                    Ask.text(conditions));
        }
    }

    @GET
    public List<ArrangementView> list() {
        return arrangements.list();
    }

    @GET
    @Path("{number}")
    public ArrangementView see(@PathParam("number") String number) {
        return arrangements.see(number);
    }

    @POST
    public Response propose(ArrangementBody given) {
        ArrangementBody body = Ask.needed("body", given);
        WrittenBody written = body.written();
        ArrangementView made = written == null
                ? arrangements.propose(body.offer())
                : arrangements.enter(
                        body.offer(),
                        new WrittenAgreement(
                                Ask.needed("written.reference", written.reference()),
                                Ask.needed("written.date", Ask.date("written.date", written.date())),
                                Ask.text(written.scan())));
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @POST
    @Path("{number}/agreement")
    @Consumes(MediaType.WILDCARD)
    public ArrangementView agree(
            @PathParam("number") String number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        return arrangements.agree(number, Ask.seen(seen));
    }

    @POST
    @Path("{number}/confirmation")
    @Consumes(MediaType.WILDCARD)
    public ArrangementView confirm(
            @PathParam("number") String number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        return arrangements.confirm(number, Ask.seen(seen));
    }

    @POST
    @Path("{number}/suspension")
    public ArrangementView suspend(@PathParam("number") String number, Reason reason) {
        return arrangements.suspend(number, given(reason));
    }

    @POST
    @Path("{number}/resumption")
    public ArrangementView resume(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            Reason reason) {
        return arrangements.resume(number, given(reason), Ask.seen(seen));
    }

    @POST
    @Path("{number}/end")
    public ArrangementView end(@PathParam("number") String number, Reason reason) {
        return arrangements.end(number, given(reason));
    }

    private static String given(Reason reason) {
        return Ask.needed("reason", Ask.needed("body", reason).reason());
    }
}
