package org.entente.web.organisation;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.entente.organisation.HatView;
import org.entente.organisation.Hats;
import org.entente.organisation.Myself;
import org.jspecify.annotations.Nullable;

/** Who the bearer of this token is here. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    @Inject
    private Hats hats;

    /** The caller as the contract has it; organisation and acting hat are there even when they are null. */
    @JsonbNillable
    public record MeBody(
            String person,
            String name,
            String language,
            @Nullable String organisation,
            List<HatView> hats,
            @Nullable String acting) {}

    @GET
    public MeBody me() {
        Myself me = hats.me();
        return new MeBody(me.person(), me.name(), me.language(), me.organisation(), me.hats(), me.acting());
    }
}
