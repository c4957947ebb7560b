package org.entente.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.identity.Interval;
import org.entente.marking.Control;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WorldText} wrote, so that a decision can be taken again in the world that gave it (AUD-06). */
final class WorldTextReader {
    private final Map<String, Head> schemes = new LinkedHashMap<>();
    private final Map<String, List<Level>> levels = new LinkedHashMap<>();
    private final Map<String, List<Member>> groups = new LinkedHashMap<>();
    private final List<Equivalence> equivalences = new ArrayList<>();
    private final List<Organisation> organisations = new ArrayList<>();
    private final List<Mission> missions = new ArrayList<>();
    private final List<Arrangement> arrangements = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Set<String>> unitPosts = new LinkedHashMap<>();
    private final Set<String> posts = new HashSet<>();
    private final Set<String> persons = new HashSet<>();

    /** A scheme before its levels are known. */
    private record Head(String code, String organisation, boolean briefing) {}

    private WorldTextReader() {}

    static World read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(WorldText.RULES)) {
            throw new IllegalArgumentException("this is no world under the rules '" + WorldText.RULES + "'");
        }
        WorldTextReader reader = new WorldTextReader();
        try {
            lines.stream().skip(1).forEach(reader::line);
            return reader.world();
        } catch (IndexOutOfBoundsException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("a line of the world's text is not whole", e);
        }
    }

    private World world() {
        return new World(
                schemes.values().stream()
                        .map(s -> new Scheme(s.code(), s.organisation(), s.briefing(), levelsOf(s.code())))
                        .toList(),
                equivalences,
                organisations,
                groups.entrySet().stream()
                        .map(g -> new Group(g.getKey(), g.getValue()))
                        .toList(),
                missions,
                arrangements,
                consents,
                bars,
                units.stream()
                        .map(u -> new Unit(
                                u.code(), u.organisation(), u.mission(), unitPosts.getOrDefault(u.code(), Set.of())))
                        .toList(),
                memberships,
                posts,
                persons);
    }

    private List<Level> levelsOf(String scheme) {
        return levels.getOrDefault(scheme, List.of()).stream()
                .sorted(Comparator.comparingInt(Level::rank))
                .toList();
    }

    private void line(String line) {
        Fields f = new Fields(line.split("\t", -1));
        switch (f.text(0)) {
            case "scheme" ->
                schemes.put(f.text(1), new Head(f.text(1), f.text(2), f.text(3).equals("briefing")));
            case "level" ->
                levels.computeIfAbsent(f.text(1), s -> new ArrayList<>())
                        .add(new Level(
                                f.text(3), f.optional(4), f.text(5).equals("classified"), f.text(1), f.number(2)));
            case "equivalence" ->
                equivalences.add(
                        new Equivalence(f.text(1), f.number(2), Equivalence.Status.valueOf(f.text(3)), f.during(4)));
            case "organisation" -> organisations.add(new Organisation(f.text(1), Organisation.Kind.valueOf(f.text(2))));
            case "group" -> groups.computeIfAbsent(f.text(1), g -> new ArrayList<>());
            case "member" ->
                groups.computeIfAbsent(f.text(1), g -> new ArrayList<>()).add(new Member(f.text(2), f.during(3)));
            case "mission" -> missions.add(new Mission(f.text(1), f.optional(2)));
            case "arrangement" ->
                arrangements.add(new Arrangement(
                        f.text(1), f.text(2), f.optional(3), f.text(4), controls(f.text(5)), f.during(6)));
            case "consent" -> consents.add(new Consent(f.text(1), f.text(2), f.text(3), f.during(4)));
            case "bar" -> bars.add(new Bar(f.text(1), f.text(2), f.during(3)));
            case "membership" -> memberships.add(new Membership(f.text(1), f.text(2), f.during(3)));
            case "unit" -> units.add(new Unit(f.text(1), f.text(2), f.optional(3), Set.of()));
            case "unit-post" ->
                unitPosts.computeIfAbsent(f.text(1), u -> new HashSet<>()).add(f.text(2));
            case "post" -> posts.add(f.text(1));
            case "person" -> persons.add(f.text(1));
            default -> throw new IllegalArgumentException("a world has no " + f.text(0));
        }
    }

    private static Set<Control> controls(String written) {
        return written.isEmpty()
                ? Set.of()
                : Stream.of(written.split("/", -1)).map(Control::valueOf).collect(Collectors.toSet());
    }

    /** The fields of one line, by place. */
    private record Fields(String[] all) {
        String text(int place) {
            String text = optional(place);
            if (text == null) {
                throw new IllegalArgumentException("a field of the world's text is missing");
            }
            return text;
        }

        int number(int place) {
            return Integer.parseInt(text(place));
        }

        Interval during(int place) {
            return new Interval(instant(place), instant(place + 1));
        }

        @Nullable
        String optional(int place) {
            return all[place].equals("~") ? null : plain(all[place]);
        }

        private @Nullable Instant instant(int place) {
            String text = optional(place);
            return text == null ? null : Instant.parse(text);
        }

        private static String plain(String escaped) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < escaped.length(); i++) {
                char c = escaped.charAt(i);
                if (c != '\\') {
                    plain.append(c);
                    continue;
                }
                char next = escaped.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
            }
            return plain.toString();
        }
    }
}
