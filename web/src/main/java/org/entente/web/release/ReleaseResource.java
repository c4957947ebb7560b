package org.entente.web.release;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.entente.gate.Refused;
import org.entente.release.Consents;
import org.entente.release.ReleaseLine;
import org.entente.release.ReleaseView;
import org.entente.release.Releases;
import org.entente.release.Stage;
import org.entente.release.Step;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Releases as partners' systems see them. */
@Path("/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    @Inject
    private Releases releases;

    @Inject
    private Consents consents;

    @GET
    public List<ReleaseLine> list(
            @QueryParam("state") @Nullable String state, @QueryParam("product") @Nullable String product) {
        return releases.list(stage(Ask.text(state)), Ask.text(product));
    }

    @GET
    @Path("{id}")
    public ReleaseView see(@PathParam("id") String id) {
        return releases.see(id);
    }

    @POST
    @Path("{id}/steps/{step}")
    public ReleaseView step(
            @PathParam("id") String id,
            @PathParam("step") String step,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable StepBody body) {
        String shown = Ask.seen(seen);
        StepBody said = body == null ? new StepBody("APPROVE", null, null, null, null) : body;
        return switch (known(step)) {
            case CHECK -> releases.check(id, said.saying(), shown);
            case CONSENT -> consents.answerAll(id, said.answer(), shown);
            case ASK_AGAIN -> releases.askAgain(id, said.reasonOnly());
            case RISK -> releases.reviewRisk(id, said.saying(), shown);
            case AUTHORISATION -> releases.authorise(id, said.saying(), shown);
            case REGISTRATION -> releases.register(id, shown);
            case RECEIPT -> releases.receive(id, shown);
            case ACKNOWLEDGEMENT -> releases.acknowledge(id);
            case USE_REPORT -> releases.reportUse(id, said.reasonOnly());
            case REVIEW -> releases.review(id, said.saying(), shown);
            case REPORT -> releases.report(id, said.reasonOnly());
            case RECALL -> releases.recall(id, said.reasonOnly());
            case DISPOSAL -> releases.dispose(id, said.reasonOnly());
            case CANCELLATION -> releases.cancel(id, said.reasonOnly());
        };
    }

    private static Step known(String slug) {
        return Arrays.stream(Step.values())
                .filter(s -> s.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static @Nullable Stage stage(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Stage.values())
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.malformed(
                        "malformed", "state", "SYNTAX", "'state' is one of " + List.of(Stage.values()) + "."));
    }
}
