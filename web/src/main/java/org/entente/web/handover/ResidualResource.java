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
import org.entente.handover.ResidualView;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** What former officers may still read. */
@Path("/handovers/{number}/residual")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ResidualResource {
    @Inject
    private HandoverPersons persons;

    /** What is left to a former officer. */
    public record ResidualBody(
            @Nullable String hat,
            @Nullable String purpose,
            @Nullable String to) {}

    @GET
    public List<ResidualView> residual(@PathParam("number") String number) {
        return persons.residual(number);
    }

    @POST
    public List<ResidualView> askResidual(@PathParam("number") String number, ResidualBody given) {
        ResidualBody body = Ask.needed("body", given);
        return persons.askResidual(
                number,
                Ask.needed("hat", body.hat()),
                Ask.needed("purpose", body.purpose()),
                Ask.needed("to", Ask.instant("to", body.to())));
    }

    @POST
    @Path("{hat}/approval")
    @Consumes(MediaType.WILDCARD)
    public List<ResidualView> approveResidual(@PathParam("number") String number, @PathParam("hat") String hat) {
        return persons.approveResidual(number, hat);
    }
}
