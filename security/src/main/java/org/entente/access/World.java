package org.entente.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.marking.Equivalence;
import org.entente.marking.Scheme;
import org.entente.marking.Vocabulary;
import org.jspecify.annotations.Nullable;

/** An immutable snapshot of everything that decisions rest on apart from hats and products. */
public record World(
        List<Scheme> schemes,
        List<Equivalence> equivalences,
        List<Organisation> organisations,
        List<Group> groups,
        List<Mission> missions,
        List<Arrangement> arrangements,
        List<Consent> consents,
        List<Bar> bars,
        List<Unit> units,
        List<Membership> memberships,
        Set<String> posts,
        Set<String> persons) {

    public World {
        schemes = List.copyOf(schemes);
        equivalences = List.copyOf(equivalences);
        organisations = List.copyOf(organisations);
        groups = List.copyOf(groups);
        missions = List.copyOf(missions);
        arrangements = List.copyOf(arrangements);
        consents = List.copyOf(consents);
        bars = List.copyOf(bars);
        units = List.copyOf(units);
        memberships = List.copyOf(memberships);
        posts = Set.copyOf(posts);
        persons = Set.copyOf(persons);
        List<WorldCheck.Objection> objections = new WorldCheck()
                .organisations(organisations)
                .groups(groups)
                .missions(missions)
                .schemes(schemes)
                .equivalences(equivalences)
                .arrangements(arrangements)
                .consents(consents)
                .bars(bars)
                .names(posts, "", "posts")
                .names(persons, "", "persons")
                .units(units, posts)
                .memberships(memberships)
                .objections();
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException("the world contradicts itself: " + objections);
        }
    }

    /** One in which nobody is barred from anything, and no organisation has units or members. */
    public World(
            List<Scheme> schemes,
            List<Equivalence> equivalences,
            List<Organisation> organisations,
            List<Group> groups,
            List<Mission> missions,
            List<Arrangement> arrangements,
            List<Consent> consents,
            Set<String> posts,
            Set<String> persons) {
        this(
                schemes,
                equivalences,
                organisations,
                groups,
                missions,
                arrangements,
                consents,
                List.of(),
                List.of(),
                List.of(),
                posts,
                persons);
    }

    /** The units of an organisation that a hat with these posts belongs to. */
    public List<Unit> unitsOf(String organisation, Set<String> posts) {
        return units.stream()
                .filter(unit -> unit.organisation().equals(organisation))
                .filter(unit -> unit.posts().stream().anyMatch(posts::contains))
                .toList();
    }

    /** The stretches in which the hat's State belongs to its organisation; null if it is no State's (ORG-05). */
    public @Nullable List<Interval> membershipOf(Hat hat) {
        return hat.state() == null
                ? null
                : memberships.stream()
                        .filter(m -> m.organisation().equals(hat.organisation())
                                && m.state().equals(hat.state()))
                        .map(Membership::during)
                        .toList();
    }

    /** The words that markings may use in this world. */
    public Vocabulary vocabulary() {
        Set<String> names = new TreeSet<>(posts);
        names.addAll(persons);
        return new Vocabulary(
                schemes,
                organisations.stream().map(Organisation::code).toList(),
                groups.stream().collect(Collectors.toMap(Group::code, World::stays)),
                missions.stream().map(Mission::code).toList(),
                names);
    }

    /** The canonical text: the rule set's version and every fact, a line each; what {@link #hash} is taken over. */
    public String text() {
        return WorldText.of(this);
    }

    /** The world of a canonical text; {@link IllegalArgumentException} if it is none, or of other rules than these. */
    public static World of(String text) {
        return WorldTextReader.read(text);
    }

    /** SHA-256 over the canonical {@link #text}; the order of lists does not matter. */
    public byte[] hash() {
        return WorldText.hash(this);
    }

    private static Map<String, List<Interval>> stays(Group group) {
        return group.members().stream()
                .collect(Collectors.groupingBy(
                        Member::organisation, HashMap::new, Collectors.mapping(Member::during, Collectors.toList())));
    }
}
