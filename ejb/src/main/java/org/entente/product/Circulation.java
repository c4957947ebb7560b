package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.access.Outcome;
import org.entente.access.Releases;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** What other features may know of a product, and do to where it is, without ever opening it. In the caller's transaction. */
@ApplicationScoped
public class Circulation {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Review review;

    @Inject
    private Dissemination dissemination;

    /** The product, whoever asks; null if there is none. The caller decides who may know of it. */
    public @Nullable Circulating find(String number) {
        Product product = shelf.find(number);
        if (product == null) {
            return null;
        }
        Version version = shelf.newest(product);
        return new Circulating(
                product.number(),
                product.originator(),
                product.type(),
                product.mission(),
                product.state(),
                version.number(),
                version.contentHash(),
                version.marking(),
                version.portionMarkings(),
                version.portions().stream().map(Portion::sources).toList(),
                product.author(),
                product.authorHat(),
                product.confirmedBy(),
                product.sanitisedFrom());
    }

    public Circulating get(String number) {
        return Objects.requireNonNull(find(number), "a release names a product that is not there");
    }

    /** Holds the product until the caller's transaction ends, so that no two hand it on at once. */
    public void lock(String number) {
        shelf.lock(product(number));
    }

    /** What the policy says of this hat and this product now; of what is not published yet, what it would say. */
    public Outcome outcomeFor(Hat hat, String number) {
        Product product = product(number);
        Version version = shelf.newest(product);
        Instant now = gate.moment().now();
        Instant published = product.published();
        return gate.moment()
                .world()
                .policy()
                .decide(
                        hat,
                        review.facts(product, version)
                                .compiledBy(gate.moment().world().policy()),
                        number,
                        published == null ? now : published,
                        dissemination.of(product),
                        now,
                        true,
                        review.facts(product, version).portionIds())
                .outcome();
    }

    /** Whether this hat may know of a published product now. */
    public boolean mayKnow(String number, Hat hat) {
        Product product = shelf.find(number);
        return product != null
                && product.state() == ProductState.PUBLISHED
                && outcomeFor(hat, number).compareTo(Outcome.HIDDEN) > 0;
    }

    /** Whether anybody of that organisation may, in a hat that is valid now. */
    public boolean somebodyMayKnow(String number, String organisation) {
        Instant now = gate.moment().now();
        return gate.moment().world().hats().stream()
                .filter(h -> h.organisation().equals(organisation) && h.liveAt(now))
                .anyMatch(h -> mayKnow(number, h));
    }

    /** Published products of an organisation with when they were published, oldest first, and its drafts with when they were filed. */
    public List<Held> held(String organisation) {
        return shelf.held(organisation);
    }

    /** Something that an organisation holds: published, or a working paper that never went anywhere. */
    public record Held(String number, ProductType type, String marking, ProductState state, Instant since) {}

    public Releases releases(String number) {
        return dissemination.of(product(number));
    }

    public void hand(String number, String receiver, Instant from, @Nullable Instant to) {
        Product product = product(number);
        dissemination.hand(product, receiver, from, to);
        shelf.changed(product);
    }

    public void end(String number, String receiver, Instant at) {
        Product product = product(number);
        dissemination.end(product, receiver, at);
        shelf.changed(product);
    }

    private Product product(String number) {
        return Objects.requireNonNull(shelf.find(number), "no such product");
    }
}
