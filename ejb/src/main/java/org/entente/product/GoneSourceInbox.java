package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.identity.Hat;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Products whose source is gone: for those who decide whether they stand, and for their authors. */
@ApplicationScoped
class GoneSourceInbox implements Inbox {
    @Inject
    private GoneSources gone;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        return gone.undecided(hat.organisation()).stream()
                .filter(loss -> awaits(loss, hat))
                .map(loss -> Matter.one(
                        Matter.Kind.SOURCE_GONE,
                        loss.product(),
                        loss.product(),
                        shelf.newest(product(loss)).marking(),
                        null,
                        "PKI-13",
                        loss.at(),
                        null,
                        now))
                .distinct()
                .toList();
    }

    private boolean awaits(Losses.Loss loss, Hat hat) {
        Product product = product(loss);
        return (GoneSources.decides(loss, product, hat) || product.isBy(hat))
                && review.known(product)
                && gone.concerns(loss, hat);
    }

    private Product product(Losses.Loss loss) {
        return Objects.requireNonNull(shelf.find(loss.product()));
    }
}
