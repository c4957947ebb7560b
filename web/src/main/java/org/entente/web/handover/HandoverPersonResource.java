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
import org.entente.handover.PersonView;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Officers who change hats. */
@Path("/handovers/{number}/persons")
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

    @GET
    public List<PersonView> persons(@PathParam("number") String number) {
        return persons.persons(number);
    }

    @POST
    public List<PersonView> rehat(@PathParam("number") String number, RehattingBody given) {
        RehattingBody body = Ask.needed("body", given);
        List<String> roles = body.roles();
        return persons.rehat(
                number,
                new HandoverPersons.Rehatting(
                        Ask.needed("oldHat", body.oldHat()),
                        Ask.text(body.newHat()),
                        Ask.each("roles", roles),
                        Ask.text(body.post()),
                        Ask.text(body.clearance())));
    }
}
