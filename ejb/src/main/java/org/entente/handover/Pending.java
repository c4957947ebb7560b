package org.entente.handover;

import static org.entente.world.Sql.instant;
import static org.entente.world.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whom handovers wait for, and what for: the one answer that desks and notices give. It names plans and numbers of things, never
 * a thing.
 */
@ApplicationScoped
public class Pending {
    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanGates gates;

    @Inject
    private Standing standing;

    @Inject
    private Inventory inventory;

    /**
     * That somebody is waited for.
     *
     * @param organisation the other one: whose plan it is, or with whom
     * @param due when something happens by itself, or since when it is late
     * @param turn tells one time from the next where the same is waited for again
     */
    public record Call(
            String hat,
            Awaited what,
            String plan,
            String organisation,
            String rule,
            Instant since,
            @Nullable Instant due,
            int count,
            String turn) {}

    /** The steps of a plan that are late; the last of them tells one time from the next. */
    public record Late(String plan, int last) {}

    /** What of this plan waits for these hats now. */
    public List<Call> of(String number, List<Hat> hats) {
        Plan plan = shelf.find(number);
        return plan == null
                ? List.of()
                : hats.stream().flatMap(h -> of(plan, h).stream()).toList();
    }

    public boolean awaits(String number, Awaited what, Hat hat) {
        return of(number, List.of(hat)).stream().anyMatch(c -> c.what() == what);
    }

    List<Call> of(Hat hat) {
        Stream<Plan> own = shelf.of(hat.organisation()).stream();
        return Stream.concat(own.flatMap(p -> ofSide(p, hat).stream()), asked(shelf.asked(hat.organisation()), hat))
                .toList();
    }

    private List<Call> of(Plan plan, Hat hat) {
        List<Call> calls = new ArrayList<>(ofSide(plan, hat));
        if (answers(hat)) {
            asked(
                            shelf.consents(plan).stream()
                                    .filter(c -> c.giver().equals(hat.organisation()))
                                    .toList(),
                            hat)
                    .forEach(calls::add);
        }
        return calls;
    }

    private List<Call> ofSide(Plan plan, Hat hat) {
        Side side = plan.signs(hat);
        List<Call> calls = new ArrayList<>();
        if (plan.ended() || plan.suspended()) {
            return calls;
        }
        if (side != null || (hat.has(Role.RELEASE_AUTHORITY) && plan.side(hat) != null)) {
            failed(plan, hat, calls);
        }
        if (side != null) {
            signature(plan, side, hat, calls);
            steps(plan, hat, calls);
        }
        if (side == Side.PREDECESSOR) {
            unlisted(plan, hat, calls);
        }
        return calls;
    }

    private void failed(Plan plan, Hat hat, List<Call> calls) {
        Instant at = plan.failedAt();
        if (at != null && plan.stage() == Stage.READY) {
            String why = Objects.requireNonNull(plan.failedWhy());
            calls.add(call(hat, Awaited.TRANSFER, plan, "HND-03", at, plan.toa(), 1, millis(plan.toa()) + " " + why));
        }
    }

    /**
     * A co-chair signs once, and only what nothing stands in the way of. What fell back is told at once, whatever stands in the way
     * by now.
     */
    private void signature(Plan plan, Side side, Hat hat, List<Call> calls) {
        Act act = PlanGates.next(plan);
        boolean anew = (plan.stage() == Stage.DRAFT && plan.agreedRound() > 0)
                || (plan.stage() == Stage.CONSENTS_OPEN && plan.readyRound() > 0);
        if (act == null || (!anew && early(plan))) {
            return;
        }
        List<Item> items = shelf.items(plan);
        boolean open = anew || clear(plan, act, items);
        if (open && !standing.signed(plan, act, side, gates.digest(plan, act, items))) {
            calls.add(call(
                    hat,
                    anew ? Awaited.SIGNATURE_ANEW : Awaited.signature(act),
                    plan,
                    act.ground(),
                    since(plan),
                    null,
                    1,
                    plan.agreedRound() + " " + plan.readyRound()));
        }
    }

    /** What is counted alone says that it cannot be signed yet: nothing needs to be gone through for that. */
    private boolean early(Plan plan) {
        return shelf.tallies(plan).stream().anyMatch(t -> switch (plan.stage()) {
            case CONSENTS_OPEN -> t.disposition() == null;
            case EXECUTING -> t.outcome() == null;
            case DRAFT, AGREED, INVENTORY_FROZEN, READY, RECONCILED, CLOSED, ABORTED -> false;
        });
    }

