package org.entente.web.auditor;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import java.util.Objects;
import org.entente.auditor.Replay;
import org.entente.auditor.Replays;
import org.entente.transparency.Bundles;
import org.entente.transparency.LogHealth;
import org.entente.transparency.LogRecords;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** The cosigned log: its note, its tiles, proofs; decisions taken again. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
    @Inject
    private LogRecords log;

    @Inject
    private Bundles bundles;

    @Inject
    private Replays replays;

    @GET
    @Path("checkpoint")
    @Produces("text/plain; charset=utf-8")
    public byte[] checkpoint() {
        return log.checkpoint();
    }

    @GET
    @Path("tile/{path:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] tile(@PathParam("path") String path) {
        return log.tile("tile/" + path);
    }

    /** A ZIP archive that {@code entente-cli.jar verify} checks offline. */
    @GET
    @Path("bundle")
    @Produces("application/zip")
    public StreamingOutput bundle(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        java.nio.file.Path file =
                bundles.take(Objects.requireNonNullElse(AskedIn.index("from", from), 0L), AskedIn.index("to", to));
        return out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
    }

    @GET
    @Path("health")
    public LogHealth health() {
        return log.health();
    }

    @GET
    @Path("proof")
    @Produces("text/plain; charset=utf-8")
    public byte[] proof(@QueryParam("event") @Nullable String event) {
        return log.proof(Ask.needed("event", Ask.text(event)));
    }

    @GET
    @Path("events/{event}/replay")
    public Replay replay(@PathParam("event") String event) {
        return replays.replay(event);
    }
}
