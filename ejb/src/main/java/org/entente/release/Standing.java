package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.entente.access.Outcome;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;

/** Who may know of a release: those of its own side who may know of the product, and recipients once it is on its way. */
@ApplicationScoped
class Standing {
    enum Capacity {
        NONE,
        INSIDE,
        RECIPIENT
    }

    @Inject
    private Circulation circulation;

    Capacity of(ReleaseRequest release, Circulating product, Hat hat) {
        String organisation = hat.organisation();
        if (organisation.equals(release.releaser()) || organisation.equals(product.originator())) {
            return known(product, hat) ? Capacity.INSIDE : Capacity.NONE;
        }
        boolean went = release.isTo(organisation)
                && (release.stored().handedOver()
                        || release.recipient(organisation).handedAt() != null);
        boolean office = Step.RECEIPT.openTo(hat) || Step.ACKNOWLEDGEMENT.openTo(hat) || Step.AUTHORISATION.openTo(hat);
        return went && office ? Capacity.RECIPIENT : Capacity.NONE;
    }

    boolean known(Circulating product, Hat hat) {
        return product.published()
                ? circulation.outcomeFor(hat, product.number()).compareTo(Outcome.HIDDEN) > 0
                : product.originator().equals(hat.organisation())
                        && (product.author().equals(hat.person())
                                || circulation.outcomeFor(hat, product.number()) == Outcome.PERMIT);
    }
}
