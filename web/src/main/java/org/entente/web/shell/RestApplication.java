package org.entente.web.shell;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST contract lives under /api. */
@ApplicationPath("/api")
public class RestApplication extends Application {
    /** The contract is the OpenAPI document; a second description that the server makes up by itself is left out. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