    /** Whether words are what was sealed is looked at on the plan's page and at the signature, not on a desk. */
    private boolean clear(Plan plan, Act act, List<Item> items) {
        return act == Act.RECONCILIATION || gates.before(plan, act, items).isEmpty();
    }

    private void steps(Plan plan, Hat hat, List<Call> calls) {
        List<Integer> days = shelf.on(c -> rows(
                c,
                "SELECT days FROM handover_step WHERE plan = ? AND done_at IS NULL AND waived_why IS NULL ORDER BY days",
                r -> r.getInt(1),
                plan.id()));
        List<Instant> late = days.stream()
                .map(d -> plan.toa().plus(Duration.ofDays(d)))
                .filter(due -> due.isBefore(gate.moment().now()))
                .toList();
        if (!late.isEmpty()) {
            calls.add(call(
                    hat,
                    Awaited.STEP,
                    plan,
                    "HND-13",
                    plan.draftedAt(),
                    late.getFirst(),
                    late.size(),
                    String.valueOf(days.get(late.size() - 1))));
        }
    }

    private void unlisted(Plan plan, Hat hat, List<Call> calls) {
        boolean taken =
                plan.stage().compareTo(Stage.AGREED) >= 0 && plan.stage().compareTo(Stage.READY) <= 0;
        int more = taken ? inventory.late(plan).size() : 0;
        if (more > 0) {
            calls.add(call(hat, Awaited.INVENTORY, plan, "HND-01", since(plan), plan.toa(), more, turn(plan)));
        }
    }

    private static String turn(Plan plan) {
        return plan.frozen() ? "addendum " + plan.readyRound() : "inventory";
    }

    private static Instant since(Plan plan) {
        return Objects.requireNonNullElse(plan.frozenAt(), plan.draftedAt());
    }

    /** One call for all questions of a plan that are due together. */
    private Stream<Call> asked(List<PlanShelf.Consent> consents, Hat hat) {
        if (!answers(hat)) {
            return Stream.empty();
        }
        Instant now = gate.moment().now();
        Map<String, List<PlanShelf.Consent>> together = consents.stream()
                .filter(c -> c.granted() == null && now.isBefore(c.due()))
                .collect(Collectors.groupingBy(
                        c -> millis(c.due()) + " " + c.plan(), TreeMap::new, Collectors.toList()));
        return together.values().stream().flatMap(some -> {
            PlanShelf.Consent one = some.getFirst();
            Plan plan = shelf.find(one.plan());
            return plan == null || plan.ended() || plan.executedAt() != null
                    ? Stream.empty()
                    : Stream.of(new Call(
                            hat.id(),
                            Awaited.CONSENT,
                            plan.number(),
                            plan.predecessor(),
                            "CAV-13",
                            one.askedAt(),
                            one.due(),
                            some.size(),
                            millis(one.due())));
        });
    }

    private static boolean answers(Hat hat) {
        return Action.ANSWER_GIVER.roles().stream().anyMatch(hat::has);
    }

    private static String millis(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }

    private static Call call(
            Hat hat,
            Awaited what,
            Plan plan,
            String rule,
            Instant since,
            @Nullable Instant due,
            int count,
            String turn) {
        String other = plan.side(hat) == Side.PREDECESSOR ? plan.successor() : plan.predecessor();
        return new Call(hat.id(), what, plan.number(), other, rule, since, due, count, turn);
    }

    /** Plans with steps that are late by now. */
    public List<Late> late(Instant now) {
        return shelf
                .on(c -> rows(
                        c,
                        "SELECT h.number, h.toa, s.days FROM handover_plan h JOIN handover_step s ON s.plan = h.id"
                                + " WHERE h.stage NOT IN ('CLOSED', 'ABORTED') AND NOT h.suspended AND s.done_at IS NULL"
                                + " AND s.waived_why IS NULL ORDER BY h.id, s.days",
                        r -> Map.entry(
                                new Late(r.getString("number"), r.getInt("days")),
                                Objects.requireNonNull(instant(r, "toa")).plus(Duration.ofDays(r.getInt("days"))))))
                .stream()
                .filter(e -> e.getValue().isBefore(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toMap(Late::plan, l -> l, (first, later) -> later, TreeMap::new))
                .values()
                .stream()
                .toList();
    }
}
