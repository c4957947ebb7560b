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
import org.entente.mission.MissionView;
import org.entente.mission.Missions;
import org.entente.mission.RelationType;
import org.entente.mission.RelationView;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** Missions as a dated graph. */
@Path("/missions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MissionResource {
    @Inject
    private Missions missions;

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

    @GET
    public List<MissionView> list() {
        return missions.list();
    }

    @POST
    public Response found(MissionBody given) {
        MissionBody body = Ask.needed("body", given);
        EndsBody ends = body.ends();
        return created(missions.found(new Missions.Founding(
                Ask.needed("code", body.code()),
                Ask.needed("name", body.name()),
                Ask.needed("mandate", body.mandate()),
                Ask.text(body.hostState()),
                Ask.needed("leads", body.leads()),
                Ask.instant("begins", body.begins()),
                ends == null ? Ends.NONE : ends.ends())));
    }

    @PUT
    @Path("{code}/ends")
    public MissionView end(@PathParam("code") String code, EndsBody ends) {
        return missions.end(code, Ask.needed("body", ends).ends());
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
                Ask.instant("reviewDue", body.reviewDue()))));
    }

    /** Missions part that stood side by side or worked as one. */
    @POST
    @Path("relationships/{number}/ending")
    public RelationView part(@PathParam("number") String number) {
        return missions.part(number);
    }

    private static Response created(Object made) {
        return Response.status(Response.Status.CREATED).entity(made).build();
    }
}
