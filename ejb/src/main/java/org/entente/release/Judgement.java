package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.product.Circulating;
import org.entente.product.Circulation;

/** Judges like a release what would go abroad by another way: arrangement and cap, exclusion, consents, due diligence. */
@ApplicationScoped
public class Judgement {
    @Inject
    private Circulation circulation;

    @Inject
    private FactFinder finder;

    /** What objects to the originator's letting this product go to that organisation now. */
    public List<Objection> against(String number, String recipient) {
        Circulating product = circulation.get(number);
        ReleaseFacts facts = finder.facts(product, product.originator(), List.of(recipient), null);
        List<Objection> objections = new ArrayList<>(ReleaseRules.objections(facts));
        if (!facts.unlisted().isEmpty()) {
            objections.add(new Objection(
                    "recipients", "CAV-02", "The label lets it go to others only: " + product.marking() + "."));
        }
        return objections;
    }
}
