package org.entente.world;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.interval;
import static org.entente.world.Sql.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.access.AccessPolicy;
import org.entente.access.Arrangement;
import org.entente.access.Bar;
import org.entente.access.Consent;
import org.entente.access.Group;
import org.entente.access.Member;
import org.entente.access.Membership;
import org.entente.access.Mission;
import org.entente.access.Organisation;
import org.entente.access.Unit;
import org.entente.access.World;
import org.entente.identity.Assignment;
import org.entente.identity.Briefing;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Residual;
import org.entente.identity.Role;
import org.entente.marking.Control;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** Reads a whole world from its tables. */
final class WorldTables {
    private static final String SPAN = ", valid_from, valid_to FROM ";

    private WorldTables() {}

    static KnownWorld read(Connection c, long version) throws SQLException {
        List<Person> persons = rows(
                c,
                "SELECT code, subject, name, language, mail FROM person",
                r -> new Person(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5)));
        Set<String> names = persons.stream().map(Person::code).collect(toCollection(HashSet::new));
        World world = new World(
                schemes(c),
                rows(
                        c,
                        "SELECT level, tier, status" + SPAN + "equivalence ORDER BY id",
                        r -> new Equivalence(
                                r.getString(1), r.getInt(2), Equivalence.Status.valueOf(r.getString(3)), valid(r))),
                rows(
                        c,
                        "SELECT code, kind FROM organisation ORDER BY code",
                        r -> new Organisation(r.getString(1), Organisation.Kind.valueOf(r.getString(2)))),
                groups(c),
                rows(
                        c,
                        "SELECT code, host_state FROM mission ORDER BY code",
                        r -> new Mission(r.getString(1), r.getString(2))),
                rows(
                        c,
                        "SELECT giver, receiver, mission, cap, without_controls" + SPAN
                                + "arrangement WHERE status = 'IN_FORCE' ORDER BY id",
                        r -> new Arrangement(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                r.getString(4),
                                controls(r.getString(5)),
                                valid(r))),
                rows(
                        c,
                        "SELECT giver, receiver, product" + SPAN + "consent ORDER BY id",
                        r -> new Consent(r.getString(1), r.getString(2), r.getString(3), valid(r))),
                rows(
                        c,
                        "SELECT giver, receiver" + SPAN + "bar ORDER BY id",
                        r -> new Bar(r.getString(1), r.getString(2), valid(r))),
                units(c),
                rows(
                        c,
                        "SELECT organisation, state" + SPAN + "membership ORDER BY id",
                        r -> new Membership(r.getString(1), r.getString(2), valid(r))),
                new HashSet<>(rows(c, "SELECT code FROM post", r -> r.getString(1))),
                names);
        return new KnownWorld(
                version,
                AccessPolicy.of(world),
                persons.stream().collect(toMap(Person::subject, Function.identity())),
                personnel(c, world),
                rows(c, "SELECT code, log_bit FROM organisation", r -> Map.entry(r.getString(1), r.getInt(2))).stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<Scheme> schemes(Connection c) throws SQLException {
        Map<String, List<Level>> levels = rows(
                        c,
                        "SELECT code, mark, classified, scheme, rank_no FROM level ORDER BY scheme, rank_no",
                        r -> new Level(r.getString(1), r.getString(2), r.getBoolean(3), r.getString(4), r.getInt(5)))
                .stream()
                .collect(groupingBy(Level::scheme));
        return rows(
                c,
                "SELECT code, organisation, briefing FROM scheme ORDER BY code",
                r -> new Scheme(
                        r.getString(1),
                        r.getString(2),
                        r.getBoolean(3),
                        levels.getOrDefault(r.getString(1), List.of())));
    }

    private static List<Unit> units(Connection c) throws SQLException {
        Map<String, Set<String>> posts = rows(
                        c,
                        "SELECT unit, post FROM org_unit_post ORDER BY post",
                        r -> Map.entry(r.getString(1), r.getString(2)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
        return rows(
                c,
                "SELECT code, organisation, mission FROM org_unit ORDER BY code",
                r -> new Unit(
                        r.getString(1), r.getString(2), r.getString(3), posts.getOrDefault(r.getString(1), Set.of())));
    }

    private static List<Group> groups(Connection c) throws SQLException {
        Map<String, List<Member>> members = rows(
                        c,
                        "SELECT org_group, organisation" + SPAN + "group_member ORDER BY id",
                        r -> Map.entry(r.getString(1), new Member(r.getString(2), valid(r))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return rows(
                c,
                "SELECT code FROM org_group ORDER BY code",
                r -> new Group(r.getString(1), members.getOrDefault(r.getString(1), List.of())));
    }

    private record Word(String hat, String kind, String word) {}

    private record Span(String hat, String kind, String subject, Interval during) {}

    /** That a hat's assignment was ended here, and until when its wearer may still read what was. */
    private record End(
            String hat,
            String mission,
            Instant at,
            @Nullable Instant residualTo) {}

    private static List<Personnel> personnel(Connection c, World world) throws SQLException {
        Map<String, Map<String, End>> ends = rows(
                        c,
                        "SELECT hat, mission, ended_at, residual_to FROM assignment_end",
                        r -> new End(
                                r.getString(1),
                                r.getString(2),
                                Objects.requireNonNull(instant(r, "ended_at")),
                                instant(r, "residual_to")))
                .stream()
                .collect(groupingBy(End::hat, toMap(End::mission, Function.identity())));
        Map<String, List<Word>> words = rows(
                        c,
                        "SELECT hat, kind, word FROM hat_word",
                        r -> new Word(r.getString(1), r.getString(2), r.getString(3)))
                .stream()
                .collect(groupingBy(Word::hat));
        Map<String, List<Span>> spans = rows(
                        c,
                        "SELECT hat, kind, subject" + SPAN + "hat_span ORDER BY id",
                        r -> new Span(r.getString(1), r.getString(2), r.getString(3), valid(r)))
                .stream()
                .collect(groupingBy(Span::hat));
        Map<String, Personnel.Suspension> suspended = rows(
                        c,
                        "SELECT hat, suspended_at, by_hat, reason FROM hat_suspension WHERE lifted_at IS NULL ORDER BY id",
                        r -> Map.entry(
                                r.getString(1),
                                new Personnel.Suspension(
                                        Objects.requireNonNull(instant(r, "suspended_at")),
                                        r.getString(3),
                                        r.getString(4))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
        return rows(c, "SELECT * FROM hat ORDER BY id", r -> {
            String id = r.getString("id");
            List<Word> said = words.getOrDefault(id, List.of());
            List<Span> held = spans.getOrDefault(id, List.of());
            Instant provisional = instant(r, "provisional_until");
            Map<String, End> over = ends.getOrDefault(id, Map.of());
            Hat hat = new Hat(
                    id,
                    r.getString("person"),
                    r.getString("organisation"),
                    said("POST", said, Function.identity()),
                    said("ROLE", said, Role::valueOf),
                    held("ASSIGNMENT", held, Assignment::new).stream()
                            .map(a -> until(a, over.get(a.mission())))
                            .toList(),
                    provisional,
                    residual(r, over.values()),
                    held("CLEARANCE", held, Clearance::new),
                    held("BRIEFING", held, Briefing::new),
                    r.getString("state"));
            List<Interval> membership = world.membershipOf(hat);
            Instant conduct = held.stream()
                    .filter(s -> s.kind.equals("CONDUCT"))
                    .map(s -> s.during.from())
                    .findFirst()
                    .orElse(null);
            return new Personnel(
                    membership == null ? hat : hat.within(membership),
                    !r.getBoolean("from_file"),
                    conduct,
                    suspended.get(id));
        });
    }

    /** What is ended here has ended, whatever a file says of it (HND-03). */
    private static Assignment until(Assignment assignment, @Nullable End end) {
        Instant from = assignment.during().from();
        Instant to = assignment.during().to();
        if (end == null || (to != null && !to.isAfter(end.at))) {
            return assignment;
        }
        return new Assignment(
                assignment.mission(), new Interval(from, from != null && from.isAfter(end.at) ? from : end.at));
    }

    /** What is left of it: by the world's file, or by a handover that ended it (HND-07). */
    private static @Nullable Residual residual(java.sql.ResultSet r, Collection<End> ends) throws SQLException {
        for (End end : ends) {
            if (end.residualTo != null) {
                return new Residual(end.mission, new Interval(end.at, end.residualTo));
            }
        }
        String mission = r.getString("residual_mission");
        return mission == null ? null : new Residual(mission, interval(r, "residual_from", "residual_to"));
    }

    private static <T> Set<T> said(String kind, List<Word> words, Function<String, T> as) {
        return words.stream()
                .filter(w -> w.kind.equals(kind))
                .map(w -> as.apply(w.word))
                .collect(toCollection(HashSet::new));
    }

    private static <T> List<T> held(
            String kind, List<Span> spans, java.util.function.BiFunction<String, Interval, T> as) {
        return spans.stream()
                .filter(s -> s.kind.equals(kind))
                .map(s -> as.apply(s.subject, s.during))
                .toList();
    }

    private static Set<Control> controls(String written) {
        return written.isEmpty()
                ? Set.of()
                : Stream.of(written.split("/", -1)).map(Control::valueOf).collect(toSet());
    }

    private static Interval valid(java.sql.ResultSet row) throws SQLException {
        return interval(row, "valid_from", "valid_to");
    }
}
