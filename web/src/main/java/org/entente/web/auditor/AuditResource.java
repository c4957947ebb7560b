package org.entente.web.auditor;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.auditor.AccessTimes;
import org.entente.auditor.AuditEvents;
import org.entente.auditor.EventFile;
import org.entente.auditor.EventFilter;
import org.entente.auditor.EventPage;
import org.entente.auditor.EventView;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** The record, as far as it concerns the auditor who asks. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    private AuditEvents events;

    @Inject
    private AccessTimes times;

    /** A day of access. */
    public record AccessDayBody(String day, long opened, long denied) {}

    /** A page of events. */
    public record EventsBody(
            List<EventView> items, @JsonbNillable @Nullable String next) {}

    @GET
    @Path("events")
    public EventsBody events(
            @QueryParam("product") @Nullable String product,
            @QueryParam("person") @Nullable String person,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("action") @Nullable String action,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        EventPage page = events.list(
                new EventFilter(
                        Ask.text(product),
                        Ask.text(person),
                        Ask.text(organisation),
                        Ask.text(action),
                        Ask.text(outcome),
                        Ask.instant("from", from),
                        Ask.instant("to", to)),
                Ask.limit(limit),
                after);
        return new EventsBody(page.items(), page.next());
    }

    /** One event and its place in the log. */
    @GET
    @Path("events/{event}")
    public EventFile event(@PathParam("event") String event) {
        return events.see(event);
    }

    /** What was opened and denied, day by day. */
    @GET
    @Path("access")
    public List<AccessDayBody> access(
            @QueryParam("product") @Nullable String product,
            @QueryParam("person") @Nullable String person,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return times.days(Ask.text(product), Ask.text(person), Ask.day("from", from), Ask.dayAfter("to", to)).stream()
                .map(d -> new AccessDayBody(d.day().toString(), d.opened(), d.denied()))
                .toList();
    }
}
