package org.entente.product;

import static org.entente.world.Sql.execute;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Refused;
import org.entente.marking.Marking;
import org.entente.world.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Gives a published product another label, as a new version with the same words (CLS-40, CLS-46, CLS-47). Whoever does it reads
 * all of it first, and that reading is in the record.
 */
@ApplicationScoped
public class Relabelling {
    private static final String UNREAD = "-";

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Versions versions;

    @Inject
    private Labelling labelling;

    @Inject
    private Review review;

    @Inject
    private Sources sources;

    @Inject
    private JointWork joint;

    @Inject
    private Marks marks;

    @Inject
    private Weakening weakening;

    @Inject
    private Products products;

    @Inject
    private Event<Relabelled> relabelled;

    @Resource(lookup = "java:app/jdbc/entente")
    private DataSource database;

    /**
     * Lets these organisations onto every list; the caller has seen to it that the originator agrees.
     *
     * @param consents those who have consented, whose information goes along
     */
    public void widen(String number, Collection<String> partners, Collection<String> consents, String why) {
        Product product = Objects.requireNonNull(shelf.find(number));
        Version version = shelf.newest(product);
        rewrite(
                product,
                version,
                version.portionMarkings().stream()
                        .map(m -> marks.widened(marks.of(product.originator(), m), partners)
                                .portionMark())
                        .toList(),
                version.titleMarking() == null
                        ? null
                        : marks.widened(marks.of(product.originator(), version.titleMarking()), partners)
                                .portionMark(),
                marks.widened(marks.of(product.originator(), version.marking()), partners)
                        .canonical(),
                version.compilationReason(),
                why,
                consents);
    }

    /**
     * What a new label is to be.
     *
     * @param portions a mark for each portion, in order
     * @param marking the banner; null takes the roll-up
     */
    public record Label(
            List<String> portions,
            @Nullable String titleMarking,
            @Nullable String marking,
            @Nullable String compilationReason) {
        public Label {
            portions = List.copyOf(portions);
        }
    }

    /** What that label would make of it; null asks for the label as it is. Nothing is stored and nothing read. */
    public LabelProposal propose(String number, @Nullable Label label) {
        Product product = Objects.requireNonNull(shelf.find(number));
        Version version = shelf.newest(product);
        Label now = new Label(
                version.portionMarkings(), version.titleMarking(), version.marking(), version.compilationReason());
        Label next = label == null ? now : label;
        mayBecome(product, version, next);
        Labelled labelled = labelling.label(unread(product, version, next), product.originator(), gate.moment());
        keepsToSources(version, labelled, product, false);
        Marking banner = labelled.banner();
        joint.weakened(
                product,
                version,
                labelled,
                weaker(weakening.byBanner(
                        marks.of(product.originator(), version.marking()), banner, product.originator())),
                gate.sight());
        boolean same = banner.canonical().equals(version.marking())
                && marksOf(labelled).equals(version.portionMarkings())
                && Objects.equals(labelled.titleMark(), version.titleMarking());
        var moment = gate.moment();
        return new LabelProposal(
                number,
                product.originator(),
                version.portionMarkings(),
                version.portionMarkings().stream().map(m -> foreign(product, m)).toList(),
                version.titleMarking(),
                version.marking(),
                version.compilationReason(),
                banner.canonical(),
                same
                        ? null
                        : weakening.kind(
                                weakening.of(product.originator(), version),
                                weakening.of(product.originator(), labelled),
                                product.originator()),
                false,
                Reach.warnings(
                        moment.world().policy().world(), product.originator(), banner, product.mission(), moment.now()),
                gate.seal(Views.shown(product, version)));
    }

    /**
     * Gives it that label and says which way it went. Of a portion of another organisation's scheme the mark stays as it is:
     * only its giver could change it (CLS-40).
     */
    public LabelChange.Kind relabel(String number, Label label, String why) {
        Product product = Objects.requireNonNull(shelf.find(number));
        Version version = shelf.newest(product);
        mayBecome(product, version, label);
        rewrite(
                product,
                version,
                label.portions(),
                label.titleMarking(),
                label.marking(),
                label.compilationReason(),
                why,
                null);
        return weakening.kind(
                weakening.of(product.originator(), version),
                weakening.of(product.originator(), shelf.newest(product)),
                product.originator());
    }

