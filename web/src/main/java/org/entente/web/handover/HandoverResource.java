package org.entente.web.handover;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.handover.Act;
import org.entente.handover.ConsentView;
import org.entente.handover.Givers;
import org.entente.handover.Handovers;
import org.entente.handover.Inventories;
import org.entente.handover.LessonView;
import org.entente.handover.PlanView;
import org.entente.handover.Reconciliation;
import org.entente.handover.Report;
import org.entente.handover.Reports;
import org.entente.web.document.Press;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Handover plans, from the first draft to the report. */
@Path("/handovers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HandoverResource {
    @Inject
    private Handovers handovers;

    @Inject
    private Reports reports;

    @Inject
    private Press press;

    @Inject
    private Inventories inventories;

    @Inject
    private Givers givers;

    /** A plan to be drawn up. */
    public record PlanBody(
            @Nullable String relation,
            @Nullable String predecessor,
            @Nullable String successor,
            @Nullable String toa,
            @Nullable String cochairFrom,
            @Nullable String cochairTo) {}

    /** What is signed, and which digest of it was shown. */
    public record SignatureBody(
            @Nullable String act,
            @Nullable String digest,
            @Nullable String note) {}

    /** Steps left out, and why. */
    public record AccelerationBody(
            @Nullable List<Integer> waived, @Nullable String reason) {}

    /** Whether it is suspended, and why. */
    public record SuspensionBody(
            @Schema(type = SchemaType.BOOLEAN) @Nullable Boolean suspended,
            @Nullable String reason) {}

    /** When authority passes. */
    public record ToaBody(@Nullable String toa) {}

    /** When answers are due. */
    public record DueBody(@Nullable String due) {}

    /** A giver's answer. */
    public record AnswerBody(
            @Schema(type = SchemaType.BOOLEAN) @Nullable Boolean granted,
            @Nullable String reason,
            @Nullable String alternative,
            @Nullable String reference) {}

    /** A giver's same answer to many questions. */
    public record AnswersBody(
            @Nullable List<String> numbers,
            @Schema(type = SchemaType.BOOLEAN) @Nullable Boolean granted,
            @Nullable String reason) {}

    /** What is kept for the next time. */
    public record LessonsBody(@Nullable String text) {}

    @GET
    public List<PlanView> list() {
        return handovers.list();
    }

    @POST
    public Response draft(PlanBody given) {
        PlanBody body = Ask.needed("body", given);
        return Response.status(Response.Status.CREATED)
                .entity(handovers.draft(new Handovers.Drafting(
                        Ask.needed("relation", body.relation()),
                        Ask.needed("predecessor", body.predecessor()),
                        Ask.needed("successor", body.successor()),
                        Ask.needed("toa", Ask.instant("toa", body.toa())),
                        Ask.needed("cochairFrom", body.cochairFrom()),
                        Ask.needed("cochairTo", body.cochairTo()))))
                .build();
    }

    /** What earlier handovers leave to the next. */
    @GET
    @Path("lessons")
    public List<LessonView> lessons() {
        return handovers.lessons();
    }

    @GET
    @Path("{number}")
    public PlanView see(@PathParam("number") String number) {
        return handovers.see(number);
    }

    @PUT
    @Path("{number}/toa")
    public PlanView postpone(@PathParam("number") String number, ToaBody body) {
        return handovers.postpone(
                number,
                Ask.needed("toa", Ask.instant("toa", Ask.needed("body", body).toa())));
    }

    @POST
    @Path("{number}/steps/{ordinal}")
    @Consumes(MediaType.WILDCARD)
    public PlanView step(@PathParam("number") String number, @PathParam("ordinal") int ordinal) {
        return handovers.step(number, ordinal);
    }

    @POST
    @Path("{number}/inventory")
    @Consumes(MediaType.WILDCARD)
    public PlanView takeInventory(@PathParam("number") String number) {
        return handovers.takeInventory(number);
    }

    @POST
    @Path("{number}/signatures")
    public PlanView sign(@PathParam("number") String number, SignatureBody given) {
        SignatureBody body = Ask.needed("body", given);
        return handovers.sign(
                number,
                Chosen.word(Act.class, body.act(), "act"),
                Ask.needed("digest", body.digest()),
                Ask.text(body.note()));
    }

    @POST
    @Path("{number}/execution")
    @Consumes(MediaType.WILDCARD)
    public PlanView carryOut(@PathParam("number") String number) {
        return handovers.carryOut(number);
    }

    @POST
    @Path("{number}/suspension")
    public PlanView suspend(@PathParam("number") String number, SuspensionBody given) {
        SuspensionBody body = Ask.needed("body", given);
        return handovers.suspend(
                number, Ask.needed("suspended", body.suspended()), Ask.needed("reason", body.reason()));
    }

    @POST
    @Path("{number}/abortion")
    public PlanView abort(@PathParam("number") String number, Reason given) {
        return handovers.abort(
                number, Ask.needed("reason", Ask.needed("body", given).reason()));
    }

    @POST
    @Path("{number}/acceleration")
    public PlanView accelerate(@PathParam("number") String number, AccelerationBody given) {
        AccelerationBody body = Ask.needed("body", given);
        List<Integer> waived = body.waived();
        return handovers.accelerate(number, waived == null ? List.of() : waived, Ask.needed("reason", body.reason()));
    }

    @POST
    @Path("{number}/waiver")
    public PlanView waive(@PathParam("number") String number, Reason given) {
        return handovers.waiveBenchmarks(
                number, Ask.needed("reason", Ask.needed("body", given).reason()));
    }

    @PUT
    @Path("{number}/lessons")
    public PlanView lessons(@PathParam("number") String number, LessonsBody given) {
        return handovers.lessons(
                number, Ask.needed("text", Ask.needed("body", given).text()));
    }

    @GET
    @Path("{number}/reconciliation")
    public Reconciliation reconciliation(@PathParam("number") String number) {
        return inventories.reconciliation(number);
    }

    @GET
    @Path("{number}/report")
    public Report report(@PathParam("number") String number) {
        return reports.of(number);
    }

    /** The same on paper, with its banner on each page. */
    @GET
    @Path("{number}/report/document")
    @Produces({"application/pdf", "text/html"})
    @APIResponse(
            responseCode = "200",
            description = "format pdf or html",
            content = {@Content(mediaType = "application/pdf"), @Content(mediaType = "text/html")})
    public Response reportDocument(
            @PathParam("number") String number,
            @QueryParam("format") @Nullable String format,
            @QueryParam("language") @Nullable String language) {
        return press.report(number, format, language).file();
    }

    @GET
    @Path("{number}/consents")
    public List<ConsentView> consents(@PathParam("number") String number) {
        return givers.of(number);
    }

    @POST
    @Path("{number}/consents")
    public List<ConsentView> ask(@PathParam("number") String number, @Nullable DueBody body) {
        return givers.ask(number, body == null ? null : Ask.instant("due", body.due()));
    }

    @GET
    @Path("consents")
    public List<ConsentView> asked() {
        return givers.asked();
    }

    @POST
    @Path("consents/answers")
    public Givers.Answered answerAll(AnswersBody given) {
        AnswersBody body = Ask.needed("body", given);
        return givers.answerAll(
                Ask.each("numbers", Ask.needed("numbers", body.numbers())),
                Ask.needed("granted", body.granted()),
                Ask.text(body.reason()));
    }

    @POST
    @Path("consents/{number}/answer")
    public ConsentView answer(@PathParam("number") String number, AnswerBody given) {
        AnswerBody body = Ask.needed("body", given);
        return givers.answer(
                number,
                Ask.needed("granted", body.granted()),
                Ask.text(body.reason()),
                Ask.text(body.alternative()),
                Ask.text(body.reference()));
    }
}
