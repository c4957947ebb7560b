package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.access.Decision;
import org.entente.audit.Ticket;
import org.entente.gate.Gate;
import org.entente.gate.Refused;
import org.entente.gate.Shared;
import org.entente.marking.Control;
import org.entente.marking.Handling;
import org.jspecify.annotations.Nullable;

/** Where a published product is asked for by its number, whatever it is wanted for: one decision, one way to its words. */
@ApplicationScoped
class Desk {
    private static final Set<Control> PERSONAL = Set.of(Control.SOURCE, Control.PII);

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    @Inject
    private Headers headers;

    @Inject
    private Sources sources;

    @Inject
    private GoneSources gone;

    @Inject
    private Dissemination dissemination;

    @Inject
    private Provenance provenance;

    @Inject
    private Marks marks;

    sealed interface Answer {}

    /** Known of, and its content kept back. */
    record Barred(Reading why) implements Answer {}

    /** To be read; not a word of it has been fetched yet. */
    record Open(Decision.Permit permit, Product product, Version version, ClassFacts facts, boolean acknowledged)
            implements Answer {}

    Product find(String number) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        return product;
    }

    /** The decision on a published product; what is hidden is not found. */
    Answer decide(Product product) {
        ClassFacts facts = shelf.classFacts(Objects.requireNonNull(product.classId()));
        Instant published = Objects.requireNonNull(product.published());
        boolean acknowledged =
                shelf.acknowledged(gate.hat().person(), product, gate.moment().now());
        Shared shared = facts.shared(
                product.number(),
                published,
                dissemination.of(product),
                gate.moment().world().policy());
        Decision decision = gate.decide(shared, acknowledged);
        Version version = shelf.newest(product);
        gate.notesVersion(version.number(), version.marking());
        return switch (decision) {
            case Decision.NoHat nobody -> throw Refused.notFound();
            case Decision.Hidden hidden -> throw Refused.notFound();
            case Decision.HeaderOnly barred ->
                new Barred(new Reading.HeaderOnly(headers.barred(barred, product, version, facts, shared)));
            case Decision.AcknowledgementRequired waiting ->
                new Barred(new Reading.AcknowledgementRequired(
                        headers.barred(waiting, product, version, facts, shared),
                        List.of(Handling.ACK_REQUIRED.text()),
                        seen(product, version)));
            case Decision.Permit permit -> new Open(permit, product, version, facts, acknowledged);
        };
    }

    /** The words that this hat may have, fetched once the reading is recorded; withheld portions are not among them. */
    ProductView words(Open open, @Nullable Purpose purpose) {
        Version version = open.version();
        List<String> personal =
                personal(open.product().originator(), version, open.permit().withheld());
        List<String> waiting = purpose == null ? personal : List.of();
        if (purpose != null && !personal.isEmpty()) {
            gate.opensFor(purpose.name());
        }
        List<String> withheld = Stream.concat(open.permit().withheld().stream(), waiting.stream())
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList();
        Product product = open.product();
        List<Losses.Loss> lost = gone.of(product, version);
        List<List<String>> known =
                version.portions().stream().map(p -> known(p.sources(), lost)).toList();
        List<Integer> shown = IntStream.rangeClosed(1, version.portions().size())
                .filter(i -> !withheld.contains(Integer.toString(i)))
                .boxed()
                .toList();
        List<Bound> wanted = version.bound(product, shown);
        Bound.told(gate, product.originator(), wanted);
        Ticket ticket = gate.recorded();
        Map<Integer, Content.Words> words = content.open(ticket, wanted);
        List<PortionView> portions = new ArrayList<>();
        for (int i : shown) {
            portions.add(
                    version.portions().get(i - 1).with(Integer.toString(i), Content.at(words, i), known.get(i - 1)));
        }
        String title = Content.at(words, Content.TITLE);
        return new ProductView(
                Headers.header(
                        open.permit(),
                        product.number(),
                        Objects.requireNonNull(product.published()),
                        headers.since(product, open.facts()),
                        open.facts(),
                        title),
                title,
                version.number(),
                version.contentHash(),
                Commitments.of(version, words),
                name(version.likelihood()),
                name(version.confidence()),
                product.originator().equals(gate.hat().organisation()) ? name(version.method()) : null,
                product.originator().equals(gate.hat().organisation()) ? product.unit() : null,
                portions,
                withheld,
                open.permit().obligations().stream().map(Enum::name).toList(),
                open.acknowledged(),
                provenance.handed(product),
                provenance.parent(product),
                provenance.sanitised(product),
                provenance.labels(product),
                waiting,
                product.heldAs() != null,
                gone.shown(product, version, shown),
                seen(product, version));
    }

    /** Sources that this hat may know of, and those that it might know of if they had not gone. */
    private List<String> known(List<String> all, List<Losses.Loss> lost) {
        List<String> there = sources.known(all, gate.sight());
        List<String> went = lost.isEmpty() ? List.of() : gone.known(all, lost);
        return all.stream().filter(s -> there.contains(s) || went.contains(s)).toList();
    }

    /** For its own organisation alone: nobody else judges it. */
    private @Nullable String seen(Product product, Version version) {
        return product.originator().equals(gate.hat().organisation()) ? gate.seal(Views.shown(product, version)) : null;
    }

    /** Portions that identify a source or concern a person: opened for a stated purpose only (CAV-14). */
    private List<String> personal(String originator, Version version, List<String> withheld) {
        return IntStream.rangeClosed(1, version.portions().size())
                .filter(i -> !Collections.disjoint(
                        marks.of(originator, version.portionMarkings().get(i - 1))
                                .controls(),
                        PERSONAL))
                .mapToObj(Integer::toString)
                .filter(id -> !withheld.contains(id))
                .toList();
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }
}
