package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.entente.access.Decision;
import org.entente.access.Outcome;
import org.entente.access.Release;
import org.entente.access.Releases;
import org.entente.gate.Gate;
import org.entente.gate.Shown;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Sources that are gone, followed to what was built on them (PKI-13). A product shows it to those alone who could read the source
 * if it had not gone: to everybody else nothing has happened.
 */
@ApplicationScoped
class GoneSources {
    @Inject
    private Gate gate;

    @Inject
    private Shelf shelf;

    @Inject
    private Losses losses;

    @Inject
    private Dissemination dissemination;

    @Inject
    private Review review;

    @Inject
    private Event<SourceLost> lost;

    /** It is gone for everybody. */
    void gone(Product source, GoneSource.How how, @Nullable String supersededBy) {
        shelf.flush();
        follow(source, null, how, supersededBy);
    }

    /** One organisation alone has lost it; of what is withdrawn that has been said. */
    void recalled(Product source, String organisation) {
        if (source.state() == ProductState.PUBLISHED) {
            follow(source, organisation, GoneSource.How.RECALLED, null);
        }
    }

    private void follow(
            Product source, @Nullable String organisation, GoneSource.How how, @Nullable String supersededBy) {
        List<String> derivatives = losses.derivatives(source.number(), organisation);
        if (!derivatives.isEmpty()) {
            long loss = losses.gone(
                    source.number(), organisation, how, gate.moment().now(), supersededBy);
            lost.fire(new SourceLost(source.number(), loss, derivatives));
        }
    }

    /** Everything that a version draws on, for {@link Losses#derivatives}. */
    static Collection<String> drawn(Product product, Version version) {
        TreeSet<String> sources = new TreeSet<>();
        version.portions().forEach(p -> p.sources().forEach(s -> sources.add(numberOf(s))));
        String parent = product.sanitisedFrom();
        if (parent != null) {
            sources.add(parent);
        }
        return sources;
    }

    static String numberOf(String source) {
        int hash = source.indexOf('#');
        return hash < 0 ? source : source.substring(0, hash);
    }

    /** All of a product, whoever asks: what its originator has no more, unless it got it back meanwhile. */
    List<Losses.Loss> of(Product product, Version version) {
        return drawn(product, version).isEmpty()
                ? List.of()
                : losses.of(product.number()).stream().filter(this::stands).toList();
    }

    /** Of an organisation's published products, what nobody has decided about. */
    List<Losses.Loss> undecided(String organisation) {
        return losses.undecided(organisation).stream().filter(this::stands).toList();
    }

    private boolean stands(Losses.Loss loss) {
        return loss.how() != GoneSource.How.RECALLED
                || !dissemination
                        .of(source(loss))
                        .reach(loss.originator(), gate.moment().now());
    }

    /** What this reader gets to see of it: through the portions that are shown, or because all of it was made of the source. */
    List<GoneSource> shown(Product product, Version version, Collection<Integer> portions) {
        return of(product, version).stream()
                .filter(loss -> concerns(loss, product, version, portions, gate.hat()))
                .map(loss -> view(loss, product, version, portions))
                .toList();
    }

    /** Whether a hat that gets these portions may know that the source is gone. */
    private boolean concerns(
            Losses.Loss loss, Product product, Version version, Collection<Integer> portions, Hat hat) {
        return (loss.source().equals(product.sanitisedFrom()) && mightRead(loss, loss.source(), hat))
                || portions.stream()
                        .flatMap(i -> version.portions().get(i - 1).sources().stream())
                        .anyMatch(s -> numberOf(s).equals(loss.source()) && mightRead(loss, s, hat));
    }

    /** Whether a hat may know of it, where it gets all of the product. */
    boolean concerns(Losses.Loss loss, Hat hat) {
        Product product = Objects.requireNonNull(shelf.find(loss.product()));
        Version version = shelf.newest(product);
        return concerns(loss, product, version, all(version), hat);
    }

    private static List<Integer> all(Version version) {
        return IntStream.rangeClosed(1, version.portions().size()).boxed().toList();
    }

    private GoneSource view(Losses.Loss loss, Product product, Version version, Collection<Integer> portions) {
        boolean own = product.originator().equals(gate.hat().organisation());
        boolean decidable = decides(loss, product, gate.hat());
        String next = loss.supersededBy();
        Product successor = next == null ? null : shelf.find(next);
        return new GoneSource(
                product.number(),
                loss.source(),
                loss.how(),
                loss.at(),
                portions.stream()
                        .filter(i -> version.portions().get(i - 1).sources().stream()
                                .anyMatch(s -> numberOf(s).equals(loss.source())))
                        .map(String::valueOf)
                        .toList(),
                successor != null && successor.state() == ProductState.PUBLISHED && review.known(successor)
                        ? next
                        : null,
                loss.decision(),
                own ? loss.reason() : null,
                own ? loss.decidedBy() : null,
                decidable,
                decidable ? gate.seal(shown(loss, product, version)) : null);
    }

    /** An officer or release authority of its originator, and nobody about what they wrote themselves (PKI-09). */
    static boolean decides(Losses.Loss loss, Product product, Hat hat) {
        return loss.decision() == null
                && product.state() == ProductState.PUBLISHED
                && product.originator().equals(hat.organisation())
                && !product.author().equals(hat.person())
                && (hat.has(Role.CLASSIFICATION_OFFICER) || hat.has(Role.RELEASE_AUTHORITY));
    }

    /** What whoever decides goes by. */
    static Shown shown(Losses.Loss loss, Product product, Version version) {
        return Views.shown(product, version)
                .with("source", loss.source())
                .with("how", loss.how() + " " + loss.at())
                .with("decision", loss.decision());
    }

    /** Of a portion's sources those that are gone and that this reader could read until then. */
    List<String> known(List<String> sources, List<Losses.Loss> gone) {
        return sources.stream()
                .filter(s -> gone.stream()
                        .anyMatch(loss -> loss.source().equals(numberOf(s)) && mightRead(loss, s, gate.hat())))
                .toList();
    }

    /**
     * Whether a hat could read it now if it had not gone: by the policy of today, with the handings that ended with it as if they
     * had not. That it was called back from somebody is told on both sides and to nobody else.
     */
    private boolean mightRead(Losses.Loss loss, String source, Hat hat) {
        Product product = source(loss);
        Integer classId = product.classId();
        Instant published = product.published();
        boolean told = loss.how() != GoneSource.How.RECALLED
                || hat.organisation().equals(loss.originator())
                || hat.organisation().equals(product.originator());
        if (classId == null || published == null || !told) {
            return false;
        }
        var policy = gate.moment().world().policy();
        ClassFacts facts = shelf.classFacts(classId);
        Decision decision = policy.decide(
                hat,
                facts.compiledBy(policy),
                product.number(),
                published,
                asBefore(dissemination.of(product), loss.at()),
                gate.moment().now(),
                true,
                facts.portionIds());
        return decision.outcome() == Outcome.PERMIT
                && !decision.withheld().contains(source.substring(source.indexOf('#') + 1));
    }

    private static Releases asBefore(Releases releases, Instant gone) {
        return new Releases(releases.all().stream()
                .map(r -> gone.equals(r.during().to())
                        ? new Release(
                                r.receiver(), r.hats(), new Interval(r.during().from(), null))
                        : r)
                .toList());
    }

    private Product source(Losses.Loss loss) {
        return Objects.requireNonNull(shelf.find(loss.source()));
    }
}
