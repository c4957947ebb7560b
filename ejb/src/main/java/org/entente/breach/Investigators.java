package org.entente.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.product.Circulation;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/** Who may investigate a case: a security officer who had no part in the product's way, if need be another organisation's (AUD-10). */
@ApplicationScoped
class Investigators {
    @Inject
    private Gate gate;

    @Inject
    private ChainOfAccess chain;

    @Inject
    private Circulation circulation;

    /** Whether a case waits for somebody who is independent, and nobody of those whose it is now could be. */
    boolean wanting(BreachCase on, Moment moment) {
        BreachStep next = BreachStep.after(on.state());
        boolean nobody = officers(on.organisation(), moment).isEmpty();
        if (next == null || !(next.independent() || nobody)) {
            return false;
        }
        String passedTo = on.passedTo();
        return !able(on, on.organisation(), moment) && (passedTo == null || !able(on, passedTo, moment));
    }

    /** Whether nobody is left where it happened: then whoever investigates takes every step. */
    boolean alone(BreachCase on) {
        return officers(on.organisation(), gate.moment()).isEmpty();
    }

    /** Whether there is somebody elsewhere to whom it could pass. */
    boolean somebody(BreachCase on, Moment moment) {
        return elsewhere(on, moment).findAny().isPresent();
    }

    private Stream<Hat> elsewhere(BreachCase on, Moment moment) {
        return moment.world().hats().stream()
                .filter(h -> serves(h, moment))
                .filter(h -> !h.organisation().equals(on.organisation()))
                .filter(h -> independent(on, h));
    }

    /**
     * To whom it passes: to the originator of the product, who must learn of it anyway; else to those who may know of the product;
     * else to anybody who could, without the product's name. Null where there is nobody at all.
     */
    @Nullable
    String next(BreachCase on) {
        return elsewhere(on, gate.moment())
                .min(Comparator.comparing((Hat h) -> !h.organisation().equals(on.originator()))
                        .thenComparing(h -> !knows(on, h))
                        .thenComparing(Hat::organisation))
                .map(Hat::organisation)
                .orElse(null);
    }

    /** Whether a hat may know which product a case is about. */
    boolean knows(BreachCase on, Hat hat) {
        String product = on.product();
        return product == null || circulation.mayKnow(product, hat);
    }

    boolean independent(BreachCase on, Hat hat) {
        String product = on.product();
        return product == null || !chain.holds(product, hat.person());
    }

    private boolean able(BreachCase on, String organisation, Moment moment) {
        return officers(organisation, moment).stream().anyMatch(h -> independent(on, h));
    }

    private static List<Hat> officers(String organisation, Moment moment) {
        return moment.world().hats().stream()
                .filter(h -> h.organisation().equals(organisation) && serves(h, moment))
                .toList();
    }

    private static boolean serves(Hat hat, Moment moment) {
        return BreachStep.openTo(hat) && hat.liveAt(moment.now());
    }
}
