package org.entente.web.shell;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The REST contract lives under /api. */
@ApplicationPath("/api")
@OpenAPIDefinition(info = @Info(title = "Entente", version = "1"))
public class RestApplication extends Application {
    /** The contract is the OpenAPI document; a second description that the server makes up by itself is left out. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
