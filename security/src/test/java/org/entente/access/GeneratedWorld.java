package org.entente.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.identity.Assignment;
import org.entente.identity.Briefing;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Interval;
import org.entente.identity.Residual;
import org.entente.identity.Role;
import org.entente.marking.Control;
import org.entente.marking.Equivalence;
import org.entente.marking.Handling;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** A small world by chance, generous enough that every outcome is common. */
final class GeneratedWorld {
    static final List<String> ORGANISATIONS = List.of("A", "B", "C", "D");
    /** No group has an associate (ORG-04). */
    private static final String ASSOCIATE = "D";

    /** Its scheme has no mark for what is unclassified (CLS-02). */
    private static final String UNMARKED = "C";

    /** A State that belongs to B at times (ORG-05). */
    private static final String MEMBER = "S";

    private static final List<String> PRINCIPALS = List.of("A", "B", "C");
    static final List<String> GROUPS = List.of("G", "H");
    static final List<String> MISSIONS = List.of("M", "N");
    static final List<String> POSTS = List.of("J2", "U2", "X9");
    static final List<String> PERSONS = List.of("ann", "bob", "cid", "dee");
    static final List<String> PRODUCTS = List.of("p0", "p1", "p2");

    private static final List<Unit> UNITS = List.of(
            new Unit("AJ", "A", "M", Set.of("J2")),
            new Unit("AU", "A", null, Set.of("U2")),
            new Unit("BX", "B", "M", Set.of("X9")));

    private static final List<Scheme> SCHEMES = List.of(
            scheme("SA", "A", false, true, 4), scheme("SB", "B", true, false, 3), scheme("SC", "C", false, true, 3));
    private static final List<Level> LEVELS =
            SCHEMES.stream().flatMap(scheme -> scheme.levels().stream()).toList();

    private Dice dice;
    final World world;
    final AccessPolicy policy;
    final List<Hat> hats = new ArrayList<>();

    /**
     * In a tame world a higher level is never easier to reach through the table than a lower one, and no arrangement is
     * bound to a mission: such an arrangement covers what is marked for that mission, so that there MISSION lets in.
     */
    GeneratedWorld(long seed, boolean tame) {
        dice = new Dice(seed);
        world = new World(
                SCHEMES,
                tame ? tameTable() : table(),
                Stream.concat(
                                ORGANISATIONS.stream().map(code -> new Organisation(code, kind(code))),
                                Stream.of(new Organisation(MEMBER, Organisation.Kind.STATE)))
                        .toList(),
                GROUPS.stream().map(code -> new Group(code, members())).toList(),
                MISSIONS.stream().map(code -> new Mission(code, null)).toList(),
                arrangements(tame),
                consents(),
                bars(),
                UNITS,
                memberships(),
                Set.copyOf(POSTS),
                Set.copyOf(PERSONS));
        policy = AccessPolicy.of(world);
        for (int i = 0; i < 8; i++) {
            hats.add(hat("h" + i));
        }
    }

    /** From now on this course of events decides. */
    GeneratedWorld using(Dice course) {
        dice = course;
        return this;
    }

    ProductFacts product(Marking marking, String originator, Instant published, List<Marking> portions) {
        List<PortionFacts> facts = new ArrayList<>();
        for (Marking portion : portions) {
            facts.add(new PortionFacts("" + facts.size(), portion.portionMark()));
        }
        String type = dice.percent(30) ? "FLASH" : "INTREP";
        String mission = dice.percent(40) ? null : dice.one(MISSIONS);
        return new ProductFacts(
                dice.one(PRODUCTS),
                type,
                originator,
                mission,
                published,
                marking.canonical(),
                facts,
                dice.percent(70) ? null : releases(),
                dice.percent(30),
                dice.percent(50) ? null : unit(originator));
    }

    private @Nullable String unit(String originator) {
        List<String> own = UNITS.stream()
                .filter(unit -> unit.organisation().equals(originator))
                .map(Unit::code)
                .toList();
        return own.isEmpty() ? null : dice.one(own);
    }

    Releases releases() {
        return new Releases(dice.some(ORGANISATIONS, 60).stream()
                .map(code -> new Release(code, dice.percent(60) ? Set.of() : hatIds(), dice.interval()))
                .toList());
    }

    /** Some of the hats, whosever they are; one at least, because none would mean all. */
    private Set<String> hatIds() {
        List<String> ids = hats.stream().map(Hat::id).toList();
        Set<String> some = dice.set(ids, 40);
        some.add(dice.one(ids));
        return some;
    }

