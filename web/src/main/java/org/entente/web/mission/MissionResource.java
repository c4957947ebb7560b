package org.entente.web.mission;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.mission.BenchmarkStatus;
import org.entente.mission.Ends;
import org.entente.mission.Founding;
import org.entente.mission.MissionProposals;
import org.entente.mission.MissionView;
import org.entente.mission.Missions;
import org.entente.mission.Proposal;
import org.entente.mission.RelationType;
import org.entente.mission.RelationView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Missions as a dated graph. */
@Path("/missions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MissionResource {
    @Inject
    private Missions missions;

    @Inject
    private MissionProposals proposals;

    /** The four ends of a mission. */
    public record EndsBody(
            @Nullable String legal,
            @Nullable String operational,
            @Nullable String realignment,
            @Nullable String liquidation) {
        Ends ends() {
            return new Ends(
                    Ask.instant("legal", legal),
                    Ask.instant("operational", operational),
                    Ask.instant("realignment", realignment),
                    Ask.instant("liquidation", liquidation));
        }
    }

    /** A mission to be set up. */
    public record MissionBody(
            @Nullable String code,
            @Nullable String name,
            @Nullable String mandate,
            @Nullable String hostState,
            @Nullable List<String> leads,
            @Nullable String begins,
            @Nullable EndsBody ends) {}

    /** A contributor or a phase. */
    public record DatedBody(
            @Nullable String name,
            @Nullable String from,
            @Nullable String to) {
        MissionView.Dated dated() {
            return new MissionView.Dated(Ask.needed("name", name), Ask.instant("from", from), Ask.instant("to", to));
        }
    }

    /** What a mission is to have reached. */
    public record BenchmarkBody(
            @Nullable String text,
            @Nullable String source,
            @Nullable String owner) {}

    /** How far a benchmark is. */
    public record AssessmentBody(
            @Nullable String status, @Nullable String evidence) {}

    /** An edge of the graph. */
    public record RelationBody(
            @Nullable String to,
            @Nullable String type,
            @Nullable String from,
            @Nullable String until,
            @Nullable String overlapFrom,
            @Nullable String reviewDue) {}

    /** One more lead. */
    public record LeadBody(@Nullable String organisation) {}

    /** The State that hosts a mission; none if it is left out. */
    public record HostBody(@Nullable String hostState) {}

    /** The dates of a relation. */
    public record DatesBody(
            @Nullable String until,
            @Nullable String overlapFrom,
            @Nullable String reviewDue) {}

    @GET
    public List<MissionView> list() {
        return missions.list();
    }

    @POST
    public Response found(MissionBody given) {
        MissionBody body = Ask.needed("body", given);
        EndsBody ends = body.ends();
        return created(missions.found(new Founding(
                Ask.needed("code", body.code()),
                Ask.needed("name", body.name()),
                Ask.needed("mandate", body.mandate()),
                Ask.text(body.hostState()),
                Ask.each("leads", Ask.needed("leads", body.leads())),
                Ask.instant("begins", body.begins()),
                ends == null ? Ends.NONE : ends.ends())));
    }

    @PUT
    @Path("{code}/ends")
    public Response end(@PathParam("code") String code, EndsBody ends) {
        return proposed(missions.end(code, Ask.needed("body", ends).ends()));
    }

    @POST
    @Path("{code}/leads")
    public Response lead(@PathParam("code") String code, LeadBody lead) {
        return created(missions.lead(
                code, Ask.needed("organisation", Ask.needed("body", lead).organisation())));
    }

    @PUT
    @Path("{code}/host")
    public Response host(@PathParam("code") String code, HostBody host) {
        return proposed(missions.host(code, Ask.text(Ask.needed("body", host).hostState())));
    }

    /** What is proposed about missions, by or to the acting organisation. */
    @GET
    @Path("proposals")
    public List<Proposal> proposals() {
        return proposals.list();
    }

    @POST
    @Path("proposals/{number}/agreement")
    @Consumes(MediaType.WILDCARD)
    public Proposal agree(@PathParam("number") String number) {
        return proposals.agree(number);
    }

    @POST
    @Path("proposals/{number}/refusal")
    public Proposal refuse(@PathParam("number") String number, Reason reason) {
        return proposals.refuse(number, given(reason));
    }

    @POST
    @Path("proposals/{number}/withdrawal")
    public Proposal withdraw(@PathParam("number") String number, Reason reason) {
        return proposals.withdraw(number, given(reason));
    }

    /** The acting organisation leads it no longer. */
    @POST
    @Path("{code}/leaving")
    public MissionView leave(@PathParam("code") String code) {
        return missions.leave(code);
    }

    @POST
    @Path("{code}/contributors")
    public MissionView contribute(@PathParam("code") String code, DatedBody contributor) {
        return missions.contribute(code, Ask.needed("body", contributor).dated());
    }

    @POST
    @Path("{code}/phases")
    public MissionView phase(@PathParam("code") String code, DatedBody phase) {
        return missions.phase(code, Ask.needed("body", phase).dated());
    }

    @POST
    @Path("{code}/benchmarks")
    public MissionView benchmark(@PathParam("code") String code, BenchmarkBody given) {
        BenchmarkBody body = Ask.needed("body", given);
        return missions.benchmark(
                code,
                Ask.needed("text", body.text()),
                Ask.needed("source", body.source()),
                Ask.needed("owner", body.owner()));
    }

    @PUT
    @Path("benchmarks/{number}")
    public MissionView assess(@PathParam("number") String number, AssessmentBody given) {
        AssessmentBody body = Ask.needed("body", given);
        return missions.assess(
                number, Chosen.word(BenchmarkStatus.class, body.status(), "status"), Ask.text(body.evidence()));
    }

    @GET
    @Path("{code}/relationships")
    public List<RelationView> relations(@PathParam("code") String code) {
        return missions.relations().stream()
                .filter(r -> r.from().equals(code) || r.to().equals(code))
                .toList();
    }

    @POST
    @Path("{code}/relationships")
    public Response relate(@PathParam("code") String code, RelationBody given) {
        RelationBody body = Ask.needed("body", given);
        return created(missions.relate(new RelationView(
                "",
                code,
                Ask.needed("to", body.to()),
                Chosen.word(RelationType.class, body.type(), "type"),
                Ask.instant("from", body.from()),
                Ask.instant("until", body.until()),
                Ask.instant("overlapFrom", body.overlapFrom()),
                Ask.instant("reviewDue", body.reviewDue()),
                List.of())));
    }

    /** Other dates for a relation. */
    @PUT
    @Path("relationships/{number}/dates")
    public Response date(@PathParam("number") String number, DatesBody given) {
        DatesBody body = Ask.needed("body", given);
        return proposed(missions.date(
                number,
                Ask.instant("until", body.until()),
                Ask.instant("overlapFrom", body.overlapFrom()),
                Ask.instant("reviewDue", body.reviewDue())));
    }

    /** Missions are to part that stood side by side or worked as one. */
    @POST
    @Path("relationships/{number}/ending")
    public Response part(@PathParam("number") String number) {
        return created(missions.part(number));
    }

    private static String given(Reason reason) {
        return Ask.needed("reason", Ask.needed("body", reason).reason());
    }

    /** It waits for those whom it binds. */
    private static Response proposed(Proposal proposal) {
        return Response.accepted(proposal).build();
    }

    private static Response created(Object made) {
        return Response.status(Response.Status.CREATED).entity(made).build();
    }
}
