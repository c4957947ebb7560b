package org.entente.web.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;

/** The schemes and how their levels compare; assumed rows say so. */
@Path("/schemes")
@Produces(MediaType.APPLICATION_JSON)
public class SchemeResource {
    @Inject
    private Schemes schemes;

    @GET
    public List<SchemeView> schemes() {
        return schemes.list();
    }
}
