package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objections;
import org.entente.gate.Refused;
import org.entente.marking.Control;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/**
 * Sanitised versions: new products built from permitted portions of another, never by hiding any (CLS-41, CLS-42, CLS-49).
 * Whoever makes or confirms one reads its parent first, and that reading is in the record.
 */
@ApplicationScoped
public class Sanitising {
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

    /** Drafts one for the acting hat, with the marks widened to these partners where it can be; answers its number. */
    public String of(String parent, List<String> portionIds, Collection<String> partners) {
        ProductView whole = read(parent);
        Product original = Objects.requireNonNull(shelf.find(parent));
        if (!original.originator().equals(gate.hat().organisation())) {
            throw Refused.forbidden(
                    "not-the-originator", "Only its originator makes a sanitised version of a product.", "CLS-49");
        }
        Version version = shelf.newest(original);
        List<PortionFiling> kept = new ArrayList<>();
        Objections objections = new Objections();
        for (String id : portionIds) {
            PortionView portion = whole.portions().stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (portion == null) {
                objections.add("sanitised", "CLS-42", "There is no portion '" + id + "' that you may read.");
            } else {
                kept.add(filing(portion, partners, original.originator(), version));
            }
        }
        if (portionIds.isEmpty()) {
            objections.add("sanitised", "CLS-42", "A sanitised version has at least one portion.");
        }
        objections.throwIfAny("invalid-release", "The sanitised version cannot be made like this.");
        Labelled labelled = labelling.label(filing(original, version, kept), original.originator(), gate.moment());
        Product draft = new Product(
                Numbers.draw(original.originator()),
                original.type(),
                original.mission(),
                gate.hat(),
                gate.moment().now());
        draft.madeBy(original.unit());
        draft.sanitisedFrom(parent, portionIds);
        versions.write(draft, labelled, gate.hat().person(), gate.moment().now());
        return draft.number();
    }

    /** What one would be, before it is made: each portion with the mark that it would get. */
    Proposal propose(String parent, List<String> portionIds, Collection<String> partners) {
        ProductView whole = read(parent);
        Product original = Objects.requireNonNull(shelf.find(parent));
        if (!original.originator().equals(gate.hat().organisation())) {
            throw Refused.forbidden(
                    "not-the-originator", "Only its originator makes a sanitised version of a product.", "CLS-49");
        }
        Version version = shelf.newest(original);
        List<Proposal.Part> parts = new ArrayList<>();
        List<PortionFiling> kept = new ArrayList<>();
        for (PortionView portion : whole.portions()) {
            boolean barred = marks.of(original.originator(), portion.marking())
                    .controls()
                    .contains(Control.SOURCE);
            PortionFiling filed = null;
            if (portionIds.contains(portion.id())) {
                filed = filing(portion, partners, original.originator(), version);
                kept.add(filed);
            }
            parts.add(new Proposal.Part(portion.id(), portion, filed == null ? null : filed.marking(), barred));
        }
        whole.withheld().forEach(id -> parts.add(new Proposal.Part(id, null, null, true)));
        parts.sort(Comparator.comparingInt(p -> Integer.parseInt(p.id())));
        Preview preview = preview(original, version, kept);
        return new Proposal(
                parent,
                whole.title(),
                version.marking(),
                preview == null ? null : preview.banner(),
                parts,
                preview == null ? List.of() : preview.warnings());
    }

    private @Nullable Preview preview(Product original, Version version, List<PortionFiling> kept) {
        if (kept.isEmpty()) {
            return null;
        }
        try {
            Labelled labelled = labelling.label(filing(original, version, kept), original.originator(), gate.moment());
            return new Preview(
                    labelled.banner().canonical(),
                    Reach.warnings(
                            gate.moment().world().policy().world(),
                            original.originator(),
                            labelled.banner(),
                            original.mission(),
                            gate.moment().now()));
        } catch (Refused refused) {
            // these portions do not add up; asking for it says why
            return null;
        }
    }

    private static Filing filing(Product original, Version version, List<PortionFiling> kept) {
        return new Filing(
                original.type().name(),
                original.type() + " (sanitised)",
                null,
                original.mission(),
                kept,
                null,
                null,
                version.likelihood() == null ? null : version.likelihood().name(),
                version.confidence() == null ? null : version.confidence().name());
    }

