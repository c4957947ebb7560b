package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.access.Outcome;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** Drafts that wait: for an officer who may read them, and for the author to whom one came back. */
@ApplicationScoped
class DraftInbox implements Inbox {
    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Inject
    private Gate gate;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        List<Matter> all = new ArrayList<>();
        if (hat.has(Role.CLASSIFICATION_OFFICER)) {
            List<Product> queue = shelf.queue(hat.organisation()).stream()
                    .filter(p -> !p.isBy(hat) && review.readable(p, shelf.newest(p)) == Outcome.PERMIT)
                    .toList();
            if (!queue.isEmpty()) {
                Instant oldest = Objects.requireNonNull(queue.getFirst().submittedAt());
                all.add(new Matter(
                        Matter.Kind.DRAFT_REVIEW, null, null, null, null, "CLS-04", oldest, null, false, queue.size()));
            }
        }
        if (Action.TAKE_OVER_DRAFT.roles().stream().anyMatch(hat::has)) {
            List<Product> left =
                    LeftDrafts.left(shelf, review, gate.moment().world().hats(), hat, now);
            if (!left.isEmpty()) {
                Instant oldest = left.getFirst().filedAt();
                all.add(new Matter(
                        Matter.Kind.DRAFT_LEFT, null, null, null, null, "HND-08", oldest, null, false, left.size()));
            }
        }
        if (Action.EDIT_DRAFT.roles().stream().anyMatch(hat::has)) {
            for (Product draft : shelf.drafts(hat.person(), hat.organisation())) {
                if (draft.state() == ProductState.DRAFT && draft.returnedWhy() != null) {
                    all.add(Matter.one(
                            Matter.Kind.DRAFT_RETURNED,
                            draft.number(),
                            draft.number(),
                            shelf.newest(draft).marking(),
                            null,
                            "CLS-04",
                            draft.filedAt(),
                            null,
                            now));
                }
            }
        }
        return all;
    }
}
