package org.entente.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.access.Outcome;
import org.entente.access.Release;
import org.entente.access.Releases;
import org.entente.gate.Gate;
import org.entente.gate.Shown;
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

    @Inject
    private Headers headers;

    @Inject
    private Overview overview;

    @Inject
    private Marks marks;

    @Inject
    private GoneSources gone;

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
                product.sanitisedFrom(),
                product.heldAs(),
                product.unit());
    }

    /** The root over everything that the newest version says (docs/spec/content.md), in hexadecimal: what a record commits to. */
    public String contentRoot(String number) {
        return shelf.newest(product(number)).contentHash();
    }

    /** The release authority has authorised it: what was held as its source is read as its own label says from now on. */
    public void lift(String number) {
        review.lift(product(number));
    }

    /** What whoever judges it goes by, as it stands now. */
    public Shown shown(String number) {
        Product product = product(number);
        return Views.shown(product, shelf.newest(product));
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

    /** A product and what the policy says of it to a hat. */
    public record Seen(Circulating product, Outcome outcome) {}

    /** Many at once, by number. */
    public Map<String, Seen> seen(Collection<String> numbers, Hat hat) {
        return overview.of(numbers, hat);
    }

    /** Whether this hat may know of a published product now. */
    public boolean mayKnow(String number, Hat hat) {
        Product product = shelf.find(number);
        return product != null
                && product.state() == ProductState.PUBLISHED
                && outcomeFor(hat, number).compareTo(Outcome.HIDDEN) > 0;
    }

    /** Whether this hat may read all that it says now. */
    public boolean mayRead(String number, Hat hat) {
        Product product = shelf.find(number);
        return product != null
                && product.state() == ProductState.PUBLISHED
                && outcomeFor(hat, number) == Outcome.PERMIT;
    }

    /** Whether anybody of that organisation may, in a hat that is valid now. */
    public boolean somebodyMayKnow(String number, String organisation) {
        Instant now = gate.moment().now();
        return gate.moment().world().hats().stream()
                .filter(h -> h.organisation().equals(organisation) && h.liveAt(now))
                .anyMatch(h -> mayKnow(number, h));
    }

    /** An organisation's products published before the one instant, and its drafts filed before the other, oldest first. */
    public List<Held> held(String organisation, Instant filedBefore, Instant publishedBefore) {
        return shelf.held(organisation, filedBefore, publishedBefore);
    }

    /** One of them; null if there is none, or it is withdrawn. */
    public @Nullable Held held(String number) {
        return shelf.held(number);
    }

    /** Something that an organisation holds: published, or a working paper that never went anywhere. */
    public record Held(String number, ProductType type, String marking, ProductState state, Instant since) {}

    public Releases releases(String number) {
        return dissemination.of(product(number));
    }

    /** Whether it was ever handed to that organisation, whatever has become of it since. */
    public boolean everHanded(String number, String organisation) {
        return receivers(number).contains(organisation);
    }

    /** To whom it was ever handed. */
    public Set<String> receivers(String number) {
        return releases(number).all().stream()
                .filter(r -> r.hats().isEmpty())
                .map(Release::receiver)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Titles that the acting hat may see, by number, recorded before they are read (CLS-07). Only in a read. */
    public Map<String, String> titles(Collection<String> numbers) {
        return headers.titles(published(numbers), gate.sight());
    }

    /** Titles that their own marks let out of every house: unclassified, with no caveat, of a product of that kind (CLS-07). */
    public Map<String, String> openTitles(Collection<String> numbers) {
        return headers.openTitles(published(numbers));
    }

    /** Unclassified, without a caveat, and with no portion that is more. */
    public boolean open(String number) {
        Product product = shelf.find(number);
        return product != null
                && product.state() == ProductState.PUBLISHED
                && marks.open(product.originator(), shelf.newest(product));
    }

    private List<Product> published(Collection<String> numbers) {
        return numbers.stream()
                .distinct()
                .map(shelf::find)
                .filter(p -> p != null && p.state() == ProductState.PUBLISHED)
                .map(Objects::requireNonNull)
                .toList();
    }

    public void hand(String number, String receiver, Instant from, @Nullable Instant to) {
        Product product = product(number);
        dissemination.hand(product, receiver, from, to);
        shelf.changed(product);
    }

    /** Hands it to some of an organisation's hats alone, for a time (HND-09). */
    public void handTo(String number, String receiver, Set<String> hats, Instant from, Instant to) {
        Product product = product(number);
        dissemination.hand(product, receiver, hats, from, to);
        shelf.changed(product);
    }

    /** Counts a change of products that a statement of somebody else's makes, and draws the instant from which it is there. */
    public static void changing(Connection c) throws SQLException {
        Appearance.draw(c);
    }

    /** Seals what a transfer of authority has handed to the successor at that instant (HND-14). */
    public void given(String receiver, Instant from) {
        dissemination.given(receiver, from);
    }

    /** The same for what went back where it came from. */
    public void takenBack(String receiver, Instant at) {
        dissemination.takenBack(receiver, at);
    }

    /** What was handed to that hat alone ends for it; what its organisation has stays. */
    public void endFor(String number, String receiver, String hat, Instant at) {
        Product product = product(number);
        dissemination.end(product, receiver, hat, at);
        shelf.changed(product);
    }

    public void end(String number, String receiver, Instant at) {
        Product product = product(number);
        dissemination.end(product, receiver, at);
        shelf.changed(product);
    }

    /** It was called back from an organisation, which may have built on it (PKI-13). */
    public void recalled(String number, String organisation) {
        gone.recalled(product(number), organisation);
    }

    /** Sources of it that are gone and about which its originator has not decided, whoever asks (PKI-13). */
    public List<String> undecidedSources(String number) {
        Product product = product(number);
        return gone.of(product, shelf.newest(product)).stream()
                .filter(loss -> loss.decision() == null)
                .map(Losses.Loss::source)
                .toList();
    }

    /** Whether a hat may know that this source of a product is gone. */
    public boolean mayKnowGone(String number, String source, Hat hat) {
        Product product = product(number);
        return (product.state() == ProductState.PUBLISHED ? mayKnow(number, hat) : product.isBy(hat))
                && gone.of(product, shelf.newest(product)).stream()
                        .anyMatch(loss -> loss.source().equals(source) && gone.concerns(loss, hat));
    }

    private Product product(String number) {
        return Objects.requireNonNull(shelf.find(number), "no such product");
    }
}