    /** A marking of this originator, nearly always under a level of its own. */
    Marking marking(String originator) {
        List<Level> own = LEVELS.stream()
                .filter(level -> level.scheme().equals("S" + originator))
                .toList();
        return marking(
                originator,
                dice.one(
                        own.isEmpty() || dice.percent(5)
                                ? LEVELS.stream()
                                        .filter(level -> writes(originator, level))
                                        .toList()
                                : own));
    }

    /** Whether a text of the originator's can say the level: no mark means what it means in their own scheme. */
    static boolean writes(String originator, Level level) {
        return level.mark() != null || level.scheme().equals("S" + originator);
    }

    Marking marking(String originator, Level level) {
        List<String> rel = new ArrayList<>();
        List<String> eyes = new ArrayList<>();
        List<String> others = new ArrayList<>(ORGANISATIONS);
        others.addAll(GROUPS);
        others.remove(originator);
        int list = dice.below(100);
        if (list < 60) {
            rel.add(originator);
            rel.addAll(dice.some(others, 55));
        } else if (list < 72 && level.classified()) {
            eyes.addAll(dice.some(POSTS, 50));
            eyes.addAll(dice.some(PERSONS, 50));
        }
        if (rel.size() == 1) {
            rel.clear();
        }
        List<String> excluded = dice.percent(80) ? new ArrayList<>() : new ArrayList<>(dice.some(others, 30));
        excluded.removeAll(rel);
        Set<Control> controls = EnumSet.noneOf(Control.class);
        controls.addAll(dice.some(level.classified() ? List.of(Control.values()) : List.of(Control.PII), 12));
        List<String> contains = dice.some(ORGANISATIONS, 10);
        List<String> joint = dice.percent(75) ? List.of() : joint(originator);
        contains.removeAll(joint);
        excluded.removeIf(code -> everHasOneOf(code, joint));
        LocalDate embargo = dice.percent(85) ? null : dice.day();
        LocalDate expires = dice.percent(85) ? null : dice.day().plusDays(2);
        return new Marking(
                level,
                joint,
                contains,
                controls,
                rel,
                eyes,
                dice.percent(75) ? List.of() : List.of(dice.one(MISSIONS)),
                excluded,
                dice.set(List.of(Handling.values()), 20),
                embargo,
                embargo != null && expires != null && !expires.isAfter(embargo) ? null : expires);
    }

    private List<String> joint(String originator) {
        List<String> joint = new ArrayList<>(List.of(originator));
        List<String> others = new ArrayList<>(ORGANISATIONS);
        others.remove(originator);
        joint.add(dice.one(others));
        others.removeAll(joint);
        joint.addAll(dice.some(others, 20));
        return joint;
    }

    /** Whether the code is one of these organisations or a group that ever has one. */
    boolean everHasOneOf(String code, List<String> organisations) {
        return organisations.contains(code)
                || world.groups().stream()
                        .filter(group -> group.code().equals(code))
                        .flatMap(group -> group.members().stream())
                        .anyMatch(member -> organisations.contains(member.organisation()));
    }

    /** The same marking, held jointly by these; no exclusion and no giver speaks against them. */
    Marking jointly(Marking marking, List<String> joint) {
        return new Marking(
                marking.level(),
                joint,
                marking.contains().stream()
                        .filter(giver -> !joint.contains(giver))
                        .toList(),
                marking.controls(),
                marking.releasableTo(),
                marking.eyesOnly(),
                marking.missions(),
                marking.notReleasableTo().stream()
                        .filter(code -> !everHasOneOf(code, joint))
                        .toList(),
                marking.handling(),
                marking.embargoUntil(),
                marking.expires());
    }

    private Hat hat(String id) {
        List<Assignment> assignments = new ArrayList<>();
        List<Clearance> clearances = new ArrayList<>();
        for (int i = dice.percent(90) ? 1 + dice.below(2) : 0; i > 0; i--) {
            assignments.add(new Assignment(dice.one(MISSIONS), dice.interval()));
        }
        String organisation = dice.one(ORGANISATIONS);
        List<Level> own = LEVELS.stream()
                .filter(level -> level.scheme().equals("S" + organisation))
                .toList();
        for (int i = dice.percent(90) ? 1 + dice.below(2) : 0; i > 0; i--) {
            Level level = dice.percent(60) && !own.isEmpty() ? own.getLast() : dice.one(LEVELS);
            clearances.add(new Clearance(level.code(), dice.interval()));
        }
        Set<Role> roles = new TreeSet<>(Set.of(Role.ANALYST));
        if (dice.percent(40)) {
            roles.add(Role.SOURCE_HANDLER);
        }
        if (dice.percent(40)) {
            roles.add(Role.CLASSIFICATION_OFFICER);
        }
        return new Hat(
                id,
                dice.one(PERSONS),
                organisation,
                dice.set(POSTS, 40),
                roles,
                assignments,
                dice.percent(80) ? null : dice.instant(),
                dice.percent(50) ? null : new Residual(dice.one(MISSIONS), dice.interval()),
                clearances,
                dice.percent(40) ? List.of() : List.of(new Briefing("SB", dice.interval())),
                organisation.equals("B") && dice.percent(50) ? MEMBER : null);
    }

