package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.access.Cover;
import org.entente.access.World;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.marking.Control;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.world.Moment;
import org.jspecify.annotations.Nullable;

/** Gathers what the rules on a release look at, from the one moment of the operation. */
@ApplicationScoped
class FactFinder {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private Diligence diligence;

    @Inject
    private ReleaseShelf shelf;

    Marking marking(Circulating product) {
        return Objects.requireNonNull(
                Questions.parsed(product.originator(), product.marking(), world()), "a stored marking parses");
    }

    /** The banner under which it is read now. */
    Marking heldMarking(Circulating product) {
        return Objects.requireNonNull(
                Questions.parsed(product.originator(), product.readAs(), world()), "a stored marking parses");
    }

    /** Those whose product it is: one organisation, or all that made it together (HND-11). */
    Set<String> originators(Circulating product) {
        Set<String> originators = new TreeSet<>(List.of(product.originator()));
        if (product.marking().contains("//JOINT ")) {
            originators.addAll(marking(product).joint());
        }
        return originators;
    }

    /** All whose information it is: its originators, and givers of what is inside. */
    Set<String> owners(Circulating product, Marking marking) {
        Set<String> owners = originators(product);
        owners.addAll(marking.contains());
        return owners;
    }

    /** The tier of a level now; what has no row counts as the highest, so that nothing is made easier by it. */
    int tier(Level level) {
        Instant now = gate.moment().now();
        return world().equivalences().stream()
                .filter(e -> e.level().equals(level.code()) && e.during().contains(now))
                .mapToInt(Equivalence::tier)
                .max()
                .orElse(level.classified() ? Integer.MAX_VALUE : 0);
    }

    ReleaseFacts facts(
            Circulating product, String releaser, List<String> recipients, @Nullable ReleaseRequest release) {
        Moment moment = gate.moment();
        World world = world();
        Instant now = moment.now();
        Marking marking = marking(product);
        Map<String, Cover> cover = new HashMap<>();
        recipients.forEach(
                r -> cover.put(r, Cover.least(world, product.originator(), r, marking, product.mission(), now)));
        List<Marking> portions = Questions.portions(product, world);
        List<String> source = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++) {
            if (portions.get(i).controls().contains(Control.SOURCE)) {
                source.add(Integer.toString(i + 1));
            }
        }
        Set<String> excluded = new HashSet<>(world.vocabulary().expand(marking.notReleasableTo(), now));
        // a host State is out until its giver arranged with it what it may have; it then gets that by release (CAV-06,
        // HND-15)
        hosts(product, marking, world).stream()
                .filter(h -> Cover.least(world, product.originator(), h, marking, product.mission(), now) == Cover.NONE)
                .forEach(excluded::add);
        Set<String> listed = world.vocabulary().expand(marking.releasableTo(), now);
        Set<String> unlisted = new TreeSet<>(recipients);
        unlisted.removeAll(listed);
        Diligence.Gaps own = diligence.of(releaser, recipients);
        Set<String> owners = owners(product, marking);
        owners.remove(releaser);
        LocalDate expires = marking.expires();
        return new ReleaseFacts(
                releaser,
                product.originator(),
                marking,
                source,
                recipients,
                cover,
                excluded,
                marking.level().classified() || !listed.isEmpty() ? unlisted : Set.of(),
                named(marking, moment),
                holding(product, releaser, recipients, now, release),
                withoutConsent(product, marking, releaser, recipients, release, now),
                own.unreviewed(),
                own.unmitigated(),
                diligence.of(owners, recipients),
                expires != null
                        && !now.isBefore(expires.atStartOfDay(ZoneOffset.UTC).toInstant()),
                product.sanitisedFrom());
    }

    private static Set<String> hosts(Circulating product, Marking marking, World world) {
        Set<String> hosts = new HashSet<>();
        world.missions().stream()
                .filter(m ->
                        m.code().equals(product.mission()) || marking.missions().contains(m.code()))
                .map(m -> m.hostState())
                .filter(Objects::nonNull)
                .forEach(hosts::add);
        return hosts;
    }

    private static Set<String> named(Marking marking, Moment moment) {
        Set<String> named = new HashSet<>();
        for (Hat hat : moment.world().hats()) {
            boolean there = marking.eyesOnly().contains(hat.person())
                    || hat.posts().stream().anyMatch(marking.eyesOnly()::contains);
            if (there) {
                named.add(hat.organisation());
            }
        }
        return named;
    }

    /**
     * Those who hold it, or to whom another release is on its way. Who would hand on somebody else's product is told of
     * their own releases alone: to whom the originator gives it is not theirs to know.
     */
    private Set<String> holding(
            Circulating product,
            String releaser,
            List<String> recipients,
            Instant now,
            @Nullable ReleaseRequest release) {
        boolean own = releaser.equals(product.originator());
        Set<String> holding = new TreeSet<>();
        var handed = circulation.releases(product.number());
        List<ReleaseRequest> others = shelf.of(product.number()).stream()
                .filter(o -> !o.equals(release) && o.stored().open())
                .filter(o -> own || o.releaser().equals(releaser))
                .toList();
        for (String recipient : recipients) {
            boolean comes = others.stream()
                    .flatMap(o -> o.active().stream())
                    .anyMatch(r -> r.organisation().equals(recipient));
            if (comes || (own && release == null && handed.reach(recipient, now))) {
                holding.add(recipient);
            }
        }
        return holding;
    }

    private Map<String, Set<String>> withoutConsent(
            Circulating product,
            Marking marking,
            String releaser,
            List<String> recipients,
            @Nullable ReleaseRequest release,
            Instant now) {
        Map<String, Set<String>> missing = new TreeMap<>();
        Questions.of(product, marking, releaser, world(), circulation::find)
                .keySet()
                .forEach(giver -> recipients.stream()
                        .filter(r -> !r.equals(giver))
                        .filter(r -> !consented(giver, r, product.number(), release, now))
                        .forEach(r -> missing.computeIfAbsent(giver, g -> new TreeSet<>())
                                .add(r)));
        return missing;
    }

    /** Given for this very release, or standing in the world for this product. */
    private boolean consented(
            String giver, String receiver, String product, @Nullable ReleaseRequest release, Instant now) {
        Stream<ConsentRequest> asked = release == null ? Stream.of() : release.consents().stream();
        return asked.anyMatch(c -> c.giver().equals(giver)
                        && c.receiver().equals(receiver)
                        && c.state(now) == ConsentState.GRANTED)
                || world().consents().stream()
                        .anyMatch(c -> c.giver().equals(giver)
                                && c.receiver().equals(receiver)
                                && c.product().equals(product)
                                && c.during().contains(now));
    }

    private World world() {
        return gate.moment().world().policy().world();
    }
}
