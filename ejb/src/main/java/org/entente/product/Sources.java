package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.gate.Objections;
import org.entente.gate.Shared;
import org.entente.gate.Sight;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * A portion may draw on products that its author may read, and is never marked wider than they are (CLS-43, CLS-44). A source
 * that is hidden from the author gets the answer of one that does not exist.
 */
@ApplicationScoped
class Sources {
    @Inject
    private Shelf shelf;

    @Inject
    private Dissemination dissemination;

    void check(Filing filing, Labelled labelled, String originator, Sight sight) {
        Objections objections = new Objections();
        for (int i = 0; i < filing.portions().size(); i++) {
            for (String source : filing.portions().get(i).sources()) {
                String field = "portions[" + i + "]";
                Marking marking = marking(source, sight);
                if (marking == null) {
                    objections.add(field + ".sources", "CLS-43", "You can read no product '" + source + "'.");
                } else if (Labelling.widerThanSource(
                        sight.policy(),
                        originator,
                        sight.now(),
                        labelled.portionMarkings().get(i),
                        marking)) {
                    objections.add(
                            field + ".marking",
                            "CLS-44",
                            "Wider than its source " + source + ", marked " + marking.canonical() + ".");
                }
            }
        }
        objections.throwIfAny("source", "A portion does not fit its sources.");
    }

    /** Of these sources, the ones that this hat may know of (CLS-08). */
    List<String> known(List<String> sources, Sight sight) {
        return sources.stream().filter(s -> decided(s, sight) != null).toList();
    }

    private @Nullable Marking marking(String source, Sight sight) {
        Product product = decided(source, sight);
        if (product == null || shelf.newest(product) == null) {
            return null;
        }
        Version version = shelf.newest(product);
        int hash = source.indexOf('#');
        String text = hash < 0 ? version.marking() : portion(version, source.substring(hash + 1));
        if (text == null) {
            return null;
        }
        MarkingGrammar grammar = new MarkingGrammar(sight.policy().world().vocabulary());
        return grammar.parse(product.originator(), text) instanceof Parsed.Ok ok ? ok.marking() : null;
    }

    private static @Nullable String portion(Version version, String id) {
        List<String> marks = version.portionMarkings();
        int ordinal = id.matches("[0-9]{1,3}") ? Integer.parseInt(id) : 0;
        return ordinal >= 1 && ordinal <= marks.size() ? marks.get(ordinal - 1) : null;
    }

    /** The product, if this hat may read it. */
    private @Nullable Product decided(String source, Sight sight) {
        int hash = source.indexOf('#');
        Product product = shelf.find(hash < 0 ? source : source.substring(0, hash));
        if (product == null || product.state() != ProductState.PUBLISHED) {
            return null;
        }
        Integer classId = product.classId();
        Instant published = product.published();
        if (classId == null || published == null) {
            return null;
        }
        ClassFacts facts = shelf.classFacts(classId);
        Shared shared = facts.shared(product.number(), published, dissemination.of(product), sight.policy());
        Decision decision = sight.decide(shared, shelf.acknowledged(sight.hat().person(), product, sight.now()));
        boolean portionHeld = hash >= 0 && decision.withheld().contains(source.substring(hash + 1));
        return decision.outcome() == Outcome.PERMIT && !portionHeld ? product : null;
    }
}
