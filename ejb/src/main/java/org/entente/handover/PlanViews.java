package org.entente.handover;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.mission.Atlas;
import org.entente.mission.MissionView;
import org.jspecify.annotations.Nullable;

/** Plans as they are shown. */
@ApplicationScoped
class PlanViews {
    private static final int MOST_BLOCKERS = 200;

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanGates gates;

    @Inject
    private Known known;

    @Inject
    private Atlas atlas;

    PlanLine line(Plan plan) {
        List<Tally> tallies = shelf.tallies(plan);
        boolean counted = !known.countsOnly(plan);
        return new PlanLine(
                plan.number(),
                plan.edge(),
                plan.fromMission(),
                plan.toMission(),
                plan.predecessor(),
                plan.successor(),
                plan.toa(),
                plan.stage(),
                plan.suspended(),
                sum(tallies, t -> true),
                counted ? sum(tallies, t -> t.disposition() == null) : 0,
                counted ? sum(tallies, Tally::addendum) : 0);
    }

    private static int sum(List<Tally> tallies, Predicate<Tally> counted) {
        return tallies.stream().filter(counted).mapToInt(Tally::items).sum();
    }

    LessonView lessons(Plan plan) {
        MissionView from = atlas.find(plan.fromMission());
        return new LessonView(
                plan.number(),
                plan.fromMission(),
                plan.toMission(),
                Objects.requireNonNull(plan.closedAt()),
                plan.lessons(),
                from == null ? List.of() : from.benchmarks());
    }

    PlanView of(Plan plan) {
        return of(plan, shelf.items(plan));
    }

    PlanView of(Plan plan, List<Item> items) {
        Act next = PlanGates.next(plan);
        return of(plan, items, next == null ? transfer(plan, items) : gates.before(plan, next, items));
    }

    /** Of a plan that both sides are ready for, what has come in the way since. */
    List<PlanView.Blocker> transfer(Plan plan, List<Item> items) {
        return plan.stage() == Stage.READY ? gates.beforeTransfer(plan, items) : List.of();
    }

    PlanView of(Plan plan, List<Item> items, List<PlanView.Blocker> blockers) {
        MissionView from = atlas.find(plan.fromMission());
        byte[] inventory = plan.inventory();
        Act next = PlanGates.next(plan);
        boolean counted = !known.countsOnly(plan);
        byte[] digest = next == null ? null : gates.digest(plan, next, items);
        return new PlanView(
                plan.number(),
                plan.edge(),
                plan.fromMission(),
                plan.toMission(),
                plan.predecessor(),
                plan.successor(),
                plan.toa(),
                plan.stage(),
                plan.suspended(),
                plan.accelerated(),
                plan.cochairFrom(),
                plan.cochairTo(),
                plan.frozenAt(),
                inventory == null ? null : HexFormat.of().formatHex(inventory),
                plan.executedAt(),
                plan.closedAt(),
                plan.endedWhy(),
                plan.failedAt(),
                plan.failedWhy() == null ? List.of() : List.of(plan.failedWhy().split(" ")),
                plan.lessons(),
                steps(plan),
                signatures(plan, items, digest),
                from == null ? List.of() : from.benchmarks(),
                items.size(),
                counted
                        ? (int) items.stream()
                                .filter(i -> i.disposition() == null)
                                .count()
                        : 0,
                counted ? (int) items.stream().filter(Item::addendum).count() : 0,
                Arrays.stream(Disposition.values())
                        .filter(d -> counted)
                        .map(d -> new PlanView.Count(d, (int)
                                items.stream().filter(i -> i.disposition() == d).count()))
                        .filter(c -> c.items() > 0)
                        .toList(),
                next,
                digest == null ? null : HexFormat.of().formatHex(digest),
                next == null && plan.stage() != Stage.READY
                        ? List.of()
                        : known.blockers(plan, blockers, items).stream()
                                .limit(MOST_BLOCKERS)
                                .toList());
    }

    private List<PlanView.StepView> steps(Plan plan) {
        return shelf.on(c -> rows(
                c,
                "SELECT * FROM handover_step WHERE plan = ? ORDER BY ordinal",
                r -> new PlanView.StepView(
                        r.getInt("ordinal"),
                        r.getString("text"),
                        r.getInt("days"),
                        plan.toa().plus(Duration.ofDays(r.getInt("days"))),
                        instant(r, "done_at"),
                        r.getString("done_by"),
                        r.getString("waived_why")),
                plan.id()));
    }

    /** A signature over something that has changed since does not stand; what was carried out is judged by what it was done on. */
    private List<PlanView.SignatureView> signatures(Plan plan, List<Item> items, byte @Nullable [] open) {
        List<PlanShelf.Signed> all = shelf.signatures(plan);
        Map<Act, byte[]> covered = new EnumMap<>(Act.class);
        all.forEach(s -> covered.put(s.act(), s.digest()));
        for (Act act : Set.copyOf(covered.keySet())) {
            if (act == PlanGates.next(plan) && open != null) {
                covered.put(act, open);
            } else if (act.from().compareTo(Stage.EXECUTING) < 0 && plan.executedAt() == null && !plan.ended()) {
                covered.put(act, gates.digest(plan, act, items));
            }
        }
        return all.stream()
                .map(s -> new PlanView.SignatureView(
                        s.act(),
                        s.side(),
                        s.organisation(),
                        s.hat(),
                        s.at(),
                        HexFormat.of().formatHex(s.digest()),
                        Arrays.equals(s.digest(), covered.get(s.act()))))
                .toList();
    }
}
