package org.entente.web.product;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.product.DraftLine;
import org.entente.product.Drafts;
import org.entente.product.LeftDraft;
import org.entente.product.LeftDrafts;
import org.entente.product.Receipt;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** What is on its way: one's own drafts, and what waits for an officer. */
@Path("/drafts")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    @Inject
    private Drafts drafts;

    @Inject
    private LeftDrafts left;

    @GET
    public List<DraftLine> mine() {
        return drafts.mine();
    }

    @GET
    @Path("queue")
    public List<DraftLine> queue() {
        return drafts.queue();
    }

    /** Headers of drafts whose author wears no hat of the organisation any more. */
    @GET
    @Path("left")
    public List<LeftDraft> left() {
        return left.list();
    }

    /** Makes the acting officer the author of one of them. */
    @POST
    @Path("left/{number}/takeover")
    @Consumes(MediaType.WILDCARD)
    public Receipt takeOver(@PathParam("number") String number, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return left.takeOver(number, Ask.idempotencyKey(key));
    }

    /** The banner that a filing would get; nothing is stored. */
    @POST
    @Path("banner")
    @Consumes(MediaType.APPLICATION_JSON)
    public BannerBody banner(FilingBody body) {
        return BannerBody.of(drafts.banner(Ask.needed("body", body).filing()));
    }
}
