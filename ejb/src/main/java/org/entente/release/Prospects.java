package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;

/** What would stand in the way if a product were to be released: asked before anybody asks for it. */
@Stateless
public class Prospects {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private Knowing knowing;

    @Inject
    private FactFinder finder;

    /** For every partner who has people here now; only an officer of the originator is told. */
    @Operation(Action.SEE_AUDIENCE)
    public List<Prospect> of(String productNumber) {
        gate.asked(productNumber);
        Hat hat = gate.hat();
        Circulating product = circulation.find(productNumber);
        if (product == null) {
            throw Refused.notFound();
        }
        gate.decideOwn(
                productNumber,
                product.originator(),
                product.marking(),
                product.originator().equals(hat.organisation()) && knowing.known(product, hat));
        Instant now = gate.moment().now();
        Set<String> originators = finder.originators(product);
        return gate.moment().world().hats().stream()
                .filter(h -> h.liveAt(now))
                .map(Hat::organisation)
                .filter(o -> !originators.contains(o))
                .distinct()
                .sorted()
                .map(partner -> prospect(product, partner))
                .toList();
    }

    private Prospect prospect(Circulating product, String partner) {
        ReleaseFacts facts = finder.facts(product, product.originator(), List.of(partner), null);
        return new Prospect(partner, facts.holding().contains(partner), ReleaseRules.objections(facts));
    }
}
