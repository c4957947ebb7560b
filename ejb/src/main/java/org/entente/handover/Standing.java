package org.entente.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.mission.BenchmarkEntered;
import org.entente.people.Acts;
import org.entente.product.Published;

/**
 * Whether signatures still stand: each does for exactly what its digest covers. What changes afterwards takes the plan back to
 * before that signature, and both sides are asked again.
 */
@ApplicationScoped
class Standing {
    private static final Set<Stage> SIGNED =
            Set.of(Stage.AGREED, Stage.INVENTORY_FROZEN, Stage.CONSENTS_OPEN, Stage.READY);

    @Inject
    private PlanShelf shelf;

    @Inject
    private PlanGates gates;

    @Inject
    private Event<Advanced> advanced;

    boolean stands(Plan plan, Act act, List<Item> items) {
        byte[] digest = gates.digest(plan, act, items);
        return signed(plan, act, Side.PREDECESSOR, digest) && signed(plan, act, Side.SUCCESSOR, digest);
    }

    boolean signed(Plan plan, Act act, Side side, byte[] digest) {
        return shelf.signatures(plan).stream()
                .anyMatch(s -> s.act() == act && s.side() == side && Arrays.equals(s.digest(), digest));
    }

    /** Where a signature leads: what was frozen before and has not changed is not signed again, nor givers asked who were asked. */
    Stage after(Plan plan, Act act, List<Item> items) {
        boolean frozen =
                act == Act.FREEZE || (act == Act.AGREEMENT && plan.frozen() && stands(plan, Act.FREEZE, items));
        if (!frozen) {
            return act.to();
        }
        return plan.accelerated() || !shelf.consents(plan).isEmpty() ? Stage.CONSENTS_OPEN : Stage.INVENTORY_FROZEN;
    }

    /** Asked after each change to what a plan says: takes it back as far as signatures no longer reach. */
    void review(Plan before) {
        Plan plan = Objects.requireNonNull(shelf.find(before.number()));
        if (SIGNED.contains(plan.stage())) {
            takeBack(plan);
        }
        lapse(plan, Act.AGREEMENT, "agreed_round");
        lapse(plan, Act.READINESS, "ready_round");
        moved(plan);
    }

    /** Asked after each other change: whoever is waited for by now is told. */
    void moved(Plan plan) {
        advanced.fire(new Advanced(plan.number()));
    }

    /** One side's signature alone falls with a change too, and does not stand again when the change is undone. */
    private void lapse(Plan before, Act act, String column) {
        Plan plan = Objects.requireNonNull(shelf.find(before.number()));
        List<PlanShelf.Signed> given = shelf.signatures(plan).stream()
                .filter(s -> s.act() == act && s.round() == plan.round(act))
                .toList();
        if (plan.executedAt() != null || given.isEmpty()) {
            return;
        }
        byte[] digest = gates.digest(plan, act, shelf.items(plan));
        if (given.stream().anyMatch(s -> !Arrays.equals(s.digest(), digest))) {
            shelf.round(plan, column);
        }
    }

    private void takeBack(Plan plan) {
        List<Item> items = shelf.items(plan);
        if (!stands(plan, Act.AGREEMENT, items)) {
            shelf.round(plan, "agreed_round");
            shelf.stage(plan, Stage.DRAFT);
        } else if (plan.stage() == Stage.READY && !stands(plan, Act.READINESS, items)) {
            shelf.round(plan, "ready_round");
            shelf.stage(plan, Stage.CONSENTS_OPEN);
        }
    }

    /** What is written after the inventory was taken is late, and somebody has to take it in. */
    void published(@Observes Published event) {
        shelf.holding(event.number()).stream()
                .filter(p -> SIGNED.contains(p.stage()))
                .forEach(this::moved);
    }

    void confirmed(@Observes Acts.ConfirmedForPlan event) {
        moved(Objects.requireNonNull(shelf.find(event.plan())));
    }

    void entered(@Observes BenchmarkEntered event) {
        shelf.all().stream()
                .filter(p -> p.fromMission().equals(event.mission()))
                .map(p -> Objects.requireNonNull(shelf.lock(p.number())))
                .forEach(this::review);
    }
}
