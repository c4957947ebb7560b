package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    @Inject
    private Diligence diligence;

    /**
     * For each of these that owes due diligence the forces of a recipient that stand in the way by its assessment; those whom
     * nothing stands against are not in it (PKI-11).
     */
    public Map<String, List<String>> unassessed(Collection<String> owners, String recipient) {
        Map<String, List<String>> unassessed = new TreeMap<>();
        for (String owner : owners) {
            List<String> forces = diligence.of(owner, List.of(recipient)).all();
            if (!owner.equals(recipient) && !forces.isEmpty()) {
                unassessed.put(owner, forces);
            }
        }
        return unassessed;
    }

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
