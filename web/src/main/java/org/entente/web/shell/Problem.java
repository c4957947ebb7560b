package org.entente.web.shell;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.gate.Door;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 problem details. The type ends in a stable slug; what the caller may not know is not in it. */
public record Problem(
        int status, String slug, String title, List<String> reasons, List<Objection> objections, List<String> hats) {
    public static final String MEDIA_TYPE = "application/problem+json";
    static final String SECOND_FACTOR = "second-factor-required";
    private static final String TYPE = "urn:entente:problem:";

    public Problem(int status, String slug, String title) {
        this(status, slug, title, List.of(), List.of(), List.of());
    }

    public static Problem unavailable() {
        return new Problem(
                503,
                "unavailable",
                "The platform cannot answer just now. Try again; under the same Idempotency-Key nothing is done twice.");
    }

    public static Problem unauthenticated() {
        return new Problem(401, "unauthenticated", "A valid bearer token of this platform's realm is needed.");
    }

    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound r -> new Problem(404, r.slug(), r.detail());
            case Refusal.Malformed r -> new Problem(400, r.slug(), r.detail(), r.reasons(), r.objections(), List.of());
            case Refusal.Objected r -> new Problem(422, r.slug(), r.detail(), r.reasons(), r.objections(), List.of());
            case Refusal.Forbidden r -> new Problem(403, r.slug(), r.detail(), r.reasons(), List.of(), List.of());
            case Refusal.HatRequired r ->
                new Problem(400, r.slug(), r.detail(), List.of("ORG-03"), List.of(), r.hats());
            case Refusal.SecondFactorRequired r -> new Problem(401, r.slug(), r.detail());
            case Refusal.WrongState r -> new Problem(409, r.slug(), r.detail(), r.reasons(), List.of(), List.of());
            case Refusal.ChangedMeanwhile r ->
                new Problem(409, r.slug(), r.detail(), r.reasons(), r.objections(), List.of());
            case Refusal.OnlyLooking r -> new Problem(405, r.slug(), r.detail());
            case Refusal.SeenNeeded r ->
                new Problem(
                        428,
                        r.slug(),
                        r.detail(),
                        r.reasons(),
                        List.of(new Objection(HttpHeaders.IF_MATCH, "PKI-09", r.detail())),
                        List.of());
            case Refusal.Stale r -> new Problem(412, r.slug(), r.detail());
        };
    }

    /** As text; {@code instance} is the path that was asked for. */
    public String json(@Nullable String instance) {
        return builder(instance).build().toString();
    }

    /** The problem's members, for answers that add their own. */
    public JsonObjectBuilder builder(@Nullable String instance) {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", TYPE + slug)
                .add("status", status)
                .add("title", title);
        if (instance != null) {
            problem.add("instance", instance);
        }
        if (!reasons.isEmpty()) {
            problem.add("reasons", Json.createArrayBuilder(reasons));
        }
        if (!objections.isEmpty()) {
            JsonArrayBuilder all = Json.createArrayBuilder();
            objections.forEach(o -> all.add(Json.createObjectBuilder()
                    .add("field", o.field())
                    .add("rule", o.rule())
                    .add("message", o.message())));
            problem.add("objections", all);
        }
        if (!hats.isEmpty()) {
            problem.add("hats", Json.createArrayBuilder(hats));
        }
        return problem;
    }

    /** How a client that proved itself too weakly may come back (RFC 9470). */
    private @Nullable String challenge() {
        return slug.equals(SECOND_FACTOR)
                ? "Bearer error=\"insufficient_user_authentication\", acr_values=\"level2\", max_age="
                        + Door.SECOND_FACTOR_HOLDS.toSeconds()
                : null;
    }

    public Response response(@Nullable String instance) {
        return response(builder(instance));
    }

    /** The answer with these members in its body. */
    public Response response(JsonObjectBuilder body) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, status == 503 ? 5 : null)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge())
                .entity(body.build().toString())
                .build();
    }

    /** Writes the answer where no JAX-RS is at hand. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        response.getOutputStream().write(json(null).getBytes(StandardCharsets.UTF_8));
    }
}
