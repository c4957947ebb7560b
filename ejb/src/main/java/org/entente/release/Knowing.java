package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.entente.access.Outcome;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;

/** Who may know of a release, and from which side. */
@ApplicationScoped
class Knowing {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private FactFinder finder;

    /** From where a hat looks at a release. */
    enum Capacity {
        NONE,
        INSIDE,
        RECIPIENT
    }

    /** Those of its own side who may know of the product, and recipients once it is on its way. */
    Capacity capacity(ReleaseRequest release, Circulating product, Hat hat) {
        return capacity(release, product, hat, () -> known(product, hat));
    }

    /** The same where many products have been looked at together. */
    Capacity capacity(ReleaseRequest release, Circulation.Seen seen, Hat hat) {
        return capacity(release, seen.product(), hat, () -> known(seen.product(), hat, seen.outcome()));
    }

    private Capacity capacity(ReleaseRequest release, Circulating product, Hat hat, BooleanSupplier known) {
        if (release.requestedAt().isAfter(gate.moment().now())) {
            return Capacity.NONE; // an exercise holds what is yet to come
        }
        String organisation = hat.organisation();
        if (organisation.equals(release.releaser())
                || finder.originators(product).contains(organisation)) {
            // who let something go answers for it, also when they no longer hold it themselves
            boolean theirs = release.requester().equals(hat.person()) && organisation.equals(release.releaser());
            return theirs || known.getAsBoolean() ? Capacity.INSIDE : Capacity.NONE;
        }
        boolean went = release.isTo(organisation)
                && (release.stored().handedOver()
                        || release.recipient(organisation).handedAt() != null);
        boolean office = Step.RECEIPT.openTo(hat) || Step.USE_REPORT.openTo(hat) || Step.AUTHORISATION.openTo(hat);
        return went && office ? Capacity.RECIPIENT : Capacity.NONE;
    }

    /** Whether a giver has somebody on this platform who can answer for its information. */
    boolean answersHere(String giver) {
        Instant now = gate.moment().now();
        return gate.moment().world().hats().stream()
                .anyMatch(h -> h.organisation().equals(giver) && h.liveAt(now) && Step.CONSENT.openTo(h));
    }

    boolean known(Circulating product, Hat hat) {
        return known(product, hat, circulation.outcomeFor(hat, product.number()));
    }

    private static boolean known(Circulating product, Hat hat, Outcome outcome) {
        return product.published()
                ? outcome.compareTo(Outcome.HIDDEN) > 0
                : product.originator().equals(hat.organisation())
                        && (product.author().equals(hat.person()) || outcome == Outcome.PERMIT);
    }
}
