package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Questions of others about what draws on one's products. */
@ApplicationScoped
class DerivationInbox implements Inbox {
    @Inject
    private Leaves leaves;

    @Inject
    private Givers givers;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        if (Collections.disjoint(hat.roles(), Action.ANSWER_DERIVATION.roles())) {
            return List.of();
        }
        return leaves.open(hat.organisation()).stream()
                .filter(d -> givers.waitsFor(d, hat) && review.known(source(d)))
                .map(d -> Matter.one(
                        Matter.Kind.DERIVATION,
                        d.number(),
                        d.source(),
                        shelf.newest(source(d)).marking(),
                        d.asker(),
                        "CLS-44",
                        d.askedAt(),
                        null,
                        now))
                .toList();
    }

    private Product source(Derivation derivation) {
        return Objects.requireNonNull(shelf.find(derivation.source()));
    }
}
