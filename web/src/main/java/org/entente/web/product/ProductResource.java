package org.entente.web.product;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.product.AudienceLine;
import org.entente.product.Drafts;
import org.entente.product.Filter;
import org.entente.product.Mention;
import org.entente.product.Products;
import org.entente.product.Purpose;
import org.entente.product.Reading;
import org.entente.product.Receipt;
import org.entente.product.Units;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.entente.web.shell.Reason;
import org.jspecify.annotations.Nullable;

/** Products as partners' systems see them. */
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductResource {
    private static final String KEY = "Idempotency-Key";

    @Inject
    private Products products;

    @Inject
    private Drafts drafts;

    @Inject
    private Units units;

    @Context
    private UriInfo uri;

    @Context
    private Providers providers;

    @GET
    @Operation(
            summary = "Products that this hat may know of",
            description =
                    "By default newest first by publication. To poll, ask with order=visible: oldest first by visibleSince,"
                            + " the instant since which a product is visible to your organisation (published by it, handed to it, opened to"
                            + " it by its marking, not before an embargo ended or an arrangement covered it). Begin without after, or with"
                            + " visibleFrom; keep next, which is there also when there is nothing more, and ask again with after=next and"
                            + " the same filter in the same hat. What lands while you ask stands after what you were given, so nothing is"
                            + " missed and nothing comes twice; a product that was taken back and handed over again comes again. What"
                            + " becomes visible because this hat itself was cleared, briefed or assigned stands where it stands for its"
                            + " organisation: begin anew then.")
    public PageBody list(
            @QueryParam("query") @Nullable String query,
            @QueryParam("mission") @Nullable String mission,
            @QueryParam("type") @Nullable String type,
            @QueryParam("originator") @Nullable String originator,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("visibleFrom") @Nullable String visibleFrom,
            @QueryParam("visibleTo") @Nullable String visibleTo,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        Filter filter = filter(query, mission, type, originator, from, to, visibleFrom, visibleTo, order);
        return PageBody.of(products.list(filter, Ask.limit(limit), after));
    }

    @GET
    @Path("count")
    public CountBody count(
            @QueryParam("query") @Nullable String query,
            @QueryParam("mission") @Nullable String mission,
            @QueryParam("type") @Nullable String type,
            @QueryParam("originator") @Nullable String originator,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("visibleFrom") @Nullable String visibleFrom,
            @QueryParam("visibleTo") @Nullable String visibleTo) {
        return new CountBody(
                products.count(filter(query, mission, type, originator, from, to, visibleFrom, visibleTo, null)));
    }

    @POST
    public Response file(@HeaderParam(KEY) @Nullable String key, FilingBody body) {
        Receipt receipt = drafts.file(Ask.needed("body", body).filing(), Ask.idempotencyKey(key));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(receipt.number()).build())
                .entity(receipt)
                .build();
    }

    @GET
    @Path("{number}")
    public Response read(@PathParam("number") String number, @QueryParam("purpose") @Nullable String stated) {
        Purpose purpose = Purpose.of(stated);
        return switch (purpose == null ? products.read(number) : products.readFor(number, purpose)) {
            case Reading.Full full ->
                Response.ok(ProductBody.of(full.product())).build();
            case Reading.Draft draft -> Response.ok(draft.draft()).build();
            case Reading.HeaderOnly barred -> new KeptBack(uri, providers).answer(barred);
            case Reading.AcknowledgementRequired waiting -> new KeptBack(uri, providers).answer(waiting);
        };
    }

    @PUT
    @Path("{number}/draft")
    public Receipt edit(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(KEY) @Nullable String key,
            FilingBody body) {
        String shown = Ask.seen(seen);
        Integer version = version(shown);
        return shown == null || version != null
                ? drafts.edit(number, Ask.needed("body", body).filing(), version, Ask.idempotencyKey(key))
                : drafts.editSeen(number, Ask.needed("body", body).filing(), shown, Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/submission")
    @Consumes(MediaType.WILDCARD)
    public Receipt submit(@PathParam("number") String number, @HeaderParam(KEY) @Nullable String key) {
        return drafts.submit(number, Ask.idempotencyKey(key));
    }

    /** Names and numbers of what was taken out that a sanitised version still says. */
    @GET
    @Path("{number}/mentions")
    public List<Mention> mentions(@PathParam("number") String number) {
        return drafts.mentions(number);
    }

    @POST
    @Path("{number}/publication")
    @Consumes(MediaType.WILDCARD)
    public Receipt publish(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(KEY) @Nullable String key,
            @Nullable String body) {
        PublicationBody said = body == null || body.isBlank() ? PublicationBody.EMPTY : Ask.needed("body", json(body));
        return drafts.publish(
                number,
                Ask.text(said.damage()),
                Ask.each("confirmed", said.confirmed()),
                Ask.seen(seen),
                Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/return")
    public Receipt returnToAuthor(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(KEY) @Nullable String key,
            Reason reason) {
        return drafts.returnToAuthor(number, reason(reason), Ask.seen(seen), Ask.idempotencyKey(key));
    }

    /** Hands it to those who are in another unit of the organisation now; answers their hats. */
    @POST
    @Path("{number}/units")
    public List<String> hand(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(KEY) @Nullable String key,
            UnitBody given) {
        UnitBody body = Ask.needed("body", given);
        return units.hand(
                number,
                Ask.needed("unit", body.unit()),
                Ask.needed("reason", body.reason()),
                Ask.seen(seen),
                Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/withdrawal")
    public Receipt withdraw(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @HeaderParam(KEY) @Nullable String key,
            WithdrawalBody given) {
        WithdrawalBody body = Ask.needed("body", given);
        return drafts.withdraw(
                number,
                Ask.needed("reason", body.reason()),
                Ask.text(body.supersededBy()),
                Ask.seen(seen),
                Ask.idempotencyKey(key));
    }

    @POST
    @Path("{number}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    public void acknowledge(@PathParam("number") String number) {
        products.acknowledge(number);
    }

    @GET
    @Path("{number}/audience")
    public List<AudienceLine> audience(@PathParam("number") String number, @QueryParam("at") @Nullable String at) {
        return products.audience(number, Ask.instant("at", at));
    }

    private static String reason(@Nullable Reason reason) {
        return Ask.needed("reason", Ask.needed("body", reason).reason());
    }

    private static Filter filter(
            @Nullable String query,
            @Nullable String mission,
            @Nullable String type,
            @Nullable String originator,
            @Nullable String from,
            @Nullable String to,
            @Nullable String visibleFrom,
            @Nullable String visibleTo,
            @Nullable String order) {
        Filter.Order by =
                Chosen.optional(Filter.Order.class, order == null ? null : order.toUpperCase(Locale.ROOT), "order");
        return new Filter(
                Ask.text(query),
                Ask.text(mission),
                Ask.text(type),
                Ask.text(originator),
                Ask.instant("from", from),
                Ask.instant("to", to),
                Ask.instant("visibleFrom", visibleFrom),
                Ask.instant("visibleTo", visibleTo),
                by == null ? Filter.Order.PUBLISHED : by);
    }

    /** The number of a version, where that is what was given. */
    private static @Nullable Integer version(@Nullable String shown) {
        return shown != null && shown.matches("[0-9]{1,9}") ? Integer.valueOf(shown) : null;
    }

    private @Nullable PublicationBody json(String body) {
        Jsonb jsonb = providers
                .getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE)
                .getContext(PublicationBody.class);
        return jsonb.fromJson(body, PublicationBody.class);
    }
}
