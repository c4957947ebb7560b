package org.entente.web.release;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.release.BreakGlass;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Breaks the glass for a threat to life. */
@Path("/products/{number}/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BreakGlassResource {
    private static final int USUAL_HOURS = 72;

    @Inject
    private BreakGlass breakGlass;

    /** An emergency as it comes over the wire. */
    public record EmergencyBody(
            @Nullable List<String> recipients,
            @Nullable List<String> portions,
            @Nullable String threat,
            @Nullable String reason,
            @Nullable String briefing,
            @Nullable Integer hours) {}

    @POST
    public Response letGo(@PathParam("number") String number, EmergencyBody given) {
        EmergencyBody body = Ask.needed("body", given);
        List<String> recipients = Ask.needed("recipients", body.recipients());
        recipients.forEach(r -> Ask.needed("recipients", r));
        List<String> portions = Ask.needed("portions", body.portions());
        portions.forEach(p -> Ask.needed("portions", p));
        return Response.status(Response.Status.CREATED)
                .entity(breakGlass.letGo(
                        number,
                        new BreakGlass.Emergency(
                                recipients,
                                portions,
                                Ask.needed("threat", body.threat()),
                                Ask.needed("reason", body.reason()),
                                Ask.needed("briefing", body.briefing()),
                                body.hours() == null ? USUAL_HOURS : body.hours())))
                .build();
    }
}
