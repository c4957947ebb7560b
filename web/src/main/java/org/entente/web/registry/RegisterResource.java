package org.entente.web.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.entente.gate.Refused;
import org.entente.registry.Direction;
import org.entente.registry.RegisterEntry;
import org.entente.registry.Registers;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A registry's book in the columns of its accounting. */
@Path("/register")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    @Inject
    private Registers registers;

    @GET
    public List<RegisterEntry> entries(
            @QueryParam("registry") @Nullable String registry,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return registers.entries(
                Ask.text(registry), direction(Ask.text(direction)), Ask.instant("from", from), Ask.instant("to", to));
    }

    private static @Nullable Direction direction(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(Direction.values())
                        .filter(d -> d.name().equals(word))
                        .findFirst()
                        .orElseThrow(() ->
                                Refused.malformed("malformed", "direction", "SYNTAX", "'direction' is OUT or IN."));
    }
}
