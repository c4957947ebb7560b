package org.entente.web.product;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.StringReader;
import java.util.List;
import org.entente.product.Header;
import org.entente.product.Reading;
import org.entente.web.shell.Problem;
import org.jspecify.annotations.Nullable;

/** The answer where a product may be known of and its content is kept back: a problem that holds the header. */
record KeptBack(UriInfo uri, Providers providers) {

    Response answer(Reading.HeaderOnly barred) {
        Header header = barred.header();
        return withHeader(
                new Problem(
                        403,
                        "header-only",
                        "You may know of this product but not read it.",
                        header.reasons(),
                        List.of(),
                        List.of()),
                header,
                List.of(),
                null);
    }

    Response answer(Reading.AcknowledgementRequired waiting) {
        return withHeader(
                new Problem(428, "acknowledgement-required", "Acknowledge receipt and terms first."),
                waiting.header(),
                waiting.terms(),
                waiting.seen());
    }

    private Response withHeader(Problem problem, Header header, List<String> terms, @Nullable String seen) {
        Jsonb jsonb = providers
                .getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE)
                .getContext(Header.class);
        JsonObjectBuilder body = problem.builder(uri.getRequestUri().getPath());
        body.add(
                "header",
                Json.createReader(new StringReader(jsonb.toJson(header))).readObject());
        if (!terms.isEmpty()) {
            body.add("terms", Json.createArrayBuilder(terms));
        }
        return seen == null
                ? problem.response(body)
                : Response.fromResponse(problem.response(body)).tag(seen).build();
    }
}
