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
     * A weaker label of what is joint needs every other originator's consent to each portion's new mark, and to the banner's
     * for all of them where the banner alone changes. For a release they are asked in its own course.
     *
     * @param weaker whether the banner gets weaker
     */
    void weakened(Product product, Version before, Labelled after, boolean weaker, Sight sight) {
        List<String> others = marks.banner(before.marking()).joint().stream()
                .filter(o -> !o.equals(product.originator()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        List<Integer> changed = IntStream.range(0, after.portionMarkings().size())
                .filter(i -> weaker(
                        after.portionMarkings().get(i), before.portionMarkings().get(i), product, sight))
                .boxed()
                .toList();
        boolean whole = changed.isEmpty();
        if (whole && !weaker) {
            return;
        }
        List<Integer> asked = whole
                ? IntStream.range(0, after.portionMarkings().size()).boxed().toList()
                : changed;
        Objections objections = new Objections();
        for (String other : others) {
            List<Derivation> standing =
                    leaves.standing(product.number(), before.number(), product.originator(), sight.now()).stream()
                            .filter(d -> d.giver().equals(other))
                            .toList();
            for (int i : asked) {
                Marking mark = whole ? after.banner() : after.portionMarkings().get(i);
                boolean given = standing.stream()
                        .filter(d -> d.paragraphs().contains(Integer.toString(i + 1)))
                        .anyMatch(d -> !Labelling.widerThanSource(
                                sight.policy(), product.originator(), sight.now(), mark, marks.portion(d.marking())));
                if (!given) {
                    objections.add(
                            "portions[" + i + "].marking",
                            RULE,
                            other + " made it too and has not consented to " + mark.portionMark()
                                    + ". It can be asked.");
                }
            }
        }
        objections.throwIfAny("invalid-label", "A joint label is made weaker by all of its originators.");
    }

    private boolean weaker(Marking now, String before, Product product, Sight sight) {
        return !now.portionMark().equals(before)
                && Labelling.widerThanSource(
                        sight.policy(), product.originator(), sight.now(), now, marks.portion(before));
    }
}
