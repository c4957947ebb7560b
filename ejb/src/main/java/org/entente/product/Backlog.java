package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.access.Cover;
import org.entente.access.Organisation;
import org.entente.access.World;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Products that were published before this platform had them: each comes with number, instant, author and officer, and its
 * banner is the one it was published under, checked against its portions like any other.
 */
@ApplicationScoped
public class Backlog {
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
    private Dissemination dissemination;

    /** One of them. */
    public record Entry(
            String number,
            String originator,
            String author,
            String officer,
            Instant published,
            @Nullable String damage,
            @Nullable String sanitisedFrom,
            List<String> sanitisedPortions,
            Filing filing) {}

    /** Keeps it, in the caller's transaction, unless its number is there already. */
    public boolean keep(Entry entry) {
        if (shelf.taken(entry.number())) {
            return false;
        }
        Moment then = new Moment(
                gate.moment().world(), entry.published(), gate.moment().changes());
        Labelled labelled = labelling.label(entry.filing(), entry.originator(), then);
        Product product = new Product(
                entry.number(),
                labelled.type(),
                labelled.mission(),
                hat(then, entry.author(), entry.originator()),
                entry.published());
        if (entry.sanitisedFrom() != null) {
            product.sanitisedFrom(entry.sanitisedFrom(), entry.sanitisedPortions());
        }
        Version version = versions.write(product, labelled, entry.author(), entry.published());
        product.submit(entry.published());
        Damage damage = Completeness.damage(entry.damage(), false, "damage");
        product.publishedBy(
                hat(then, entry.officer(), entry.originator()),
                shelf.intern(review.facts(product, version)),
                damage,
                entry.published());
        for (String receiver : reached(labelled, entry, then)) {
            dissemination.hand(product, receiver, entry.published(), null);
        }
        shelf.changed(product);
        gate.concerns(entry.originator());
        return true;
    }

    /** It went, at the time, to everybody whom its label names and to whom an arrangement let it go. */
    private static Set<String> reached(Labelled labelled, Entry entry, Moment then) {
        World world = then.world().policy().world();
        Set<String> reached = world.vocabulary().expand(labelled.banner().releasableTo(), then.now());
        reached.remove(entry.originator());
        if (labelled.banner().level().classified()) {
            reached.removeIf(partner ->
                    Cover.least(world, entry.originator(), partner, labelled.banner(), labelled.mission(), then.now())
                            != Cover.COVERED);
        }
        return reached;
    }

    private static Hat hat(Moment moment, String id, String organisation) {
        Hat hat = moment.world().hats().stream()
                .filter(h -> h.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such hat: " + id));
        boolean known = moment.world().policy().world().organisations().stream()
                .map(Organisation::code)
                .anyMatch(organisation::equals);
        if (!known || !Objects.equals(hat.organisation(), organisation)) {
            throw new IllegalArgumentException(id + " is no hat of " + organisation);
        }
        return hat;
    }
}
