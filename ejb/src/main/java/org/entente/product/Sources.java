package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.gate.Objections;
import org.entente.gate.Shared;
import org.entente.gate.Sight;
import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * A portion may draw on products that its author may read, and is never marked wider than they are, unless their originator
 * has consented to that mark (CLS-43, CLS-44). A source that is hidden from the author gets the answer of one that does not
 * exist.
 */
@ApplicationScoped
class Sources {
    @Inject
    private Shelf shelf;

    @Inject
    private Dissemination dissemination;

    @Inject
    private Leaves leaves;

    /** A source as a portion names it: all of a product, or one portion of it. */
    private record Drawn(Product product, Version version, List<String> portions, Marking marking) {}

    void check(Filing filing, Labelled labelled, String originator, Sight sight) {
        Objections objections = new Objections();
        for (int i = 0; i < filing.portions().size(); i++) {
            for (String source : filing.portions().get(i).sources()) {
                String field = "portions[" + i + "]";
                if (!readable(source, sight)) {
                    objections.add(field + ".sources", "CLS-43", "You can read no product '" + source + "'.");
                } else {
                    wider(source, labelled.portionMarkings().get(i), field, originator, sight, objections);
                }
            }
        }
        objections.throwIfAny("source", "A portion does not fit its sources.");
    }

    /**
     * The same for marks that are given later, by somebody who need not know of the sources (CLS-08). Of its own sources an
     * organisation disposes itself, of joint ones it does not.
     *
     * @param now what the marks are, where they were there before: these are not looked at again
     * @param released whether a release makes them wider, for which what is under ORCON has been asked for
     */
    void checkMarks(
            List<Portion> portions,
            List<Marking> marks,
            List<String> now,
            boolean released,
            String originator,
            Sight sight) {
        Objections objections = new Objections();
        for (int i = 0; i < marks.size(); i++) {
            if (i < now.size() && now.get(i).equals(marks.get(i).portionMark())) {
                continue;
            }
            for (String source : portions.get(i).sources()) {
                if (foreign(source, released, originator, sight)) {
                    wider(source, marks.get(i), "portions[" + i + "]", originator, sight, objections);
                }
            }
        }
        objections.throwIfAny("source", "A portion does not fit its sources.");
    }

    private boolean foreign(String source, boolean released, String originator, Sight sight) {
        Drawn drawn = drawn(source, sight);
        return drawn != null
                && (!drawn.product.originator().equals(originator)
                        || !drawn.marking.joint().isEmpty())
                && !(released && drawn.marking.controls().contains(Control.ORCON));
    }

    /** Of these sources, the ones that this hat may know of (CLS-08). */
    List<String> known(List<String> sources, Sight sight) {
        return sources.stream().filter(s -> decided(s, sight) != null).toList();
    }

    boolean readable(String source, Sight sight) {
        return decided(source, sight) != null && drawn(source, sight) != null;
    }

    /** Whether a portion that draws on this product is marked wider than it is, or was until it went. */
    boolean weakerThan(Version version, String number, String originator, Sight sight) {
        for (Portion portion : version.portions()) {
            for (String source : portion.sources()) {
                Drawn drawn = GoneSources.numberOf(source).equals(number) ? drawn(source, sight) : null;
                if (drawn != null
                        && parsed(originator, portion.marking(), sight) instanceof Parsed.Ok mark
                        && Labelling.widerThanSource(
                                sight.policy(), originator, sight.now(), mark.marking(), drawn.marking)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void wider(
            String source, Marking mark, String field, String originator, Sight sight, Objections objections) {
        Drawn drawn = drawn(source, sight);
        if (drawn == null
                || !Labelling.widerThanSource(sight.policy(), originator, sight.now(), mark, drawn.marking)
                || consented(drawn, mark, originator, sight)) {
            return;
        }
        objections.add(
                field + ".marking",
                "CLS-44",
                decided(source, sight) == null
                        ? "Wider than a source that it draws on."
                        : "Wider than its source " + source + ", marked " + drawn.marking.canonical()
                                + ". Its originator can be asked.");
    }

    /** Every portion that is drawn on was consented to, for a mark that is no stricter than this one. */
    private boolean consented(Drawn drawn, Marking mark, String originator, Sight sight) {
        List<Derivation> standing =
                leaves.standing(drawn.product.number(), drawn.version.number(), originator, sight.now());
        return drawn.portions.stream()
                .allMatch(portion ->
                        JointWork.givers(drawn.product.originator(), portionOf(drawn, portion, sight), originator)
                                .stream()
                                .allMatch(giver -> standing.stream()
                                        .filter(d -> d.giver().equals(giver)
                                                && d.paragraphs().contains(portion))
                                        .anyMatch(d -> parsed(originator, d.marking(), sight) instanceof Parsed.Ok leave
                                                && !Labelling.widerThanSource(
                                                        sight.policy(),
                                                        originator,
                                                        sight.now(),
                                                        mark,
                                                        leave.marking()))));
    }

    /** What a portion is marked; as the whole is, where somebody else marked it. */
    private static Marking portionOf(Drawn drawn, String portion, Sight sight) {
        String text = portion(drawn.version, portion);
        return text != null && parsed(drawn.product.originator(), text, sight) instanceof Parsed.Ok ok
                ? ok.marking()
                : drawn.marking;
    }

    private @Nullable Drawn drawn(String source, Sight sight) {
        int hash = source.indexOf('#');
        Product product = shelf.find(hash < 0 ? source : source.substring(0, hash));
        if (product == null || product.state() == ProductState.DRAFT || product.state() == ProductState.SUBMITTED) {
            return null;
        }
        Version version = shelf.newest(product);
        String id = hash < 0 ? "" : source.substring(hash + 1);
        String text = hash < 0 ? version.marking() : portion(version, id);
        List<String> portions = hash < 0
                ? IntStream.rangeClosed(1, version.portions().size())
                        .mapToObj(Integer::toString)
                        .toList()
                : List.of(id);
        return text != null && parsed(product.originator(), text, sight) instanceof Parsed.Ok ok
                ? new Drawn(product, version, portions, ok.marking())
                : null;
    }

    private static Parsed parsed(String originator, String text, Sight sight) {
        return new MarkingGrammar(sight.policy().vocabulary()).parse(originator, text);
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
