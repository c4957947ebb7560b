package org.entente.web.shell;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;

/** The one place where what went wrong becomes an HTTP answer. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = Failures.problem(failure);
        if (Failures.unexpected(problem)) {
            LOG.log(problem.status() == 503 ? Level.WARNING : Level.ERROR, "a request failed", failure);
        }
        return problem.response(uri.getRequestUri().getPath());
    }
}
