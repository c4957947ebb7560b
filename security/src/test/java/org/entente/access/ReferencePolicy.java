package org.entente.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.marking.Control;
import org.entente.marking.Equivalence;
import org.entente.marking.Handling;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** The decision a second time, slowly and word for word from its table, to hold the fast one against. */
record ReferencePolicy(World world) {
    record Answer(Outcome outcome, List<String> reasons, List<String> withheld) {
        static Answer of(Decision decision) {
            List<String> reasons = decision.reasons().stream().map(Reason::name).toList();
            return new Answer(decision.outcome(), reasons, decision.withheld());
        }
    }

    private static final Set<String> HEADER = Set.of("CLEARANCE", "BRIEFING", "PROVISIONAL");
    private static final Set<String> UNLIFTED = Set.of(
            "BARRED",
            "EXCLUDED",
            "EXPIRED",
            "NOT_DISSEMINATED",
            "NOT_NAMED",
            "NOT_RELEASABLE",
            "RESIDUAL_SCOPE",
            "SOURCE");

    Answer decide(Hat h, ProductFacts p, @Nullable Marking l, List<Marking> portions, Instant t, boolean acknowledged) {
        if (h.state() != null
                && world.memberships().stream()
                        .noneMatch(m -> m.organisation().equals(h.organisation())
                                && m.state().equals(h.state())
                                && m.during().contains(t))) {
            return new Answer(Outcome.NO_HAT, List.of("HAT_NOT_LIVE"), List.of());
        }
        Set<String> missions = new HashSet<>();
        h.assignments().stream()
                .filter(assignment -> assignment.during().contains(t))
                .forEach(assignment -> missions.add(assignment.mission()));
        boolean residual = missions.isEmpty();
        if (residual) {
            if (h.residual() == null || !h.residual().during().contains(t)) {
                return new Answer(Outcome.NO_HAT, List.of("HAT_NOT_LIVE"), List.of());
            }
            missions.add(h.residual().mission());
        }
        if (t.isBefore(p.published())) {
            return new Answer(Outcome.HIDDEN, List.of("NOT_PUBLISHED"), List.of());
        }
        if (l == null
                && p.marking().equals("UNKNOWN")
                && h.organisation().equals(p.originator())
                && h.has(Role.CLASSIFICATION_OFFICER)
                && !residual
                && (h.provisionalUntil() == null || !t.isBefore(h.provisionalUntil()))) {
            return new Answer(Outcome.PERMIT, List.of(), List.of());
        }
        if (l == null) {
            return new Answer(Outcome.HIDDEN, List.of("UNPARSED"), List.of());
        }
        String r = h.organisation();
        String o = p.originator();
        Set<String> j = new TreeSet<>(l.joint());
        j.add(o);
        boolean foreign = !j.contains(r);
        Level lvl = l.level();
        Set<String> reasons = new TreeSet<>();

        if (foreign && (among(r, l.notReleasableTo(), p.published()) || among(r, l.notReleasableTo(), t))) {
            reasons.add("EXCLUDED");
        }
        boolean open =
                !lvl.classified() && l.releasableTo().isEmpty() && l.eyesOnly().isEmpty();
        if (foreign && !among(r, l.releasableTo(), p.published()) && !open && !named(h, l.eyesOnly())) {
            reasons.add("NOT_RELEASABLE");
        }
        if (foreign
                && (p.releases() != null || associate(r))
                && !reasons.contains("NOT_RELEASABLE")
                && Stream.ofNullable(p.releases())
                        .flatMap(releases -> releases.all().stream())
                        .noneMatch(release -> release.receiver().equals(r)
                                && release.during().contains(t)
                                && (release.hats().isEmpty() || release.hats().contains(h.id())))) {
            reasons.add("NOT_DISSEMINATED");
        }
        if (!l.eyesOnly().isEmpty() && !named(h, l.eyesOnly())) {
            reasons.add("NOT_NAMED");
        }
        String u = p.unit();
        if (r.equals(o)
                && u != null
                && lvl.classified()
                && l.releasableTo().isEmpty()
                && (h.has(Role.ANALYST) || !unitsOf(h).isEmpty())
                && !h.has(Role.CLASSIFICATION_OFFICER)
                && !h.has(Role.RELEASE_AUTHORITY)
                && !unitsOf(h).contains(u)
                && !named(h, l.eyesOnly())
                && Stream.ofNullable(p.releases())
                        .flatMap(releases -> releases.all().stream())
                        .noneMatch(release -> release.receiver().equals(r)
                                && release.during().contains(t)
                                && (release.hats().isEmpty() || release.hats().contains(h.id())))) {
            reasons.add("OTHER_UNIT");
        }
        for (String g : l.contains()) {
            if (!g.equals(r) && foreign && !consented(g, r, p.id(), t)) {
                reasons.add("THIRD_PARTY");
            }
        }
        if (foreign && lvl.classified() && !j.stream().allMatch(giver -> arranged(giver, r, p, l, t))) {
            reasons.add("NO_ARRANGEMENT");
        }
        Set<String> owners = new TreeSet<>(l.contains());
        owners.addAll(j);
        if (foreign
                && (lvl.classified() || p.releases() != null)
                && owners.stream().anyMatch(x -> barred(x, r, t))) {
            reasons.add("BARRED");
        }
        if (!l.missions().isEmpty() && l.missions().stream().noneMatch(missions::contains)) {
            reasons.add("NOT_ON_MISSION");
        }
        if (foreign && l.embargoUntil() != null && t.isBefore(midnight(l.embargoUntil()))) {
            reasons.add("EMBARGOED");
        }
        if (foreign && l.expires() != null && !t.isBefore(midnight(l.expires()))) {
            reasons.add("EXPIRED");
        }
        if (foreign && l.controls().contains(Control.SOURCE)) {
            reasons.add("SOURCE");
        }
        if (residual && !(!foreign && before(p.published(), h))) {
            reasons.add("RESIDUAL_SCOPE");
        }
        if (lvl.classified()) {
            reasons.addAll(clearance(h, lvl, t));
            Scheme s = scheme(lvl);
            if (s.briefing()
                    && h.briefings().stream()
                            .noneMatch(briefing -> briefing.scheme().equals(s.code())
                                    && briefing.during().contains(t))) {
                reasons.add("BRIEFING");
            }
            if (h.provisionalUntil() != null
                    && t.isBefore(h.provisionalUntil())
                    && !p.type().equals("FLASH")) {
                reasons.add("PROVISIONAL");
            }
        }
        List<String> withheld = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++) {
            boolean source = portions.get(i).controls().contains(Control.SOURCE) && !h.has(Role.SOURCE_HANDLER);
            List<String> eyes = portions.get(i).eyesOnly();
            boolean unnamed = !eyes.isEmpty() && !named(h, eyes);
            if (source || unnamed) {
                withheld.add(p.portions().get(i).id());
            }
            if (foreign && source) {
                reasons.add("SOURCE");
            }
            if (foreign && unnamed) {
                reasons.add("NOT_NAMED");
            }
        }
        if (foreign && p.releases() != null && p.emergency()) {
            reasons.retainAll(UNLIFTED);
        }
        boolean secretive =
                l.controls().contains(Control.SOURCE) || !l.eyesOnly().isEmpty();
        List<String> sorted = List.copyOf(reasons);
        if (!HEADER.containsAll(reasons) || (!reasons.isEmpty() && secretive)) {
            return new Answer(Outcome.HIDDEN, sorted, List.of());
        }
        if (!reasons.isEmpty()) {
            return new Answer(Outcome.HEADER, sorted, List.of());
        }
        boolean receipt = l.handling().contains(Handling.ACK_REQUIRED) && !acknowledged;
        return new Answer(receipt ? Outcome.ACKNOWLEDGE : Outcome.PERMIT, sorted, withheld);
    }

    private Set<String> clearance(Hat h, Level lvl, Instant t) {
        List<Level> held = h.clearances().stream()
                .filter(clearance -> clearance.during().contains(t))
                .map(Clearance::level)
                .map(this::level)
                .toList();
        if (held.isEmpty()) {
            return Set.of("CLEARANCE");
        }
        int highest = held.stream()
                .filter(level -> level.scheme().equals(lvl.scheme()))
                .mapToInt(Level::rank)
                .max()
                .orElse(-1);
        if (highest >= 0) {
            return highest < lvl.rank() ? Set.of("CLEARANCE") : Set.of();
        }
        List<Equivalence> wanted = rows(lvl, t);
        List<Equivalence> rows = new ArrayList<>();
        held.forEach(level -> rows.addAll(rows(level, t)));
        if (wanted.isEmpty() || rows.isEmpty()) {
            return Set.of("NO_EQUIVALENCE");
        }
        Equivalence row = wanted.getFirst();
        rows.removeIf(own -> own.tier() < row.tier());
        if (rows.isEmpty()) {
            return Set.of("CLEARANCE");
        }
        boolean agreed = row.status() == Equivalence.Status.AGREED
                && rows.stream().anyMatch(own -> own.status() == Equivalence.Status.AGREED);
        return row.tier() >= 3 && !agreed ? Set.of("ASSUMED_EQUIVALENCE") : Set.of();
    }

    private List<Equivalence> rows(Level level, Instant t) {
        return world.equivalences().stream()
                .filter(row -> row.level().equals(level.code()) && row.during().contains(t))
                .toList();
    }

    private Set<String> unitsOf(Hat h) {
        Set<String> units = new TreeSet<>();
        for (Unit unit : world.units()) {
            if (unit.organisation().equals(h.organisation())
                    && h.posts().stream().anyMatch(unit.posts()::contains)) {
                units.add(unit.code());
            }
        }
        return units;
    }

    private boolean associate(String r) {
        return world.organisations().stream()
                .anyMatch(o -> o.code().equals(r) && o.kind() == Organisation.Kind.ASSOCIATE);
    }

    private boolean among(String r, List<String> list, Instant t) {
        return list.contains(r)
                || world.groups().stream()
                        .filter(group -> list.contains(group.code()))
                        .flatMap(group -> group.members().stream())
                        .anyMatch(member -> member.organisation().equals(r)
                                && member.during().contains(t));
    }

    private boolean consented(String g, String r, String product, Instant t) {
        return world.consents().stream()
                .anyMatch(consent -> consent.giver().equals(g)
                        && consent.receiver().equals(r)
                        && consent.product().equals(product)
                        && consent.during().contains(t));
    }

    private boolean barred(String x, String r, Instant t) {
        return world.bars().stream()
                .anyMatch(bar -> bar.giver().equals(x)
                        && bar.receiver().equals(r)
                        && bar.during().contains(t));
    }

    private boolean arranged(String j, String r, ProductFacts p, Marking l, Instant t) {
        for (Arrangement a : world.arrangements()) {
            boolean mission = a.mission() == null
                    || a.mission().equals(p.mission())
                    || l.missions().contains(a.mission());
            Level cap = level(a.cap());
            if (a.giver().equals(j)
                    && a.receiver().equals(r)
                    && a.during().contains(t)
                    && mission
                    && l.controls().stream().noneMatch(a.without()::contains)
                    && suffices(cap, l.level(), !j.equals(p.originator()), t)) {
                return true;
            }
        }
        return false;
    }

    private boolean suffices(Level cap, Level lvl, boolean another, Instant t) {
        if (cap.scheme().equals(lvl.scheme())) {
            return lvl.rank() <= cap.rank();
        }
        List<Equivalence> caps = rows(cap, t);
        return another
                && rows(lvl, t).stream().anyMatch(row -> caps.stream().anyMatch(capped -> row.tier() <= capped.tier()));
    }

    private static boolean named(Hat h, List<String> eyes) {
        return eyes.contains(h.person()) || h.posts().stream().anyMatch(eyes::contains);
    }

    private static boolean before(Instant published, Hat h) {
        return h.residual() != null
                && h.residual().during().from() != null
                && published.isBefore(h.residual().during().from());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Level level(String code) {
        return world.schemes().stream()
                .flatMap(scheme -> scheme.levels().stream())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Scheme scheme(Level level) {
        return world.schemes().stream()
                .filter(scheme -> scheme.code().equals(level.scheme()))
                .findFirst()
                .orElseThrow();
    }
}
