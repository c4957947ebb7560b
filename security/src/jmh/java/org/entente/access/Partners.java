package org.entente.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.identity.Assignment;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Role;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.Scheme;

/** Twelve partners, four schemes, sixteen missions; many markings and many hats, the same for every contestant. */
final class Partners {
    private static final List<String> ORGANISATIONS =
            Stream.iterate(0, i -> i + 1).limit(12).map(i -> "ORG" + i).toList();
    private static final List<String> MISSIONS =
            Stream.iterate(0, i -> i + 1).limit(16).map(i -> "MISSION" + i).toList();

    private final Random random = new Random(13);
    private final List<Scheme> schemes = new ArrayList<>();
    private final List<Equivalence> table = new ArrayList<>();
    private final List<Arrangement> arrangements = new ArrayList<>();

    final World world;

    Partners() {
        for (String organisation : ORGANISATIONS.subList(0, 4)) {
            List<Level> levels = new ArrayList<>();
            for (int rank = 0; rank < 4; rank++) {
                String code = organisation + "-" + rank;
                levels.add(new Level(code, organisation + " LEVEL " + rank, rank > 0, organisation, rank));
                table.add(new Equivalence(code, rank, Equivalence.Status.AGREED, Interval.ALWAYS));
            }
            schemes.add(new Scheme(organisation, organisation, false, levels));
            for (String receiver : ORGANISATIONS) {
                String cap = organisation + "-" + (1 + random.nextInt(3));
                arrangements.add(new Arrangement(organisation, receiver, null, cap, Interval.ALWAYS));
            }
        }
        world = new World(
                schemes,
                table,
                ORGANISATIONS.stream()
                        .map(code -> new Organisation(code, Organisation.Kind.PRINCIPAL))
                        .toList(),
                List.of(),
                MISSIONS.stream().map(code -> new Mission(code, null)).toList(),
                arrangements,
                List.of(),
                Set.of(),
                Set.of());
    }

    List<Marking> markings(int count) {
        Set<Marking> markings = new HashSet<>();
        while (markings.size() < count) {
            Scheme scheme = schemes.get(random.nextInt(4));
            List<String> rel = new ArrayList<>(List.of(scheme.organisation()));
            rel.addAll(some(ORGANISATIONS, random.nextInt(8)));
            markings.add(new Marking(
                    scheme.levels().get(random.nextInt(4)),
                    List.of(),
                    List.of(),
                    Set.of(),
                    new HashSet<>(rel).size() == 1 ? List.of() : rel,
                    List.of(),
                    random.nextInt(3) > 0 ? List.of() : some(MISSIONS, 1 + random.nextInt(4)),
                    List.of(),
                    Set.of(),
                    null,
                    null));
        }
        return List.copyOf(markings);
    }

    List<Hat> hats(int count) {
        List<Hat> hats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String organisation = ORGANISATIONS.get(random.nextInt(12));
            Scheme scheme = schemes.get(ORGANISATIONS.indexOf(organisation) % 4);
            String level = scheme.levels().get(1 + random.nextInt(3)).code();
            hats.add(new Hat(
                    "hat" + i,
                    "person" + i,
                    organisation,
                    Set.of(),
                    Set.of(Role.ANALYST),
                    some(MISSIONS, 1 + random.nextInt(3)).stream()
                            .map(mission -> new Assignment(mission, Interval.ALWAYS))
                            .toList(),
                    null,
                    null,
                    List.of(new Clearance(level, Interval.ALWAYS)),
                    List.of()));
        }
        return hats;
    }

    /** What must be held, group by group: in each, one of these. Levels stand for clearance and arrangement together. */
    static List<List<String>> wants(Marking marking) {
        List<List<String>> wants = new ArrayList<>();
        String originator = marking.level().scheme();
        if (marking.level().classified()) {
            wants.add(List.of("level:" + marking.level().code()));
            wants.add(marking.releasableTo().isEmpty() ? List.of(originator) : marking.releasableTo());
        } else if (!marking.releasableTo().isEmpty()) {
            wants.add(marking.releasableTo());
        }
        if (!marking.missions().isEmpty()) {
            wants.add(marking.missions());
        }
        return wants;
    }

    /** What a hat holds, in the same words. */
    Set<String> holds(Hat hat) {
        Set<String> holds = new TreeSet<>(Set.of(hat.organisation()));
        hat.assignments().forEach(assignment -> holds.add(assignment.mission()));
        String held = hat.clearances().getFirst().level();
        for (Scheme scheme : schemes) {
            for (Level level : scheme.levels()) {
                boolean cleared = held.charAt(held.length() - 1) - '0' >= level.rank();
                boolean arranged = scheme.organisation().equals(hat.organisation())
                        || arrangements.stream()
                                .anyMatch(one -> one.giver().equals(scheme.organisation())
                                        && one.receiver().equals(hat.organisation())
                                        && one.cap().compareTo(level.code()) >= 0);
                if (cleared && arranged) {
                    holds.add("level:" + level.code());
                }
            }
        }
        return Set.copyOf(holds);
    }

    private List<String> some(List<String> items, int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(items.get(random.nextInt(items.size())));
        }
        return some;
    }
}
