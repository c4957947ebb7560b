package org.entente.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.mission.BenchmarkEntered;

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

    boolean stands(Plan plan, Act act, List<Item> items) {
        byte[] digest = gates.digest(plan, act, items);
        return signed(plan, act, Side.PREDECESSOR, digest) && signed(plan, act, Side.SUCCESSOR, digest);
    }

    boolean signed(Plan plan, Act act, Side side, byte[] digest) {
        return shelf.signatures(plan).stream()
                .anyMatch(s -> s.act() == act && s.side() == side && Arrays.equals(s.digest(), digest));
    }

    /** Where the agreement leads: what was frozen before and has not changed is not signed again. */
    Stage after(Plan plan, Act act, List<Item> items) {
        if (act != Act.AGREEMENT || !plan.frozen() || !stands(plan, Act.FREEZE, items)) {
            return act.to();
        }
        return plan.accelerated() || !shelf.consents(plan).isEmpty() ? Stage.CONSENTS_OPEN : Stage.INVENTORY_FROZEN;
    }

    /** Asked after each change to what a plan says: takes it back as far as signatures no longer reach. */
    void review(Plan before) {
        Plan plan = Objects.requireNonNull(shelf.find(before.number()));
        if (!SIGNED.contains(plan.stage())) {
            return;
        }
        List<Item> items = shelf.items(plan);
        if (!stands(plan, Act.AGREEMENT, items)) {
            shelf.round(plan, "agreed_round");
            shelf.stage(plan, Stage.DRAFT);
        } else if (plan.stage() == Stage.READY && !stands(plan, Act.READINESS, items)) {
            shelf.round(plan, "ready_round");
            shelf.stage(plan, Stage.CONSENTS_OPEN);
        }
    }

    void entered(@Observes BenchmarkEntered event) {
        shelf.all().stream()
                .filter(p -> p.fromMission().equals(event.mission()))
                .forEach(this::review);
    }
}
