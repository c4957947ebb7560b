package org.entente.web.shell;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.entente.gate.Caller;

/** Every answer to a change carries the number of its event, for which a proof can be fetched: a receipt. */
@Provider
public class Receipts implements ContainerResponseFilter {
    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        UUID receipt = caller.receipt();
        if (receipt != null && response.getStatus() < 300) {
            response.getHeaders().putSingle("Entente-Event", receipt.toString());
        }
    }
}
