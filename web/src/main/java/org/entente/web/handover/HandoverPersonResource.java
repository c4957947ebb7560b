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
import org.entente.handover.PersonView;
import org.entente.handover.ResidualView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** People in a handover: new hats, residual access, overlap, open work. */
@Path("/handovers/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HandoverPersonResource {
    @Inject
    private HandoverPersons persons;

    /** An officer's new hat. */
    public record RehattingBody(
            @Nullable String oldHat,
            @Nullable String newHat,
            @Nullable List<String> roles,
            @Nullable String post,
            @Nullable String clearance) {}

    /** A condition that is on record. */
    public record ConditionBody(@Nullable String condition) {}

    /** What is left to a former officer. */
    public record ResidualBody(
            @Nullable String hat,
            @Nullable String purpose,
            @Nullable String to) {}

    /** Who looks in before the transfer, at what. */
    public record OverlapBody(
            @Nullable String hat, @Nullable List<String> products) {}

    /** What becomes of something under way. */
    public record SettlementBody(
            @Nullable String decision,
            @Nullable String to,
            @Nullable String note) {}

    @GET
    @Path("persons")
    public List<PersonView> persons(@PathParam("number") String number) {
        return persons.persons(number);
    }

    @POST
    @Path("persons")
    public List<PersonView> rehat(@PathParam("number") String number, RehattingBody given) {
        RehattingBody body = Ask.needed("body", given);
        List<String> roles = body.roles();
        return persons.rehat(
                number,
                new HandoverPersons.Rehatting(
                        Ask.needed("oldHat", body.oldHat()),
                        Ask.text(body.newHat()),
                        roles == null ? List.of() : roles,
                        Ask.text(body.post()),
                        Ask.text(body.clearance())));
    }

    @POST
    @Path("persons/{hat}/conditions")
    public List<PersonView> record(
            @PathParam("number") String number, @PathParam("hat") String hat, ConditionBody given) {
        return persons.record(
                number,
                hat,
                Chosen.word(
                        HandoverPersons.Condition.class,
                        Ask.needed("body", given).condition(),
                        "condition"));
    }

    @GET
    @Path("residual")
    public List<ResidualView> residual(@PathParam("number") String number) {
        return persons.residual(number);
    }

    @POST
    @Path("residual")
    public List<ResidualView> askResidual(@PathParam("number") String number, ResidualBody given) {
        ResidualBody body = Ask.needed("body", given);
        return persons.askResidual(
                number,
                Ask.needed("hat", body.hat()),
                Ask.needed("purpose", body.purpose()),
                Ask.needed("to", Ask.instant("to", body.to())));
    }

    @POST
    @Path("residual/{hat}/approval")
    @Consumes(MediaType.WILDCARD)
    public List<ResidualView> approveResidual(@PathParam("number") String number, @PathParam("hat") String hat) {
        return persons.approveResidual(number, hat);
    }

    @POST
    @Path("overlap")
    public List<String> overlap(@PathParam("number") String number, OverlapBody given) {
        OverlapBody body = Ask.needed("body", given);
        return persons.overlap(number, Ask.needed("hat", body.hat()), Ask.needed("products", body.products()));
    }

    @GET
    @Path("open-work")
    public List<OpenWorkView> openWork(@PathParam("number") String number) {
        return persons.openWork(number);
    }

    @POST
    @Path("open-work/{reference}")
    public List<OpenWorkView> settle(
            @PathParam("number") String number, @PathParam("reference") String reference, SettlementBody given) {
        SettlementBody body = Ask.needed("body", given);
        return persons.settle(
                number,
                reference,
                Chosen.word(OpenWorkView.Settlement.class, body.decision(), "decision"),
                Ask.text(body.to()),
                Ask.text(body.note()));
    }
}
