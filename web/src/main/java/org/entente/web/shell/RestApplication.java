package org.entente.web.shell;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST contract lives under /api. */
@ApplicationPath("/api")
public class RestApplication extends Application {}
