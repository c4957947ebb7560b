package org.entente.web.shell;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.entente.gate.Seen;

/** What somebody may judge comes with a tag over what they were shown; they give it back as If-Match when they do. */
@Provider
public class Tags implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.GET)
                && response.getStatus() == 200
                && response.getEntity() instanceof Seen shown
                && shown.seen() != null) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + shown.seen() + "\"");
        }
    }
}
