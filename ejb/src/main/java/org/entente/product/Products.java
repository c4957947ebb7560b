package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.access.Releases;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.gate.Shared;
import org.entente.gate.Sight;
import org.entente.identity.Hat;
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
    private Desk desk;

    @Inject
    private Listing listing;

    @Inject
    private TextIndex text;

    @Inject
    private Cursors cursors;

    @Inject
    private Review review;

    @Inject
    private Headers headers;

    @Inject
    private Dissemination dissemination;

    @Operation(Action.LIST_PRODUCTS)
    public Page list(Filter filter, int limit, @Nullable String after) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Refused.malformed("limit", "limit", "LIMIT", "A page has 1 to " + MOST_ON_A_PAGE + " items.");
        }
        Sight sight = gate.sight();
        Row last = cursors.open(after, sight.hat().id(), filter);
        Set<Long> acknowledged = shelf.acknowledged(sight.hat().person(), sight.now());
        if (filter.order() == Filter.Order.VISIBLE) {
            return appeared(filter, sight, limit, last, after, acknowledged);
        }
        Window window = Window.of(filter, sight.now(), last);
        List<Row> rows = listing.on(
                gate.moment(), l -> l.page(sight, filter, window, limit + 1, also(l, filter, sight, acknowledged)));
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        List<Header> items = headers.of(shown, sight, acknowledged, filter);
        return new Page(items, more ? cursors.after(shown.getLast(), sight.hat().id(), filter) : null);
    }

    /** Oldest first; where it ended is where the next poll goes on, also if there is nothing more yet. */
    private Page appeared(
            Filter filter, Sight sight, int limit, @Nullable Row last, @Nullable String after, Set<Long> acknowledged) {
        Window window = Window.of(filter, sight.now(), null);
        List<Row> rows = listing.on(
                gate.moment(),
                l -> l.appeared(sight, filter, window, last, limit, also(l, filter, sight, acknowledged)));
        List<Header> items = headers.of(rows, sight, acknowledged, filter);
        return new Page(
                items,
                rows.isEmpty()
                        ? after
                        : cursors.after(rows.getLast(), sight.hat().id(), filter));
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
        return opened(number, null);
    }

    /** With the portions, too, that are opened only for a stated purpose (CAV-14). */
    @Operation(Action.READ_PRODUCT)
    public Reading readFor(String number, Purpose purpose) {
        return opened(number, purpose);
    }

    private Reading opened(String number, @Nullable Purpose purpose) {
        Product product = desk.find(number);
        if (product.state() != ProductState.PUBLISHED) {
            return new Reading.Draft(review.view(product));
        }
        return switch (desk.decide(product)) {
            case Desk.Barred barred -> barred.why();
            case Desk.Open open -> new Reading.Full(desk.words(open, purpose));
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
        Predicate<Row> within =
                filter.bySight() && filter.order() == Filter.Order.PUBLISHED ? l.appearedWithin(sight, filter) : null;
        String query = filter.query();
        if (query == null || query.isBlank()) {
            return within;
        }
        Set<Long> matching = text.matching(query, (id, ordinal) -> {
            Row row = l.row(id);
            return row != null && l.readable(row, ordinal, sight, acknowledged.contains(id));
        });
        return row -> matching.contains(row.productId()) && (within == null || within.test(row));
    }

    private Shared shared(ClassFacts facts, Product product, Instant published) {
        return facts.shared(
                product.number(),
                published,
                dissemination.of(product),
                gate.moment().world().policy());
    }
}
