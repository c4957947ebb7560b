package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.entente.gate.Objections;
import org.entente.gate.Sight;
import org.entente.marking.Marking;
import org.entente.mission.Atlas;
import org.entente.mission.MissionView;

/**
 * What several organisations make together in a mission that they lead together (HND-11): who may call something joint, and
 * that none of them makes its label weaker by itself, also after one of them has left the mission.
 */
@ApplicationScoped
class JointWork {
    private static final String RULE = "HND-11";

    @Inject
    private Atlas atlas;

    @Inject
    private Leaves leaves;

    @Inject
    private Marks marks;

    @Inject
    private Shelf shelf;

    /** Joint originators of what is filed are those that lead its mission now; nobody signs for somebody who is not there. */
    void filed(Labelled labelled, String originator) {
        Objections objections = new Objections();
        MissionView mission = labelled.mission() == null ? null : atlas.find(labelled.mission());
        Set<String> leads = mission == null ? Set.of() : new HashSet<>(mission.leads());
        for (int i = 0; i < labelled.portionMarkings().size(); i++) {
            Marking mark = labelled.portionMarkings().get(i);
            if (marks.author(mark).equals(originator)) {
                led(mark, leads, "portions[" + i + "].marking", objections);
            }
        }
        led(labelled.banner(), leads, "marking", objections);
        objections.throwIfAny("invalid-filing", "The product cannot be filed as it is.");
    }

    private static void led(Marking mark, Set<String> leads, String field, Objections objections) {
        if (!leads.containsAll(mark.joint())) {
            objections.add(
                    field,
                    RULE,
                    "JOINT names those that lead the mission together: "
                            + (leads.size() < 2
                                    ? "this one is not led by several."
                                    : String.join(", ", new TreeSet<>(leads))));
        }
    }

    /**
     * Whose consent a weaker mark of a portion needs: its originator's, or that of all who made it; of these the asker asks the
     * others.
     */
    static Set<String> givers(String originator, Marking portion, String asker) {
        Set<String> givers = new TreeSet<>(portion.joint());
        givers.add(originator);
        if (givers.size() > 1) {
            givers.remove(asker);
        }
        return givers;
    }

    /**
     * A sanitised version keeps what it took as strict and as joint as it was; to whom it goes is asked in its release. Without
     * a portion for each one taken, all are as strict as the strictest.
     */
    void sanitised(Product product, Labelled labelled) {
        String parent = product.sanitisedFrom();
        Product whole = parent == null ? null : shelf.find(parent);
        if (whole == null) {
            return;
        }
        List<String> all = shelf.newest(whole).portionMarkings();
        List<Marking> taken = product.sanitisedPortions().stream()
                .map(id -> marks.of(product.originator(), all.get(Integer.parseInt(id) - 1)))
                .toList();
        boolean oneForOne = taken.size() == labelled.portionMarkings().size();
        Objections objections = new Objections();
        for (int i = 0; i < labelled.portionMarkings().size(); i++) {
            Marking mark = labelled.portionMarkings().get(i);
            List<Marking> from = oneForOne ? List.of(taken.get(i)) : taken;
            for (Marking was : from) {
                if (!was.joint().isEmpty() && !keeps(was, mark)) {
                    objections.add(
                            "portions[" + i + "].marking",
                            RULE,
                            "It was made together and marked " + was.portionMark() + "; alone nobody marks it weaker.");
                    break;
                }
            }
        }
        objections.throwIfAny("invalid-filing", "The product cannot be filed as it is.");
    }

    private static boolean keeps(Marking was, Marking now) {
        return now.joint().equals(was.joint())
                && now.level().scheme().equals(was.level().scheme())
                && now.level().rank() >= was.level().rank()
                && now.controls().containsAll(was.controls())
                && now.contains().containsAll(was.contains())
                && now.notReleasableTo().containsAll(was.notReleasableTo())
                && now.eyesOnly().equals(was.eyesOnly());
    }

    /**
     * A weaker label of what is joint needs every other originator's consent to each portion's new mark; to all portions, where
     * the title or the banner alone gets weaker. For a release they are asked in its own course.
     *
     * @param weaker whether the banner gets weaker
     * @return those who consented
     */
    Set<String> weakened(Product product, Version before, Labelled after, boolean weaker, Sight sight) {
        Objections objections = new Objections();
        Set<String> asked = new TreeSet<>();
        boolean portions = false;
        for (int i = 0; i < after.portionMarkings().size(); i++) {
            Marking was =
                    marks.of(product.originator(), before.portionMarkings().get(i));
            Marking now = after.portionMarkings().get(i);
            if (weaker(was, now, product, sight)) {
                portions = true;
                for (String other : others(was, product)) {
                    asked.add(other);
                    agreed(product, before, other, List.of(i), now, "portions[" + i + "].marking", sight, objections);
                }
            }
        }
        List<Integer> all =
                IntStream.range(0, after.portionMarkings().size()).boxed().toList();
        Marking titled = before.titleMarking() == null
                ? marks.of(product.originator(), before.marking())
                : marks.of(product.originator(), before.titleMarking());
        Marking retitled =
                after.titleMark() == null ? after.banner() : marks.of(product.originator(), after.titleMark());
        if (weaker(titled, retitled, product, sight)) {
            for (String other : others(titled, product)) {
                asked.add(other);
                agreed(product, before, other, all, retitled, "titleMarking", sight, objections);
            }
        }
        if (weaker && !portions) {
            for (String other : others(marks.of(product.originator(), before.marking()), product)) {
                asked.add(other);
                agreed(product, before, other, all, after.banner(), "marking", sight, objections);
            }
        }
        objections.throwIfAny("invalid-label", "A joint label is made weaker by all of its originators.");
        return asked;
    }

    private static List<String> others(Marking mark, Product product) {
        return mark.joint().stream()
                .filter(o -> !o.equals(product.originator()))
                .toList();
    }

    private void agreed(
            Product product,
            Version before,
            String other,
            List<Integer> places,
            Marking now,
            String field,
            Sight sight,
            Objections objections) {
        List<Derivation> standing =
                leaves.standing(product.number(), before.number(), product.originator(), sight.now()).stream()
                        .filter(d -> d.giver().equals(other))
                        .filter(d -> !Labelling.widerThanSource(
                                sight.policy(),
                                product.originator(),
                                sight.now(),
                                now,
                                marks.of(product.originator(), d.marking())))
                        .toList();
        boolean given = places.stream()
                .allMatch(place ->
                        standing.stream().anyMatch(d -> d.paragraphs().contains(Integer.toString(place + 1))));
        if (!given) {
            objections.add(
                    field,
                    RULE,
                    other + " made it too and has not consented to " + now.portionMark() + ". It can be asked.");
        }
    }

    private static boolean weaker(Marking was, Marking now, Product product, Sight sight) {
        return !now.portionMark().equals(was.portionMark())
                && Labelling.widerThanSource(sight.policy(), product.originator(), sight.now(), now, was);
    }
}
