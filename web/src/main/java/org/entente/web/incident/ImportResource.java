package org.entente.web.incident;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.gate.Refused;
import org.entente.incident.ImportOrder;
import org.entente.incident.IncidentFile;
import org.entente.incident.IncidentImports;
import org.entente.incident.RowRefused;
import org.entente.product.Drafts;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** Takes in a CSV file of events, and publishes what an import brought. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    @Inject
    private IncidentImports imports;

    @Inject
    private Drafts drafts;

    /**
     * What an import did.
     *
     * @param present rows that this organisation had taken in before
     */
    public record ImportBody(String id, List<String> added, int present, List<RowRefused> refused) {}

    /** What publishing an import did. */
    public record PublishedBody(String id, List<String> published) {}

    @POST
    @Consumes("text/csv")
    public ImportBody take(
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("marking") @Nullable String marking,
            @QueryParam("mission") @Nullable String mission,
            @QueryParam("grade") @Nullable String grade,
            InputStream csv)
            throws IOException {
        String given = grade == null || grade.isBlank() ? "F6" : grade.strip();
        if (!given.matches("[A-F][1-6]")) {
            throw Refused.malformed("malformed", "grade", "PKI-03", "A grade is a letter A to F and a digit 1 to 6.");
        }
        ImportOrder order = new ImportOrder(
                UUID.randomUUID().toString(),
                Ask.needed("organisation", Ask.text(organisation)),
                Ask.needed("marking", Ask.text(marking)),
                Ask.text(mission),
                given.substring(0, 1),
                given.substring(1));
        imports.begin(order);
        // whole before the first row is taken in: a file that is too large, or breaks off, must leave nothing behind
        String text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        ImportRun run = new ImportRun(order, IncidentFile.read(new StringReader(text)));
        run.take(imports, Integer.MAX_VALUE);
        return new ImportBody(order.id(), run.getAdded(), run.getPresent(), run.getRefused());
    }

    @POST
    @Path("{id}/publication")
    @Consumes(MediaType.WILDCARD)
    public PublishedBody publish(@PathParam("id") String id, @QueryParam("damage") @Nullable String damage) {
        List<String> published = new ArrayList<>();
        for (String number : imports.waiting(id)) {
            published.add(drafts.publishAsFiled(number, Ask.text(damage)).number());
        }
        return new PublishedBody(id, published);
    }
}
