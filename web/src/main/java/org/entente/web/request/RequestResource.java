package org.entente.web.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.entente.gate.Refused;
import org.entente.request.Forwardings;
import org.entente.request.Pair;
import org.entente.request.Party;
import org.entente.request.RefusalReason;
import org.entente.request.Replies;
import org.entente.request.RequestFilter;
import org.entente.request.RequestLine;
import org.entente.request.RequestReceipt;
import org.entente.request.RequestState;
import org.entente.request.RequestView;
import org.entente.request.Requests;
import org.entente.request.Step;
import org.entente.request.Use;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Requests for information between organisations. */
@Path("/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequestResource {
    private static final String KEY = "Idempotency-Key";
    private static final String EXPERT = "EXPERT";

    @Inject
    private Requests requests;

    @Inject
    private Replies replies;

    @Inject
    private Forwardings forwardings;

    @Context
    private UriInfo uri;

    @GET
    public List<RequestLine> list(
            @QueryParam("state") @Nullable String state, @QueryParam("role") @Nullable String role) {
        boolean expert = EXPERT.equals(role);
        return requests.list(new RequestFilter(
                expert ? Party.ADDRESSEE : Codes.restriction(Party.class, "role", role),
                Codes.restriction(RequestState.class, "state", state),
                expert));
    }

    @POST
    public Response ask(@HeaderParam(KEY) @Nullable String key, AskingBody body) {
        RequestReceipt receipt = requests.ask(Ask.needed("body", body).asking(), Ask.idempotencyKey(key));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(receipt.number()).build())
                .entity(receipt)
                .build();
    }

    @GET
    @Path("reciprocity")
    public List<Pair> reciprocity(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return requests.reciprocity(Ask.instant("from", from), Ask.instant("to", to));
    }

    @GET
    @Path("{number}")
    public RequestView read(@PathParam("number") String number) {
        return requests.read(number);
    }

    @POST
    @Path("{number}/answer")
    public RequestReceipt answer(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, AnswerBody body) {
        AnswerBody answer = Ask.needed("body", body);
        return replies.answer(
                number,
                AskingBody.words("products", Ask.needed("products", answer.products())),
                Ask.text(answer.text()),
                Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/refusal")
    public RequestReceipt refuse(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, RefusalBody body) {
        RefusalBody refusal = Ask.needed("body", body);
        return replies.refuse(
                number,
                Codes.ifKnown(RefusalReason.class, Ask.needed("reason", refusal.reason())),
                Ask.needed("text", refusal.text()),
                Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/routing")
    public RequestReceipt route(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, RoutingBody body) {
        return replies.route(
                number,
                AskingBody.words(
                        "experts",
                        Ask.needed("experts", Ask.needed("body", body).experts())),
                Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/withdrawal")
    public RequestReceipt withdraw(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, Reason body) {
        return requests.withdraw(number, reason(body), Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/forwarding")
    public RequestReceipt forward(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, ForwardingBody body) {
        return forwardings.forward(number, Ask.needed("body", body).forwarding(), Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/return")
    public RequestReceipt giveBack(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, Reason body) {
        return forwardings.giveBack(number, reason(body), Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/settlement")
    public RequestReceipt settle(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, SettlementBody body) {
        SettlementBody settlement = Ask.needed("body", body);
        String organisation = Ask.needed("organisation", settlement.organisation());
        return switch (Codes.ifKnown(Step.class, Ask.needed("decision", settlement.decision()))) {
            case PASS_ON -> forwardings.passOn(number, organisation, Ask.idempotencyKey(key));
            case HOLD_BACK ->
                forwardings.holdBack(
                        number, organisation, Ask.needed("reason", settlement.reason()), Ask.idempotencyKey(key));
            case null, default ->
                throw Refused.malformed("malformed", "decision", "SYNTAX", "'decision' is PASS_ON or HOLD_BACK.");
        };
    }

    @POST
    @Path("{number}/feedback")
    public RequestReceipt feedBack(
            @PathParam("number") String number, @HeaderParam(KEY) @Nullable String key, FeedbackBody body) {
        FeedbackBody feedback = Ask.needed("body", body);
        return requests.feedBack(
                number,
                Ask.needed("organisation", feedback.organisation()),
                Codes.ifKnown(Use.class, Ask.needed("used", feedback.used())),
                Ask.text(feedback.text()),
                Ask.idempotencyKey(key));
    }

    private static String reason(@Nullable Reason body) {
        return Ask.needed("reason", Ask.needed("body", body).reason());
    }
}
