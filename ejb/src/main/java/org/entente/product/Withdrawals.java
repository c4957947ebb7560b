package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.entente.gate.Gate;
import org.jspecify.annotations.Nullable;

/** Takes a product back, and follows it to its recipients and to what was built on it (PKI-13). In the caller's transaction. */
@ApplicationScoped
class Withdrawals {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private GoneSources gone;

    @Inject
    private Event<Withdrawn> withdrawn;

    void withdraw(Product product, String reason, @Nullable String successor) {
        boolean shared = product.state() == ProductState.PUBLISHED;
        product.withdraw(reason, gate.moment().now());
        if (shared) {
            shelf.changed(product);
            withdrawn.fire(new Withdrawn(product.number(), successor, reason));
            gone.gone(product, GoneSource.How.WITHDRAWN, successor);
        }
    }
}
