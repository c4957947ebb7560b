package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.jspecify.annotations.Nullable;

/** What other features may know of releases without taking a step in them, and which hat may know it. */
@ApplicationScoped
public class Course {
    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private Knowing knowing;

    @Inject
    private Authority authority;

    @Inject
    private ReleaseViews views;

    @Inject
    private FactFinder finder;

    /** Those whose product it is: one organisation, or all that made it together. */
    public Set<String> originators(Circulating product) {
        return finder.originators(product);
    }

    /** The release, whoever asks; null if there is none. */
    public @Nullable Passing find(String number) {
        ReleaseRequest release = shelf.find(number);
        return release == null ? null : passing(release);
    }

    /** Numbers of a product's releases that are not over. */
    public List<String> openOf(String product) {
        return shelf.of(product).stream()
                .filter(r -> r.stored().open())
                .map(ReleaseRequest::number)
                .toList();
    }

    /** Hats that signed a step of a product's releases. */
    public Set<String> signatories(String product) {
        return shelf.of(product).stream()
                .flatMap(r -> r.signatures().stream())
                .map(Signature::hat)
                .collect(Collectors.toSet());
    }

    public boolean mayKnow(String number, Hat hat) {
        ReleaseRequest release = shelf.find(number);
        return release != null
                && knowing.capacity(release, circulation.get(release.product()), hat) != Knowing.Capacity.NONE;
    }

    /** Whether a step is open now and this hat could take it: its organisation, its role, its duties (PKI-09, PKI-01). */
    public boolean waitsFor(String number, Step step, Hat hat) {
        ReleaseRequest release = shelf.find(number);
        if (release == null || !step.openTo(hat)) {
            return false;
        }
        Circulating product = circulation.get(release.product());
        byte[] basis = Basis.of(product, release.recipientCodes());
        if (!step.in(release.stage(basis), release.kind())
                || !views.acting(step, release, product).contains(hat.organisation())) {
            return false;
        }
        if (step.side() == Side.GIVER) {
            return !release.requester().equals(hat.person());
        }
        return knowing.capacity(release, product, hat) != Knowing.Capacity.NONE
                && (!step.judges() || authority.admits(hat, step, release, product, basis));
    }

    /** Numbers of those that went by a fast path and whose review is late at that instant. */
    public List<String> reviewsOverdue(Instant now) {
        return shelf.reviewsOverdue(now);
    }

    /** A recipient that has a release and has not acknowledged it. */
    public record Unacknowledged(String release, String organisation) {}

    /** Those that were handed over at that instant or before. */
    public List<Unacknowledged> unacknowledgedSince(Instant then) {
        return shelf.unacknowledged(then);
    }

    private Passing passing(ReleaseRequest release) {
        Instant now = gate.moment().now();
        byte[] basis = Basis.of(circulation.get(release.product()), release.recipientCodes());
        return new Passing(
                release.number(),
                release.product(),
                release.releaser(),
                release.kind(),
                release.requesterHat(),
                release.stage(basis),
                release.movedAt(),
                release.reviewDue(),
                release.stored() == Stage.AUTHORISED || release.stored().handedOver(),
                release.recipients().stream()
                        .map(r -> new Passing.Part(r.organisation(), r.handedAt(), r.acknowledgedAt(), r.endedAt()))
                        .toList(),
                release.consents().stream()
                        .map(c -> new Passing.Question(c.number(), c.giver(), c.due(), c.state(now)))
                        .toList());
    }
}
