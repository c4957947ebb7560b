package org.entente.handover;

import static org.entente.world.Sql.execute;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;

/**
 * What happens by itself when its time has come: the transfer itself, and the end of re-hatted officers' four months. Each in a
 * transaction of its own: one that fails takes nothing else of the same tick with it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Due {
    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    @Inject
    private Execution execution;

    @Inject
    private Standing standing;

    @Inject
    private DueDates dates;

    @Inject
    private WorldChanges world;

    /** Carries out one handover whose instant has come and that both sides signed for. */
    @Operation(Action.SETTLE_HANDOVERS)
    public void transfer(String number) {
        Plan plan = shelf.lock(number);
        gate.asked(number);
        if (plan != null && plan.stage() == Stage.READY && !plan.suspended()) {
            gate.concerns(plan.predecessor());
            gate.concerns(plan.successor());
            execution.carryOut(plan);
            standing.moved(plan);
        }
    }

    /** That authority could not pass at its instant, once for each cause: the rules that objected. */
    @Operation(Action.FAIL_TRANSFER)
    public void failed(String number, String why) {
        Plan plan = shelf.lock(number);
        gate.asked(number);
        if (plan != null && plan.stage() == Stage.READY && !why.equals(plan.failedWhy())) {
            gate.concerns(plan.predecessor());
            gate.concerns(plan.successor());
            shelf.failed(plan, gate.moment().now(), why);
            standing.moved(plan);
            gate.notes("objected " + why);
        }
    }

    /** Suspends hats that are provisional still when their deadline has passed (HND-08). */
    @Operation(Action.SETTLE_HANDOVERS)
    public void suspendOverdue() {
        Instant now = gate.moment().now();
        List<String> overdue = dates.hats(now);
        world.apply(overdue.stream()
                .map(hat -> new WorldChange.HatSuspended(
                        hat, now, "platform", "HND-08: clearance, briefing or code of conduct missing at the deadline"))
                .toList());
        for (String hat : overdue) {
            shelf.on(c -> execute(
                    c,
                    "UPDATE handover_person SET suspended_at = ? WHERE new_hat = ? AND suspended_at IS NULL",
                    now,
                    hat));
        }
        gate.notes("suspended " + String.join(" ", overdue));
    }
}
