package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.access.Releases;
import org.entente.audit.Ticket;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.gate.Shared;
import org.entente.gate.Sight;
import org.entente.identity.Hat;
import org.entente.marking.Handling;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/** Shared products: found, counted, read, acknowledged. */
@Stateless
public class Products {
    public static final int MOST_ON_A_PAGE = 200;

    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Content content;

    @Inject
    private Listing listing;

    @Inject
    private TextIndex text;

    @Inject
    private Cursors cursors;

    @Inject
    private Review review;

    @Inject
    private Sources sources;

    @Inject
    private Headers headers;

    @Inject
    private Dissemination dissemination;

    @Inject
    private Relabelling relabelling;

    @Operation(Action.LIST_PRODUCTS)
    public Page list(Filter filter, int limit, @Nullable String after) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Refused.malformed("limit", "limit", "LIMIT", "A page has 1 to " + MOST_ON_A_PAGE + " items.");
        }
        Sight sight = gate.sight();
        Window window =
                Window.of(filter, sight.now(), cursors.open(after, sight.hat().id(), filter));
        Set<Long> acknowledged = shelf.acknowledged(sight.hat().person(), sight.now());
        List<Row> rows = listing.on(
                gate.moment(), l -> l.page(sight, filter, window, limit + 1, also(l, filter, sight, acknowledged)));
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        List<Header> items = headers.of(shown, sight, acknowledged, filter);
        return new Page(items, more ? cursors.after(shown.getLast(), sight.hat().id(), filter) : null);
    }

    @Operation(Action.COUNT_PRODUCTS)
    public long count(Filter filter) {
        Sight sight = gate.sight();
        Window window = Window.of(filter, sight.now(), null);
        Set<Long> acknowledged = shelf.acknowledged(sight.hat().person(), sight.now());
        long count =
                listing.on(gate.moment(), l -> l.count(sight, filter, window, also(l, filter, sight, acknowledged)));
        gate.notes(filter + " count=" + count);
        return count;
    }

    @Operation(Action.READ_PRODUCT)
    public Reading read(String number) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        Integer classId = product.classId();
        Instant published = product.published();
        if (product.state() != ProductState.PUBLISHED || classId == null || published == null) {
            return new Reading.Draft(review.view(product));
        }
        ClassFacts facts = shelf.classFacts(classId);
        Hat hat = gate.hat();
        boolean acknowledged =
                shelf.acknowledged(hat.person(), product, gate.moment().now());
        Shared shared = shared(facts, product, published);
        Decision decision = gate.decide(shared, acknowledged);
        Version version = shelf.newest(product);
        gate.notesVersion(version.number(), version.marking());
        return switch (decision) {
            case Decision.NoHat nobody -> throw Refused.notFound();
            case Decision.Hidden hidden -> throw Refused.notFound();
            case Decision.HeaderOnly barred ->
                new Reading.HeaderOnly(headers.barred(barred, product, version, facts, shared));
            case Decision.AcknowledgementRequired waiting ->
                new Reading.AcknowledgementRequired(
                        headers.barred(waiting, product, version, facts, shared),
                        List.of(Handling.ACK_REQUIRED.text()));
            case Decision.Permit permit -> full(permit, product, version, facts, acknowledged);
        };
    }

    /** Confirms receipt and terms (CAV-09); again is no error. */
    @Operation(Action.ACKNOWLEDGE_PRODUCT)
    public void acknowledge(String number) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null || product.state() != ProductState.PUBLISHED) {
            throw Refused.notFound();
        }
        Integer classId = Objects.requireNonNull(product.classId());
        Instant published = Objects.requireNonNull(product.published());
        Moment moment = gate.moment();
        ClassFacts facts = shelf.classFacts(classId);
        boolean before = shelf.acknowledged(gate.hat().person(), product, moment.now());
        Decision decision = gate.decide(shared(facts, product, published), before);
        switch (decision.outcome()) {
            case NO_HAT, HIDDEN -> throw Refused.notFound();
            case HEADER ->
                throw Refused.forbidden(
                        "header-only",
                        "You may know of this product but not read it.",
                        decision.reasons().stream().map(Enum::name).toArray(String[]::new));
            case ACKNOWLEDGE ->
                shelf.acknowledge(gate.hat().person(), gate.hat().id(), product, moment.now());
            case PERMIT -> {
                // acknowledged before, or nothing to acknowledge
            }
        }
    }

    /** For an officer of the originator: every hat's answer at an instant, with all reasons. */
    @Operation(Action.SEE_AUDIENCE)
    public List<AudienceLine> audience(String number, @Nullable Instant at) {
        gate.asked(number);
        Product product = shelf.find(number);
        if (product == null) {
            throw Refused.notFound();
        }
        Moment moment = gate.moment();
        Version version = shelf.newest(product);
        boolean own = product.originator().equals(gate.hat().organisation())
                && review.readable(product, version).compareTo(Outcome.HIDDEN) > 0;
        gate.decideOwn(number, product.originator(), version.marking(), own);
        Instant when = at == null ? moment.now() : at;
        Instant published = product.published() == null ? when : Objects.requireNonNull(product.published());
        ClassFacts facts = review.facts(product, version);
        Releases releases = dissemination.of(product);
        var policy = moment.world().policy();
        List<AudienceLine> lines = new ArrayList<>();
        for (Hat hat : moment.world().hats()) {
            Decision decision = policy.decide(
                    hat,
                    facts.compiledBy(policy),
                    number,
                    published,
                    releases,
                    when,
                    shelf.acknowledged(hat.person(), product, when),
                    facts.portionIds());
            lines.add(new AudienceLine(hat.organisation(), hat.id(), decision.outcome(), Headers.names(decision)));
        }
        lines.sort(Comparator.comparing(AudienceLine::organisation).thenComparing(AudienceLine::hat));
        return lines;
    }

    private @Nullable Predicate<Row> also(Listing l, Filter filter, Sight sight, Set<Long> acknowledged) {
        String query = filter.query();
        if (query == null || query.isBlank()) {
            return null;
        }
        Set<Long> matching = text.matching(query, (id, ordinal) -> {
            Row row = l.row(id);
            return row != null && l.readable(row, ordinal, sight, acknowledged.contains(id));
        });
        return row -> matching.contains(row.productId());
    }

    private Reading full(
            Decision.Permit permit, Product product, Version version, ClassFacts facts, boolean acknowledged) {
        List<List<String>> known = version.portions().stream()
                .map(p -> sources.known(p.sources(), gate.sight()))
                .toList();
        Ticket ticket = gate.recorded();
        Map<Integer, String> words = content.open(ticket, version.id());
        List<PortionView> portions = new ArrayList<>();
        for (int i = 1; i <= version.portions().size(); i++) {
            String id = Integer.toString(i);
            if (!permit.withheld().contains(id)) {
                portions.add(version.portions().get(i - 1).with(id, words.getOrDefault(i, ""), known.get(i - 1)));
            }
        }
        String title = words.getOrDefault(Content.TITLE, "");
        Header header =
                Headers.header(permit, product.number(), Objects.requireNonNull(product.published()), facts, title);
        return new Reading.Full(new ProductView(
                header,
                title,
                version.number(),
                version.contentHash(),
                version.likelihood() == null ? null : version.likelihood().name(),
                version.confidence() == null ? null : version.confidence().name(),
                portions,
                permit.withheld(),
                permit.obligations().stream().map(Enum::name).toList(),
                acknowledged,
                handed(product),
                knownOf(product.sanitisedFrom()),
                shelf.sanitisedFrom(product.number()).stream()
                        .filter(n -> knownOf(n) != null)
                        .toList(),
                relabelling.history(product)));
    }

    private List<Handed> handed(Product product) {
        String reader = gate.hat().organisation();
        return dissemination.of(product).all().stream()
                .filter(r -> reader.equals(product.originator()) || reader.equals(r.receiver()))
                .map(r -> new Handed(
                        r.receiver(),
                        Objects.requireNonNull(r.during().from()),
                        r.during().to()))
                .toList();
    }

    /** The number, if the reader may know that there is such a product (CLS-08, CLS-41). */
    private @Nullable String knownOf(@Nullable String number) {
        Product other = number == null ? null : shelf.find(number);
        if (other == null || other.state() != ProductState.PUBLISHED || !review.known(other)) {
            return null;
        }
        return number;
    }

    private Shared shared(ClassFacts facts, Product product, Instant published) {
        return facts.shared(
                product.number(),
                published,
                dissemination.of(product),
                gate.moment().world().policy());
    }
}
