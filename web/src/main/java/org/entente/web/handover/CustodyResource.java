package org.entente.web.handover;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.handover.CustodyView;
import org.entente.handover.Inventories;

/** Through whose hands a product went. */
@Path("/products/{number}/custody")
@Produces(MediaType.APPLICATION_JSON)
public class CustodyResource {
    @Inject
    private Inventories inventories;

    @GET
    public List<CustodyView> custody(@PathParam("number") String number) {
        return inventories.custody(number);
    }
}
