package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Refused;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.entente.marking.Marking;

/**
 * Extracts for an imminent threat to life: the least that helps, for named readers, published at once without its officer
 * (CAV-12). The originator stays who it was, and the level too: an emergency declassifies nothing.
 */
@ApplicationScoped
public class Extracts {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Versions versions;

    @Inject
    private Labelling labelling;

    @Inject
    private Marks marks;

    @Inject
    private Products products;

    @Inject
    private Review review;

    /** Makes and publishes one for these posts; answers its number. Throws what CAV-12 forbids. */
    public String of(String parent, List<String> portionIds, Collection<String> readers) {
        if (!(products.readFor(parent, Purpose.LABELLING) instanceof Reading.Full full)) {
            throw Refused.forbidden("header-only", "Only what you may read yourself can be extracted.", "CAV-12");
        }
        Product original = Objects.requireNonNull(shelf.find(parent));
        Version version = shelf.newest(original);
        Objections objections = new Objections();
        if (!marks.of(original.originator(), version.marking()).eyesOnly().isEmpty()) {
            objections.add("portions", "CAV-12", "EYES ONLY holds against everything.");
        }
        List<PortionFiling> kept = new ArrayList<>();
        for (String id : portionIds) {
            PortionView portion = full.product().portions().stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (portion == null) {
                objections.add("portions", "CAV-12", "There is no portion '" + id + "' that you may read.");
            } else if (marks.of(original.originator(), portion.marking())
                    .controls()
                    .contains(Control.SOURCE)) {
                objections.add("portions", "CAV-12", "Portion " + id + " would identify a human source.");
            } else {
                kept.add(filing(portion, original.originator(), readers));
            }
        }
        if (portionIds.isEmpty()) {
            objections.add("portions", "CAV-12", "Name the portions that help.");
        }
        objections.throwIfAny("objections", "The glass does not break for this.");
        Filing filing = new Filing(
                original.type().name(),
                "Threat to life",
                null,
                original.mission(),
                kept,
                null,
                null,
                full.product().likelihood(),
                full.product().confidence());
        Labelled labelled = labelling.label(filing, original.originator(), gate.moment());
        Product extract = new Product(
                Numbers.draw(original.originator()),
                original.type(),
                original.originator(),
                original.mission(),
                gate.hat(),
                gate.moment().now());
        extract.madeBy(original.unit());
        extract.sanitisedFrom(parent, portionIds);
        extract.inEmergency();
        Version written = versions.write(
                extract, labelled, gate.hat().person(), gate.moment().now());
        extract.publishedInEmergency(
                gate.hat(),
                shelf.intern(review.facts(extract, written)),
                gate.moment().now());
        shelf.changed(extract);
        return extract.number();
    }

    private static Set<Handling> handling(Marking mark) {
        Set<Handling> handling = EnumSet.of(Handling.NO_PRINT, Handling.NO_FORWARD);
        handling.addAll(mark.handling());
        return handling;
    }

    /** The same mark for these readers alone, who read it here and take nothing away. */
    private PortionFiling filing(PortionView portion, String originator, Collection<String> readers) {
        Marking mark = marks.of(originator, portion.marking());
        Marking named = new Marking(
                mark.level(),
                mark.joint(),
                mark.contains(),
                mark.controls(),
                List.of(),
                mark.level().classified() ? List.copyOf(readers) : List.of(),
                mark.missions(),
                mark.notReleasableTo(),
                handling(mark),
                null,
                mark.expires());
        return new PortionFiling(
                named.portionMark(),
                portion.text(),
                portion.reliability(),
                portion.credibility(),
                List.of(),
                portion.citations());
    }
}
