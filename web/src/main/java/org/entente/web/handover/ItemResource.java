package org.entente.web.handover;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.handover.Barrier;
import org.entente.handover.Bulk;
import org.entente.handover.Disposition;
import org.entente.handover.Inventories;
import org.entente.handover.ItemFilter;
import org.entente.handover.ItemStanding;
import org.entente.handover.ItemView;
import org.entente.handover.Outcome;
import org.entente.handover.Outcomes;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.jspecify.annotations.Nullable;

/** The items of a handover. */
@Path("/handovers/{number}/items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ItemResource {
    @Inject
    private Inventories inventories;

    @Inject
    private Outcomes outcomes;

    /** Which items, in the words of the list. */
    public record FilterBody(
            @Nullable String kind,
            @Nullable String disposition,
            @Nullable String outcome,
            @Nullable String level,
            @Nullable String barrier,
            boolean undisposed,
            boolean unaccounted,
            boolean free,
            boolean addendum,
            @Nullable String rule) {
        ItemFilter filter() {
            return new ItemFilter(
                    Ask.text(kind),
                    Chosen.optional(Disposition.class, disposition, "filter.disposition"),
                    Chosen.optional(Outcome.class, outcome, "filter.outcome"),
                    Ask.text(level),
                    Chosen.optional(Barrier.class, barrier, "filter.barrier"),
                    undisposed,
                    unaccounted,
                    free,
                    addendum,
                    Ask.text(rule));
        }
    }

    /** What is decided of one item, or of all that the filter admits. */
    public record DispositionBody(
            @Nullable FilterBody filter,
            @Nullable String disposition,
            @Nullable String reason,
            @Nullable String substitute,
            @Nullable String retention,
            @Nullable Boolean legalHold) {
        Inventories.Decision decision() {
            return new Inventories.Decision(
                    Chosen.optional(Disposition.class, disposition, "disposition"),
                    Ask.text(reason),
                    Ask.text(substitute),
                    Ask.text(retention),
                    legalHold);
        }
    }

    /** What became of one item, or of all that the filter admits. */
    public record OutcomeBody(
            @Nullable FilterBody filter,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String certificate,
            @Nullable List<String> witnesses) {
        Outcomes.Account account() {
            return new Outcomes.Account(
                    Chosen.word(Outcome.class, outcome, "outcome"),
                    Ask.text(reason),
                    Ask.text(certificate),
                    Ask.each("witnesses", witnesses));
        }
    }

    @GET
    public Inventories.ItemPage items(
            @PathParam("number") String number,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("disposition") @Nullable String disposition,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("level") @Nullable String level,
            @QueryParam("barrier") @Nullable String barrier,
            @QueryParam("undisposed") boolean undisposed,
            @QueryParam("unaccounted") boolean unaccounted,
            @QueryParam("addendum") boolean addendum,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("from") int from,
            @QueryParam("limit") @Nullable String limit) {
        ItemFilter filter = new FilterBody(
                        kind, disposition, outcome, level, barrier, undisposed, unaccounted, false, addendum, rule)
                .filter();
        return inventories.items(number, filter, from, Ask.limit(limit));
    }

    @GET
    @Path("{item}")
    public ItemStanding item(@PathParam("number") String number, @PathParam("item") String item) {
        return inventories.item(number, item);
    }

    @POST
    @Path("disposition")
    public Bulk disposeAll(@PathParam("number") String number, DispositionBody given) {
        DispositionBody body = Ask.needed("body", given);
        return inventories.disposeAll(number, filter(body.filter()), body.decision());
    }

    @POST
    @Path("outcome")
    public Bulk accountAll(@PathParam("number") String number, OutcomeBody given) {
        OutcomeBody body = Ask.needed("body", given);
        return outcomes.accountAll(number, filter(body.filter()), body.account());
    }

    @POST
    @Path("{item}/disposition")
    public ItemView dispose(@PathParam("number") String number, @PathParam("item") String item, DispositionBody given) {
        return inventories.dispose(number, item, Ask.needed("body", given).decision());
    }

    @POST
    @Path("{item}/outcome")
    public ItemView account(@PathParam("number") String number, @PathParam("item") String item, OutcomeBody given) {
        return outcomes.account(number, item, Ask.needed("body", given).account());
    }

    private static ItemFilter filter(@Nullable FilterBody body) {
        return body == null ? ItemFilter.NONE : body.filter();
    }
}
