package org.entente.web.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.entente.request.Expert;
import org.entente.request.Experts;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** One's own organisation's roster of experts. */
@Path("/experts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExpertResource {
    @Inject
    private Experts experts;

    /** The whole roster. */
    public record RosterBody(@Nullable List<ExpertBody> experts) {
        List<Expert> roster() {
            List<Expert> all = new ArrayList<>();
            List<ExpertBody> given = Ask.needed("experts", experts);
            for (int i = 0; i < given.size(); i++) {
                all.add(Ask.needed("experts[" + i + "]", given.get(i)).expert("experts[" + i + "]"));
            }
            return all;
        }
    }

    /** One of it. */
    public record ExpertBody(
            @Nullable String hat,
            @Nullable List<String> topics,
            @Nullable List<String> areas,
            @Nullable List<String> languages) {

        Expert expert(String field) {
            return new Expert(
                    Ask.needed(field + ".hat", hat),
                    AskingBody.words(field + ".topics", topics),
                    AskingBody.words(field + ".areas", areas),
                    AskingBody.words(field + ".languages", languages));
        }
    }

    @GET
    public List<Expert> list() {
        return experts.list();
    }

    @PUT
    public List<Expert> keep(RosterBody body) {
        return experts.keep(Ask.needed("body", body).roster());
    }
}
