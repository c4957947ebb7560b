package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.product.Circulating;
import org.entente.product.Circulation;

/**
 * What draws on a source that is gone goes no further until its originator has decided whether it stands (PKI-13). Which source
 * that is, and that there is one, is shown to those alone who might know of it; anybody else who would take the step is refused
 * and told no more than that its originator is looking at it.
 */
@ApplicationScoped
class Reconsidered {
    private static final String RULE = "PKI-13";

    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    boolean waits(Circulating product) {
        return !circulation.undecidedSources(product.number()).isEmpty();
    }

    /** What the acting hat may know of what stands in the way. */
    List<Objection> shown(Circulating product) {
        return circulation.undecidedSources(product.number()).stream()
                .filter(s -> circulation.mayKnowGone(product.number(), s, gate.hat()))
                .map(s -> new Objection(
                        "product",
                        RULE,
                        s + ": it draws on this, which is gone, and its originator has not decided whether it stands."))
                .toList();
    }

    /** The same for whoever would take a step: something stands in the way, also of those who may not know what. */
    List<Objection> objections(Circulating product) {
        List<Objection> all = new ArrayList<>(shown(product));
        if (all.size() < circulation.undecidedSources(product.number()).size()) {
            all.add(new Objection("product", RULE, product.number() + ": its originator is looking at it again."));
        }
        return all;
    }

    void object(Circulating product) {
        List<Objection> objections = objections(product);
        if (!objections.isEmpty()) {
            throw new Refused(
                    new Refusal.Objected("objections", "Rules stand in the way of this release.", objections));
        }
    }
}
