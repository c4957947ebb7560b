package org.entente.web.shell;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The REST contract lives under /api. */
@ApplicationPath("/api")
@OpenAPIDefinition(info = @Info(title = "Entente", version = "1"))
public class RestApplication extends Application {}