    /** A mark for each portion, somebody else's unchanged. */
    private void mayBecome(Product product, Version version, Label label) {
        List<String> before = version.portionMarkings();
        Objections objections = new Objections();
        if (label.portions().size() != before.size()) {
            objections.add("portions", "CLS-40", "There are " + before.size() + " portions, each with a mark.");
        }
        for (int i = 0; i < before.size() && i < label.portions().size(); i++) {
            if (foreign(product, before.get(i))
                    && !before.get(i).equals(label.portions().get(i).strip())) {
                objections.add("portions[" + i + "]", "CLS-40", "This mark is its giver's to change.");
            }
        }
        objections.throwIfAny("invalid-label", "The label cannot be changed like this.");
    }

    /** A new label goes no further below the sources than their originators let it (CLS-44). */
    private Set<String> keepsToSources(Version version, Labelled labelled, Product product, boolean released) {
        return sources.checkMarks(
                version.portions(),
                labelled.portionMarkings(),
                version.portionMarkings(),
                released,
                product.originator(),
                gate.sight());
    }

    private boolean foreign(Product product, String mark) {
        return !marks.author(marks.of(product.originator(), mark)).equals(product.originator());
    }

    private static List<String> marksOf(Labelled labelled) {
        return labelled.portions().stream().map(Portion::marking).toList();
    }

    /** With other marks, and nothing of its words. */
    private static Filing unread(Product product, Version version, Label label) {
        return new Filing(
                product.type().name(),
                UNREAD,
                label.titleMarking(),
                product.mission(),
                IntStream.range(0, label.portions().size())
                        .mapToObj(i -> new PortionFiling(
                                label.portions().get(i),
                                UNREAD,
                                null,
                                null,
                                version.portions().get(i).sources(),
                                List.of()))
                        .toList(),
                label.marking(),
                label.compilationReason(),
                null,
                null);
    }

    /**
     * Writes the next version with these marks.
     *
     * @param released whose consents a release rests on, if one makes them wider
     */
    private Version rewrite(
            Product product,
            Version before,
            List<String> portionMarks,
            @Nullable String titleMark,
            @Nullable String banner,
            @Nullable String compilationReason,
            String why,
            @Nullable Collection<String> released) {
        if (!(products.readFor(product.number(), Purpose.LABELLING) instanceof Reading.Full full)
                || !full.product().withheld().isEmpty()) {
            throw Refused.forbidden(
                    "not-cleared-to-confirm", "A label is changed by somebody who reads all of it.", "CLS-04");
        }
        ProductView words = full.product();
        Filing filing = new Filing(
                product.type().name(),
                words.title(),
                titleMark,
                product.mission(),
                IntStream.range(0, portionMarks.size())
                        .mapToObj(i -> new PortionFiling(
                                portionMarks.get(i),
                                words.portions().get(i).text(),
                                words.portions().get(i).reliability(),
                                words.portions().get(i).credibility(),
                                before.portions().get(i).sources(),
                                words.portions().get(i).citations()))
                        .toList(),
                banner,
                compilationReason,
                words.likelihood(),
                words.confidence(),
                before.method() == null ? null : before.method().name());
        Labelled labelled = labelling.label(filing, product.originator(), gate.moment());
        Set<String> consents = new TreeSet<>(keepsToSources(before, labelled, product, released != null));
        LabelChange.Kind kind = weakening.kind(
                weakening.of(product.originator(), before),
                weakening.of(product.originator(), labelled),
                product.originator());
        LabelChange.Kind banners = weakening.byBanner(
                marks.of(product.originator(), before.marking()), labelled.banner(), product.originator());
        consents.addAll(
                released == null ? joint.weakened(product, before, labelled, weaker(banners), gate.sight()) : released);
        Version version = versions.write(
                product, labelled, gate.hat().person(), gate.moment().now());
        product.relabelled(shelf.intern(review.facts(product, version)));
        shelf.changed(product);
        Sql.on(
                database,
                c -> execute(
                        c,
                        "INSERT INTO label_change (product_id, version_no, kind, old_marking, new_marking, by_hat, at, why,"
                                + " consents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        product.id(),
                        version.number(),
                        kind.name(),
                        before.marking(),
                        version.marking(),
                        gate.hat().id(),
                        gate.moment().now(),
                        why,
                        String.join(" ", consents)));
        // a higher banner is told wherever it went, also where one of its portions came down
        relabelled.fire(new Relabelled(product.number(), banners));
        return version;
    }

    /** Whether more people could read it afterwards, or it is kept with less care. */
    public static boolean weaker(LabelChange.@Nullable Kind kind) {
        return kind == LabelChange.Kind.WIDENED
                || kind == LabelChange.Kind.DOWNGRADED
                || kind == LabelChange.Kind.DECLASSIFIED;
    }
}
