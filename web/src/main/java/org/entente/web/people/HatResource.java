package org.entente.web.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.entente.people.ActView;
import org.entente.people.Appointments;
import org.entente.people.Suspensions;
import org.entente.people.Vetting;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** What is done to one hat: what gives is proposed (201, an act), what takes away happens at once (204). */
@Path("/hats/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HatResource {
    @Inject
    private Appointments appointments;

    @Inject
    private Vetting vetting;

    @Inject
    private Suspensions suspensions;

    @PathParam("id")
    private String hat = "";

    /** Where and how long a hat serves. */
    public record AssignmentBody(
            @Nullable String mission,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    @POST
    @Path("assignments")
    public Response assign(AssignmentBody given) {
        AssignmentBody body = Ask.needed("body", given);
        return PeopleResource.proposed(appointments.assign(
                hat,
                Ask.needed("mission", Ask.text(body.mission())),
                Ask.instant("from", body.from()),
                Ask.instant("to", body.to()),
                body.reason()));
    }

    /** A level of the organisation's own scheme. */
    public record ClearanceBody(
            @Nullable String level,
            @Nullable String to,
            @Nullable String reason) {}

    @POST
    @Path("clearances")
    public Response clear(ClearanceBody given) {
        ClearanceBody body = Ask.needed("body", given);
        return PeopleResource.proposed(vetting.clear(
                hat, Ask.needed("level", Ask.text(body.level())), Ask.instant("to", body.to()), body.reason()));
    }

    @POST
    @Path("clearances/withdrawal")
    public void withdrawClearance(Reason reason) {
        vetting.withdraw(hat, Ask.needed("body", reason).reason());
    }

    /** Under which scheme somebody was briefed, and when; today without a date. */
    public record BriefingBody(
            @Nullable String scheme,
            @Nullable String on,
            @Nullable String reason) {}

    @POST
    @Path("briefings")
    public Response brief(BriefingBody given) {
        BriefingBody body = Ask.needed("body", given);
        return PeopleResource.proposed(vetting.brief(
                hat, Ask.needed("scheme", Ask.text(body.scheme())), Ask.instant("on", body.on()), body.reason()));
    }

    @POST
    @Path("conduct")
    public Response conduct(Reason reason) {
        return PeopleResource.proposed(
                vetting.conduct(hat, Ask.needed("body", reason).reason()));
    }

    @POST
    @Path("suspension")
    public Response suspend(Reason reason) {
        ActView act = suspensions.suspend(
                hat, Ask.needed("reason", Ask.needed("body", reason).reason()));
        return act == null ? Response.noContent().build() : PeopleResource.proposed(act);
    }

    /** Another organisation's auditor: its own head confirms it. */
    @POST
    @Path("auditor-suspension")
    public Response suspendAuditor(Reason reason) {
        return PeopleResource.proposed(
                suspensions.suspendAuditor(hat, Ask.needed("body", reason).reason()));
    }

    @POST
    @Path("suspension/lifting")
    public Response lift(Reason reason) {
        return PeopleResource.proposed(
                suspensions.lift(hat, Ask.needed("body", reason).reason()));
    }

    /** When a hat ends, and why; at once without an instant. */
    public record EndingBody(@Nullable String at, @Nullable String reason) {}

    @POST
    @Path("ending")
    public void end(EndingBody given) {
        EndingBody body = Ask.needed("body", given);
        appointments.end(hat, Ask.instant("at", body.at()), body.reason());
    }
}