    /**
     * Whether it still says anything of what was taken out, in any field that its readers get. Its author is told of what they
     * may read themselves, so that nobody finds out by trying what a portion says; whoever confirms it reads all of the parent,
     * and says of each name and number that remains that it may.
     *
     * @param confirmed names and numbers as they stand there; null while nobody confirms anything
     */
    void check(Product sanitised, Version version, Map<Integer, String> words, @Nullable Collection<String> confirmed) {
        String parent = sanitised.sanitisedFrom();
        if (parent == null) {
            return;
        }
        ProductView whole = read(parent);
        if (confirmed != null && !whole.withheld().isEmpty()) {
            throw Refused.forbidden(
                    "not-cleared-to-confirm",
                    "A sanitised version is confirmed by somebody who reads all of what it was made of.",
                    "CLS-41");
        }
        TakenOut out = TakenOut.of(whole, sanitised.sanitisedPortions());
        Objections objections = new Objections();
        Map<String, String> fields = fields(version, words);
        fields.forEach((field, text) -> Leaks.in(text, out.removed(), out.kept())
                .forEach(leak ->
                        objections.add(field, "CLS-42", "'" + leak + "' stands in a portion that was taken out.")));
        for (int i = 0; i < version.portions().size(); i++) {
            for (String source : version.portions().get(i).sources()) {
                if (out.sources().contains(source)) {
                    objections.add(
                            "portions[" + i + "].sources",
                            "CLS-42",
                            "'" + source + "' is a source of a portion that was taken out, and of none that stayed.");
                }
            }
        }
        objections.throwIfAny("removed-text", "The sanitised version still says what was taken out.");
        if (confirmed != null) {
            out.mentions(fields).stream()
                    .filter(m -> !confirmed.contains(m.text()))
                    .forEach(m -> objections.add(
                            m.field(),
                            "CLS-42",
                            "'" + m.text() + "' stands in a portion that was taken out: confirm that it may stay."));
            objections.throwIfAny(
                    "mentions-unconfirmed",
                    "Names or numbers of what was taken out remain; each is confirmed by itself.");
        }
    }

    /** Names and numbers of what was taken out that it says too, as far as the acting hat reads what it was made of. */
    List<Mention> mentions(Product sanitised, Version version, Map<Integer, String> words) {
        String parent = sanitised.sanitisedFrom();
        return parent == null
                ? List.of()
                : TakenOut.of(read(parent), sanitised.sanitisedPortions()).mentions(fields(version, words));
    }

    /** Everything in words that a receiver gets, by where it stands. */
    private static Map<String, String> fields(Version version, Map<Integer, String> words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", words.getOrDefault(Content.TITLE, ""));
        for (int i = 0; i < version.portions().size(); i++) {
            fields.put("portions[" + i + "].text", words.getOrDefault(i + 1, ""));
            List<String> citations = version.portions().get(i).citations();
            for (int c = 0; c < citations.size(); c++) {
                fields.put("portions[" + i + "].citations[" + c + "]", citations.get(c));
            }
        }
        String reason = version.compilationReason();
        if (reason != null) {
            fields.put("compilationReason", reason);
        }
        return fields;
    }

    /** What a text says of portions that identify a source, as far as its writer may read them. */
    public List<String> sourcesIn(String number, String text) {
        if (!(products.readFor(number, Purpose.LABELLING) instanceof Reading.Full full)) {
            return List.of();
        }
        List<String> secret = full.product().portions().stream()
                .filter(p -> marks.of(full.product().header().originator(), p.marking())
                        .controls()
                        .contains(Control.SOURCE))
                .map(PortionView::text)
                .toList();
        return Leaks.in(text, secret, List.of());
    }

    private PortionFiling filing(PortionView portion, Collection<String> partners, String originator, Version version) {
        int place = Integer.parseInt(portion.id()) - 1;
        String mark = portion.marking();
        Marking parsed = marks.of(originator, mark);
        boolean wideable = parsed.eyesOnly().isEmpty()
                && !parsed.controls().contains(Control.SOURCE)
                && own(parsed, originator, version);
        return new PortionFiling(
                wideable ? marks.widened(parsed, partners).portionMark() : mark,
                portion.text(),
                portion.reliability(),
                portion.credibility(),
                version.portions().get(place).sources(),
                portion.citations());
    }

    /** Of somebody else's information only somebody else decides. */
    private boolean own(Marking portion, String originator, Version version) {
        return portion.contains().isEmpty()
                && marks.author(portion).equals(marks.author(marks.of(originator, version.marking())));
    }

    private ProductView read(String number) {
        if (products.readFor(number, Purpose.LABELLING) instanceof Reading.Full full) {
            return full.product();
        }
        throw Refused.forbidden(
                "header-only", "A sanitised version is made by somebody who reads the whole.", "CLS-41");
    }
}
