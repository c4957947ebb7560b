package org.entente.web.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.entente.people.ActState;
import org.entente.people.ActView;
import org.entente.people.Acts;
import org.entente.people.Appointments;
import org.entente.people.People;
import org.entente.people.PersonnelView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** People of one's organisation, and the acts that give them rights. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleResource {
    @Inject
    private People people;

    @Inject
    private Acts acts;

    @Inject
    private Appointments appointments;

    @GET
    public People.PersonnelPage list(@BeanParam PeopleParams asked) {
        return people.list(asked.search(), Ask.text(asked.after), Ask.limit(asked.limit));
    }

    @GET
    @Path("{hat}")
    public PersonnelView one(@PathParam("hat") String hat) {
        return people.find(hat);
    }

    @POST
    @Path("persons")
    public Response enter(PersonBody given) {
        return proposed(appointments.enter(Ask.needed("body", given).entry()));
    }

    @POST
    @Path("appointments")
    public Response appoint(AppointmentBody given) {
        return proposed(appointments.appoint(Ask.needed("body", given).appointment()));
    }

    @GET
    @Path("acts")
    public Acts.ActPage acts(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return acts.list(Chosen.optional(ActState.class, state, "state"), Ask.text(after), Ask.limit(limit));
    }

    @GET
    @Path("acts/{number}")
    public ActView act(@PathParam("number") String number) {
        return acts.find(number);
    }

    /** What was shown is confirmed, no other. */
    public record ConfirmationBody(@Nullable String digest) {}

    @POST
    @Path("acts/{number}/confirmation")
    public ActView confirm(@PathParam("number") String number, ConfirmationBody given) {
        return acts.confirm(
                number, Ask.needed("digest", Ask.needed("body", given).digest()));
    }

    @POST
    @Path("acts/{number}/refusal")
    public ActView refuse(@PathParam("number") String number, Reason reason) {
        return acts.refuse(number, Ask.needed("body", reason).reason());
    }

    @POST
    @Path("acts/{number}/withdrawal")
    public ActView withdraw(@PathParam("number") String number) {
        return acts.withdraw(number);
    }

    static Response proposed(ActView act) {
        return Response.status(Response.Status.CREATED).entity(act).build();
    }
}
