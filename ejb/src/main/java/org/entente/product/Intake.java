package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.entente.marking.Vocabulary;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/** Takes in what comes from elsewhere: filed and submitted at once, in the caller's transaction, each original only once. */
@ApplicationScoped
public class Intake {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Versions versions;

    @Inject
    private Labelling labelling;

    /**
     * Files one original for the acting hat. One whose marks are all {@code UNKNOWN} came in unmarked: from then on only a
     * classification officer of this organisation reads it, its importer no longer (CLS-02).
     *
     * @param source the collection it comes from, {@code original} its id there
     * @return its number here; null if this organisation has it already
     */
    public @Nullable String take(Filing filing, String importId, String source, String original) {
        Hat hat = gate.hat();
        if (shelf.tookIn(hat.organisation(), source, original)) {
            return null;
        }
        Moment moment = gate.moment();
        boolean unmarked = filing.portions().stream()
                .allMatch(portion -> Vocabulary.folded(portion.marking()).equals(Marking.UNKNOWN));
        Labelled labelled = unmarked
                ? labelling.unmarked(filing, hat.organisation(), moment)
                : labelling.label(filing, hat.organisation(), moment);
        String number = Numbers.draw(hat.organisation());
        Product product = new Product(number, labelled.type(), labelled.mission(), hat, moment.now());
        gate.decideOwn(number, hat.organisation(), labelled.banner().canonical(), true);
        product.madeBy(Units.of(hat, moment.world().policy().world()));
        product.importedAs(importId);
        Version version = versions.write(product, labelled, hat.person(), moment.now());
        Completeness.check(product.type(), version);
        product.submit(moment.now());
        shelf.flush();
        shelf.takenIn(hat.organisation(), source, original, product);
        return number;
    }

    public List<String> waiting(String importId, String organisation) {
        return shelf.imported(importId).stream()
                .filter(p ->
                        p.state() == ProductState.SUBMITTED && p.originator().equals(organisation))
                .map(Product::number)
                .toList();
    }
}
