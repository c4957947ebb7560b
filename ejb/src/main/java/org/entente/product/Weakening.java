package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.gate.Gate;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.Width;
import org.jspecify.annotations.Nullable;

/**
 * Whether a label gets weaker: more people could read something afterwards, or it is kept with less care (CLS-40). Judged by
 * banner, title and portion by portion, since a banner that a compilation reason keeps up hides what happens below it.
 */
@ApplicationScoped
class Weakening {
    @Inject
    private Gate gate;

    @Inject
    private Marks marks;

    /** All the marks that a version has. */
    record Label(Marking banner, @Nullable Marking title, List<Marking> portions) {
        Label {
            portions = List.copyOf(portions);
        }

        private Marking titled() {
            return title == null ? banner : title;
        }
    }

    Label of(String originator, Version version) {
        return new Label(
                marks.of(originator, version.marking()),
                version.titleMarking() == null ? null : marks.of(originator, version.titleMarking()),
                marks.of(originator, version.portionMarkings()));
    }

    Label of(String originator, Labelled labelled) {
        return new Label(
                labelled.banner(),
                labelled.titleMark() == null ? null : marks.of(originator, labelled.titleMark()),
                labelled.portionMarkings());
    }

    /** Which way a label went: the weakest of what happened to it anywhere, or else what happened to its banner. */
    LabelChange.Kind kind(Label before, Label after, String originator) {
        LabelChange.Kind banner = byBanner(before.banner(), after.banner(), originator);
        List<LabelChange.Kind> weaker = new ArrayList<>();
        for (int i = 0; i < before.portions().size() && i < after.portions().size(); i++) {
            weaker(before.portions().get(i), after.portions().get(i), originator, weaker);
        }
        weaker(before.titled(), after.titled(), originator, weaker);
        return Relabelling.weaker(banner)
                ? banner
                : weaker.stream()
                        .max(Comparator.comparing(LabelChange.Kind::gravity))
                        .orElse(banner);
    }

    LabelChange.Kind byBanner(Marking before, Marking after, String originator) {
        int by = Integer.compare(after.level().rank(), before.level().rank());
        if (by != 0) {
            return by > 0 ? LabelChange.Kind.UPGRADED : lowered(after.level());
        }
        var world = gate.moment().world().policy().world();
        return Labelling.rollUp(world).compare(originator, gate.moment().now(), before, after) == Width.WIDER
                ? LabelChange.Kind.WIDENED
                : LabelChange.Kind.NARROWED;
    }

    /**
     * Whether a sanitised version is marked weaker than what it took. That it goes to more partners is its release's to say, where
     * it needs one; what is unclassified goes by its mark alone.
     */
    boolean sanitised(Product product, Version version, Version parent) {
        List<String> all = parent.portionMarkings();
        List<Marking> taken = product.sanitisedPortions().stream()
                .map(id -> marks.of(product.originator(), all.get(Integer.parseInt(id) - 1)))
                .toList();
        List<Marking> made = marks.of(product.originator(), version.portionMarkings());
        boolean oneForOne = taken.size() == made.size();
        boolean released =
                marks.of(product.originator(), version.marking()).level().classified();
        return IntStream.range(0, made.size())
                .anyMatch(i -> (oneForOne ? List.of(taken.get(i)) : taken)
                        .stream()
                                .map(was -> released
                                        ? marks.widened(was, made.get(i).releasableTo())
                                        : was)
                                .anyMatch(was -> weaker(was, made.get(i), product.originator())));
    }

    private void weaker(Marking was, Marking is, String originator, List<LabelChange.Kind> found) {
        if (weaker(was, is, originator)) {
            found.add(is.level().rank() < was.level().rank() ? lowered(is.level()) : LabelChange.Kind.WIDENED);
        }
    }

    private boolean weaker(Marking was, Marking is, String originator) {
        return !is.portionMark().equals(was.portionMark())
                && Labelling.widerThanSource(
                        gate.moment().world().policy(),
                        originator,
                        gate.moment().now(),
                        is,
                        was);
    }

    private static LabelChange.Kind lowered(Level level) {
        return level.classified() ? LabelChange.Kind.DOWNGRADED : LabelChange.Kind.DECLASSIFIED;
    }
}
