package org.entente.handover;

import static org.entente.world.Sql.rows;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.access.World;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.identity.Hat;
import org.entente.marking.Equivalence;
import org.entente.marking.Level;
import org.entente.marking.Marking;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/** The end-of-handover report (HND-18). It has numbers, marks, counts and reasons, and no title and no word of any product. */
@Stateless
public class Reports {
    /** What both keep at home without an arrangement: restricted. */
    private static final int AT_HOME = 1;

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanPassage passage;

    @Inject
    private PlanViews views;

    @Inject
    private Known known;

    @Operation(Action.REPORT_HANDOVER)
    public Report of(String number) {
        Plan plan = passage.see(number);
        List<Item> items = shelf.items(plan);
        List<Item> theirs = known.among(plan, items);
        Set<String> may = known.of(plan, items);
        List<Item> themselves =
                items.stream().filter(i -> may.contains(i.reference())).toList();
        Hat hat = gate.hat();
        return new Report(
                views.of(plan, items),
                marking(plan),
                HexFormat.of().formatHex(Digests.report(items, plan.lessons())),
                new Report.Made(
                        gate.person().name(),
                        hat.organisation(),
                        hat.id(),
                        gate.person().language(),
                        gate.moment().now()),
                Reconciliation.of(known.tallies(plan)),
                known.views(plan, theirs),
                items.size() - theirs.size(),
                shelf.consents(plan).stream()
                        .filter(c -> may.contains(c.reference()))
                        .filter(c -> !Boolean.TRUE.equals(c.granted()))
                        .map(c -> c.reference() + " " + c.giver() + ": " + said(c.reason()))
                        .toList(),
                themselves.stream()
                        .filter(i -> i.outcome() == Outcome.DESTROYED)
                        .map(i -> i.reference() + ": " + said(i.certificate()))
                        .toList(),
                residual(plan),
                themselves.stream()
                        .filter(i -> i.disposition() == Disposition.HOLD
                                || i.outcome() == Outcome.REJECTED
                                || i.outcome() == Outcome.ON_HOLD)
                        .map(i -> i.reference() + ": " + (i.outcome() == null ? i.disposition() : i.outcome()) + " "
                                + said(i.outcomeWhy() == null ? i.reason() : i.outcomeWhy()))
                        .toList());
    }

    private List<String> residual(Plan plan) {
        return shelf.on(c -> rows(
                c,
                "SELECT CONCAT(hat, ' until ', valid_to, ': ', purpose) FROM residual_access WHERE plan = ?"
                        + " AND approved_from IS NOT NULL AND approved_to IS NOT NULL ORDER BY id",
                r -> r.getString(1),
                plan.id()));
    }

    private static String said(@Nullable String words) {
        return words == null ? "-" : words;
    }

    /** In the predecessor's scheme, at the highest level whose tier either side's arrangement with the other still reaches. */
    private String marking(Plan plan) {
        World world = gate.moment().world().policy().world();
        int tier = Stream.of(
                        cap(world, plan.predecessor(), plan.successor()),
                        cap(world, plan.successor(), plan.predecessor()))
                .min(Comparator.naturalOrder())
                .orElse(AT_HOME);
        Scheme scheme = Objects.requireNonNull(world.vocabulary().schemeOf(plan.predecessor()));
        Level level = scheme.levels().stream()
                .filter(l -> tier(world, l) <= tier)
                .max(Comparator.comparingInt(Level::rank))
                .orElse(scheme.levels().getFirst());
        List<String> both =
                plan.predecessor().equals(plan.successor()) ? List.of() : List.of(plan.predecessor(), plan.successor());
        return new Marking(
                        level, List.of(), List.of(), Set.of(), both, List.of(), List.of(), List.of(), Set.of(), null,
                        null)
                .canonical();
    }

    private int cap(World world, String giver, String receiver) {
        Instant now = gate.moment().now();
        return world.arrangements().stream()
                .filter(a -> a.giver().equals(giver)
                        && a.receiver().equals(receiver)
                        && a.during().contains(now))
                .map(a -> world.vocabulary().levelByCode(a.cap()))
                .filter(Objects::nonNull)
                .mapToInt(cap -> tier(world, cap))
                .max()
                .orElse(AT_HOME);
    }

    private int tier(World world, Level level) {
        Instant now = gate.moment().now();
        return world.equivalences().stream()
                .filter(e -> e.level().equals(level.code()) && e.during().contains(now))
                .mapToInt(Equivalence::tier)
                .findFirst()
                .orElse(level.classified() ? Integer.MAX_VALUE : 0);
    }
}
