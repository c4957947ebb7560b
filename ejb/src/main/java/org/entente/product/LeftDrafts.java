package org.entente.product;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.entente.access.Outcome;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of somebody who wears no hat of the organisation any more, and what came in unmarked (CLS-02). They pass to its
 * classification officers, one by one: who has taken one over is its author, may mark it and cannot confirm it. Until then nobody
 * reads a draft that was left, and none but these officers what is unmarked.
 */
@Stateless
public class LeftDrafts {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Inject
    private Once once;

    @Inject
    private Event<TakenOver> takenOver;

    /** Headers of those that the acting officer could read in full, oldest first. */
    @Operation(Action.LIST_LEFT_DRAFTS)
    public List<LeftDraft> list() {
        gate.sight();
        List<LeftDraft> left = left(gate.hat()).stream()
                .map(p -> new LeftDraft(
                        p.number(),
                        p.type().name(),
                        p.mission(),
                        shelf.newest(p).marking(),
                        p.author(),
                        p.filedAt()))
                .toList();
        gate.notes("count=" + left.size());
        return left;
    }

    /**
     * Makes the acting officer its author. What is no such draft, or none that they could read in full, is not there; what is
     * theirs already is 409 {@code wrong-state}.
     */
    @Operation(Action.TAKE_OVER_DRAFT)
    public Receipt takeOver(String number, @Nullable String key) {
        return once.answer(key, "take over " + number, Views::text, Views::receipt, () -> {
            gate.asked(number);
            Product product = shelf.find(number);
            if (product == null) {
                throw Refused.notFound();
            }
            shelf.lock(product);
            Hat hat = gate.hat();
            boolean left = left(hat).stream().anyMatch(p -> p.number().equals(number));
            gate.decideOwn(number, product.originator(), null, left || (product.isBy(hat) && review.known(product)));
            String from = product.authorHat();
            product.takenOver(hat, left);
            Version version = shelf.newest(product);
            shelf.flush();
            gate.notesVersion(version.number(), version.marking());
            gate.notes("of " + from);
            takenOver.fire(new TakenOver(number, from));
            return new Receipt(
                    number, product.state(), version.number(), version.marking(), version.contentHash(), List.of());
        });
    }

    private List<Product> left(Hat officer) {
        return left(
                shelf,
                review,
                gate.moment().world().hats(),
                officer,
                gate.moment().now());
    }

    /** The same for whoever looks at desks. */
    static List<Product> left(Shelf shelf, Review review, List<Hat> hats, Hat officer, java.time.Instant now) {
        List<String> there = hats.stream()
                .filter(h -> h.organisation().equals(officer.organisation()) && h.liveAt(now))
                .map(Hat::person)
                .distinct()
                .toList();
        return Stream.concat(
                        shelf.left(officer.organisation(), there).stream(),
                        shelf.unmarked(officer.organisation()).stream())
                .filter(p -> review.readable(p, shelf.newest(p)) == Outcome.PERMIT)
                .toList();
    }
}
