package org.entente.product;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.access.Cover;
import org.entente.access.Ground;
import org.entente.access.World;
import org.entente.gate.Sight;
import org.entente.identity.Interval;
import org.entente.marking.Marking;
import org.entente.marking.MarkingGrammar;
import org.entente.marking.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * Since when a product is visible to the organisation of one hat: since it was published there, handed there, or opened to it by
 * its marking, and not before an embargo ended or an arrangement covered it. What the hat itself may do does not count, but where it
 * alone was let in.
 */
final class Sightings {
    private final Sight sight;

    /** Which of its ways a class has to this organisation, and before when none of them counts. */
    private record Way(boolean home, boolean open, Instant earliest) {}

    private final Map<ClassFacts, Way> ways = new HashMap<>();

    Sightings(Sight sight) {
        this.sight = sight;
    }

    Instant since(ClassFacts facts, Appearance appearance) {
        Way way = ways.computeIfAbsent(facts, this::way);
        if (way.home) {
            return appearance.home();
        }
        Instant open = way.open ? Objects.requireNonNullElse(appearance.open(), appearance.home()) : null;
        Instant handed = way.open
                ? null
                : appearance.handedTo(sight.hat().organisation(), sight.hat().id(), sight.now());
        Instant since = open != null ? open : handed != null ? handed : appearance.home();
        return since.isBefore(way.earliest) ? way.earliest : since;
    }

    private Way way(ClassFacts facts) {
        String own = sight.hat().organisation();
        Parsed parsed = new MarkingGrammar(sight.policy().vocabulary()).parse(facts.originator(), facts.marking());
        Marking marking = parsed instanceof Parsed.Ok ok ? ok.marking() : null;
        boolean home = facts.originator().equals(own)
                || (marking != null && marking.joint().contains(own));
        Instant embargo = marking == null || marking.embargoUntil() == null
                ? Instant.MIN
                : Objects.requireNonNull(marking.embargoUntil())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        Instant covered =
                marking == null || facts.ground() != Ground.RELEASE ? Instant.MIN : covered(facts, marking, own);
        return new Way(home, facts.ground() == Ground.MARKING, embargo.isAfter(covered) ? embargo : covered);
    }

    /** Since when the originators' arrangements have covered it without a break; the beginning where nothing began. */
    private Instant covered(ClassFacts facts, Marking marking, String own) {
        World world = sight.policy().world();
        List<Instant> edges = world.arrangements().stream()
                .filter(a -> a.receiver().equals(own))
                .filter(a ->
                        a.giver().equals(facts.originator()) || marking.joint().contains(a.giver()))
                .flatMap(a -> edges(a.during()))
                .filter(at -> !at.isAfter(sight.now()))
                .sorted(Comparator.reverseOrder())
                .distinct()
                .toList();
        Instant since = Instant.MIN;
        for (Instant edge : edges) {
            if (!covers(world, facts, marking, own, edge)) {
                break;
            }
            since = edge;
            if (!covers(world, facts, marking, own, edge.minusMillis(1))) {
                break;
            }
        }
        return since;
    }

    private static Stream<Instant> edges(Interval during) {
        return Stream.of(during.from(), during.to()).flatMap(Stream::ofNullable);
    }

    private static boolean covers(World world, ClassFacts facts, Marking marking, String own, Instant at) {
        return Cover.least(world, facts.originator(), own, marking, facts.mission(), at) == Cover.COVERED;
    }

    /** Whether that lies within what the filter asks for. */
    static boolean within(Filter filter, Instant since) {
        Instant from = filter.visibleFrom();
        Instant to = filter.visibleTo();
        return (from == null || !since.isBefore(from)) && (to == null || since.isBefore(to));
    }

    /** Whether it lies after the place where a page ended. */
    static boolean after(@Nullable Row cursor, long since, String number) {
        return cursor == null
                || since > cursor.published()
                || (since == cursor.published() && number.compareTo(cursor.number()) > 0);
    }
}
