package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.entente.access.Outcome;
import org.entente.gate.Gate;
import org.entente.gate.Shared;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** Who may know of a published product now, for features that name products: by the one policy, and nothing else of it. */
@ApplicationScoped
public class Sightings {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    public boolean mayKnow(String number, Hat hat) {
        Shared product = published(number);
        return product != null && known(product, hat);
    }

    /** Whether anybody of that organisation may, in a hat that is valid now. */
    public boolean somebodyMayKnow(String number, String organisation) {
        Shared product = published(number);
        Instant now = gate.moment().now();
        return product != null
                && gate.moment().world().hats().stream()
                        .filter(h -> h.organisation().equals(organisation) && h.liveAt(now))
                        .anyMatch(h -> known(product, h));
    }

    private boolean known(Shared product, Hat hat) {
        return gate.moment()
                        .world()
                        .policy()
                        .decide(
                                hat,
                                product.access(),
                                product.number(),
                                product.published(),
                                gate.moment().now(),
                                true,
                                product.portions())
                        .outcome()
                        .compareTo(Outcome.HIDDEN)
                > 0;
    }

    private @Nullable Shared published(String number) {
        Product product = shelf.find(number);
        if (product == null || product.state() != ProductState.PUBLISHED) {
            return null;
        }
        return shelf.classFacts(Objects.requireNonNull(product.classId()))
                .shared(
                        number,
                        Objects.requireNonNull(product.published()),
                        gate.moment().world().policy());
    }
}
