package org.entente.web.label;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.label.Labels;
import org.entente.product.Circulating;
import org.entente.product.Relabelling;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** The label of one product. */
@Path("/products/{number}/label")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProductLabelResource {
    @Inject
    private Labels labels;

    /** A new label as it comes over the wire. */
    public record LabelBody(
            @Nullable List<String> portions,
            @Nullable String titleMarking,
            @Nullable String marking,
            @Nullable String compilationReason,
            @Nullable String reason) {}

    /** What the product is marked with now. */
    public record Labelled(String number, int version, String marking, List<String> portions) {}

    @POST
    public Response relabel(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            LabelBody given) {
        LabelBody body = Ask.needed("body", given);
        List<String> portions = Ask.needed("portions", body.portions());
        portions.forEach(p -> Ask.needed("portions", p));
        Circulating after = labels.relabel(
                number,
                new Relabelling.Label(
                        portions,
                        Ask.text(body.titleMarking()),
                        Ask.text(body.marking()),
                        Ask.text(body.compilationReason())),
                body.reason(),
                Ask.seen(seen));
        return Response.ok(new Labelled(after.number(), after.version(), after.marking(), after.portionMarkings()))
                .build();
    }
}
