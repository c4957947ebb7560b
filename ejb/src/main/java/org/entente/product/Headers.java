package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.audit.Ticket;
import org.entente.gate.Gate;
import org.entente.gate.Shared;
import org.entente.gate.Sight;
import org.jspecify.annotations.Nullable;

/** What a hat is told of a product without its content: the header, and the title where that may be seen (CLS-07). */
@ApplicationScoped
class Headers {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    @Inject
    private Dissemination dissemination;

    @Inject
    private Marks marks;

    /** The headers of these rows, each fetched and decided again; recorded before any title is read. */
    List<Header> of(List<Row> rows, Sight sight, Set<Long> acknowledged, Filter filter) {
        Map<Long, Shelf.Line> lines = shelf
                .lines(rows.stream().map(Row::productId).toList())
                .stream()
                .collect(Collectors.toMap(Shelf.Line::id, l -> l));
        Map<Integer, ClassFacts> classes = new HashMap<>();
        Sightings sightings = new Sightings(sight);
        record Decided(Shelf.Line line, ClassFacts facts, Decision decision, boolean titled) {}
        List<Decided> decided = new ArrayList<>();
        for (Row row : rows) {
            Shelf.Line line = lines.get(row.productId());
            if (line == null) {
                continue;
            }
            ClassFacts facts = classes.computeIfAbsent(line.classId(), shelf::classFacts);
            Decision decision = sight.decide(shared(facts, line), acknowledged.contains(line.id()));
            if (decision.outcome().compareTo(Outcome.HIDDEN) > 0) {
                boolean titled = decision.outcome() == Outcome.PERMIT
                        || titleAllowed(line.titleMarking(), facts, shared(facts, line), sight);
                decided.add(new Decided(line, facts, decision, titled));
            }
        }
        gate.notes(filter + " count=" + decided.size());
        decided.stream()
                .filter(Decided::titled)
                .forEach(d -> Bound.told(gate, d.facts.originator(), List.of(d.line.title())));
        Ticket ticket = gate.recorded();
        Map<Long, String> titles = content.titles(
                ticket,
                decided.stream()
                        .filter(Decided::titled)
                        .map(d -> d.line.title())
                        .toList());
        return decided.stream()
                .map(d -> header(
                        d.decision,
                        d.line.number(),
                        d.line.published(),
                        sightings.since(d.facts, d.line.appearance()),
                        d.facts,
                        titles.get(d.line.title().version())))
                .toList();
    }

    /** The header of a product whose content this hat does not get, with its title if that may be seen. */
    Header barred(Decision decision, Product product, Version version, ClassFacts facts, Shared shared) {
        gate.keepsContentBack();
        Instant published = Objects.requireNonNull(product.published());
        String title = null;
        if (titleAllowed(version.titleMarking(), facts, shared, gate.sight())) {
            List<Bound> wanted = List.of(version.title(product.number()));
            Bound.told(gate, product.originator(), wanted);
            title = content.titles(gate.recorded(), wanted).get(version.id());
        }
        return header(decision, product.number(), published, since(product, facts), facts, title);
    }

    /** Of published products, those titles that this hat may see, for what is told beside a list. */
    Map<String, String> titles(List<Product> products, Sight sight) {
        List<Bound> seen = new ArrayList<>();
        for (Product product : products) {
            Version version = shelf.newest(product);
            ClassFacts facts = shelf.classFacts(Objects.requireNonNull(product.classId()));
            Shared shared = facts.shared(
                    product.number(),
                    Objects.requireNonNull(product.published()),
                    dissemination.of(product),
                    sight.policy());
            boolean acknowledged = shelf.acknowledged(
                    sight.hat().person(), product, gate.moment().now());
            Outcome outcome = sight.decide(shared, acknowledged).outcome();
            if (outcome == Outcome.PERMIT
                    || (outcome.compareTo(Outcome.HIDDEN) > 0
                            && titleAllowed(version.titleMarking(), facts, shared, sight))) {
                seen.add(version.title(product.number()));
                Bound.told(gate, product.originator(), List.of(seen.getLast()));
            }
        }
        return opened(seen);
    }

    Map<String, String> openTitles(List<Product> products) {
        List<Bound> open = new ArrayList<>();
        for (Product product : products) {
            Version version = shelf.newest(product);
            String mark = version.titleMarking();
            if (mark != null
                    && marks.plain(marks.of(product.originator(), mark))
                    && marks.open(product.originator(), version)) {
                open.add(version.title(product.number()));
                Bound.told(gate, product.originator(), List.of(open.getLast()));
            }
        }
        return opened(open);
    }

    private Map<String, String> opened(List<Bound> wanted) {
        Map<Long, String> numbers = wanted.stream().collect(Collectors.toMap(Bound::version, Bound::number));
        Map<String, String> titles = new HashMap<>();
        content.titles(gate.recorded(), wanted)
                .forEach((version, title) -> titles.put(Objects.requireNonNull(numbers.get(version)), title));
        return titles;
    }

    /** Whether the title's own marking lets this hat see it although the product stays closed (CLS-07). */
    private static boolean titleAllowed(@Nullable String titleMarking, ClassFacts facts, Shared whole, Sight sight) {
        if (titleMarking == null) {
            return false;
        }
        ClassFacts title = new ClassFacts(
                facts.originator(),
                facts.type(),
                facts.mission(),
                banner(facts.originator(), titleMarking, sight),
                List.of(),
                facts.ground(),
                facts.unit());
        return sight.decide(title.shared(whole.number(), whole.published(), whole.releases(), sight.policy()), true)
                        .outcome()
                == Outcome.PERMIT;
    }

    /** A portion mark as the banner of the same level and caveats. */
    private static String banner(String originator, String portionMark, Sight sight) {
        var level = sight.policy().vocabulary().level(originator, portionMark);
        int caveats = portionMark.indexOf("//");
        return level == null || level.mark() == null
                ? portionMark
                : level.mark() + (caveats < 0 ? "" : portionMark.substring(caveats, portionMark.length() - 1));
    }

    /** Since when a product is visible to the acting hat's organisation. */
    Instant since(Product product, ClassFacts facts) {
        return new Sightings(gate.sight()).since(facts, shelf.appearance(product));
    }

    static Header header(
            Decision decision,
            String number,
            Instant published,
            Instant visibleSince,
            ClassFacts facts,
            @Nullable String title) {
        return new Header(
                number,
                facts.type(),
                facts.originator(),
                facts.mission(),
                published,
                visibleSince,
                facts.marking(),
                decision.outcome(),
                names(decision),
                title);
    }

    private Shared shared(ClassFacts facts, Shelf.Line line) {
        return facts.shared(
                line.number(),
                line.published(),
                line.releases(),
                gate.moment().world().policy());
    }

    static List<String> names(Decision decision) {
        return decision.reasons().stream().map(Enum::name).toList();
    }
}