    private List<Equivalence> table() {
        List<Equivalence> rows = new ArrayList<>();
        for (Level level : dice.some(LEVELS, 90)) {
            Interval during = dice.interval();
            rows.add(row(level, during));
            if (during.to() != null && dice.percent(60)) {
                rows.add(row(level, new Interval(during.to(), null)));
            }
        }
        return rows;
    }

    private Equivalence row(Level level, Interval during) {
        int tier = Math.max(0, level.rank() + dice.below(3) - 1);
        return new Equivalence(level.code(), tier, dice.one(List.of(Equivalence.Status.values())), during);
    }

    private List<Equivalence> tameTable() {
        List<Equivalence> rows = new ArrayList<>();
        for (Scheme scheme : SCHEMES) {
            Equivalence.Status status = dice.one(List.of(Equivalence.Status.values()));
            int tier = scheme.levels().getFirst().classified() ? 1 : 0;
            Interval during = dice.interval();
            for (Level level : scheme.levels()) {
                rows.add(new Equivalence(level.code(), tier, status, during));
                tier += 1 + dice.below(2);
            }
        }
        return rows;
    }

    private static Organisation.Kind kind(String code) {
        return code.equals(ASSOCIATE) ? Organisation.Kind.ASSOCIATE : Organisation.Kind.PRINCIPAL;
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        dice.some(PRINCIPALS, 60).forEach(code -> members.add(new Member(code, dice.interval())));
        dice.some(PRINCIPALS, 15).forEach(code -> members.add(new Member(code, dice.interval())));
        return members;
    }

    private List<Arrangement> arrangements(boolean general) {
        List<Arrangement> arrangements = new ArrayList<>();
        for (String giver : ORGANISATIONS) {
            for (String receiver : dice.some(ORGANISATIONS, 85)) {
                for (int i = 0; i <= dice.below(2); i++) {
                    List<Level> caps = LEVELS.stream()
                            .filter(level -> level.scheme().equals("S" + giver) && level.rank() > 1)
                            .toList();
                    String cap = dice.one(caps.isEmpty() ? LEVELS : caps).code();
                    String mission = general || dice.percent(70) ? null : dice.one(MISSIONS);
                    Set<Control> without = dice.percent(70) ? Set.of() : dice.set(List.of(Control.values()), 50);
                    arrangements.add(new Arrangement(giver, receiver, mission, cap, without, dice.interval()));
                }
            }
        }
        return arrangements;
    }

    private List<Membership> memberships() {
        List<Membership> memberships = new ArrayList<>();
        for (int i = 0; i <= dice.below(2); i++) {
            memberships.add(new Membership("B", MEMBER, dice.interval()));
        }
        return memberships;
    }

    private List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (String giver : ORGANISATIONS) {
            dice.some(ORGANISATIONS, 12).stream()
                    .filter(receiver -> !receiver.equals(giver))
                    .forEach(receiver -> bars.add(new Bar(giver, receiver, dice.interval())));
        }
        return bars;
    }

    private List<Consent> consents() {
        List<Consent> consents = new ArrayList<>();
        for (String giver : ORGANISATIONS) {
            for (String receiver : dice.some(ORGANISATIONS, 70)) {
                for (String product : dice.some(PRODUCTS, 60)) {
                    consents.add(new Consent(giver, receiver, product, dice.interval()));
                }
            }
        }
        return consents;
    }

    private static Scheme scheme(String code, String organisation, boolean briefing, boolean open, int size) {
        List<Level> levels = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            String name = organisation + "/" + rank;
            boolean marked = !organisation.equals(UNMARKED) || rank > 0;
            levels.add(new Level(name, marked ? organisation + " LEVEL/" + rank : null, !open || rank > 0, code, rank));
        }
        return new Scheme(code, organisation, briefing, levels);
    }
}
