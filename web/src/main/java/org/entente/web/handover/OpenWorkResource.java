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
import org.entente.handover.HandoverPersons;
import org.entente.handover.OpenWorkView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** What is under way at the transfer. */
@Path("/handovers/{number}/open-work")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OpenWorkResource {
    @Inject
    private HandoverPersons persons;

    /** What becomes of something under way. */
    public record SettlementBody(
            @Nullable String decision, @Nullable String note) {}

    @GET
    public List<OpenWorkView> openWork(@PathParam("number") String number) {
        return persons.openWork(number);
    }

    @POST
    @Path("{reference}")
    public List<OpenWorkView> settle(
            @PathParam("number") String number, @PathParam("reference") String reference, SettlementBody given) {
        SettlementBody body = Ask.needed("body", given);
        return persons.settle(
                number,
                reference,
                Chosen.word(OpenWorkView.Settlement.class, body.decision(), "decision"),
                Ask.text(body.note()));
    }
}
