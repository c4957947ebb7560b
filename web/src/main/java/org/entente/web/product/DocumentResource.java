package org.entente.web.product;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entente.product.Reading;
import org.entente.web.document.Press;
import org.entente.web.document.Sheet;
import org.jspecify.annotations.Nullable;

/** A product as a file: a numbered copy as PDF or HTML, or its label. */
@Path("/products/{number}/document")
public class DocumentResource {
    @Inject
    private Press press;

    @Context
    private UriInfo uri;

    @Context
    private Providers providers;

    @GET
    @APIResponse(
            responseCode = "200",
            description = "format pdf or html: the next numbered copy; 4774: the label alone",
            content = {
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = "text/html"),
                @Content(mediaType = "application/xml")
            })
    public Response document(
            @PathParam("number") String number,
            @QueryParam("format") @Nullable String format,
            @QueryParam("language") @Nullable String language,
            @QueryParam("purpose") @Nullable String purpose) {
        return switch (press.take(number, format, language, purpose)) {
            case Sheet.Printed printed -> printed.file();
            case Sheet.Kept kept -> keptBack(kept.why());
        };
    }

    private Response keptBack(Reading why) {
        KeptBack keptBack = new KeptBack(uri, providers);
        return switch (why) {
            case Reading.HeaderOnly barred -> keptBack.answer(barred);
            case Reading.AcknowledgementRequired waiting -> keptBack.answer(waiting);
            case Reading.Full full -> throw new IllegalStateException("what may be read is not kept back");
            case Reading.Draft draft -> throw new IllegalStateException("a draft has no document");
        };
    }
}
