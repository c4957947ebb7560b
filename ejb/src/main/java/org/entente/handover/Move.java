package org.entente.handover;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** What a hat may do with a plan as things stand; each boundary has the last word. */
public enum Move {
    TAKE_INVENTORY(Action.TAKE_INVENTORY, Side.PREDECESSOR, Stage.DRAFT, Stage.EXECUTING),
    /** For the two co-chairs alone. */
    SIGN(Action.SIGN_HANDOVER, null, Stage.DRAFT, Stage.RECONCILED),
    ASK_GIVERS(Action.ASK_GIVERS, Side.PREDECESSOR, Stage.AGREED, Stage.CONSENTS_OPEN),
    CARRY_OUT(Action.EXECUTE_HANDOVER, null, Stage.READY, Stage.READY),
    DO_STEP(Action.EDIT_HANDOVER, null, Stage.DRAFT, Stage.RECONCILED),
    SUSPEND(Action.SUSPEND_HANDOVER, null, Stage.DRAFT, Stage.READY),
    RESUME(Action.SUSPEND_HANDOVER, null, Stage.DRAFT, Stage.READY),
    POSTPONE(Action.EDIT_HANDOVER, null, Stage.DRAFT, Stage.READY),
    ABORT(Action.ABORT_HANDOVER, null, Stage.DRAFT, Stage.READY),
    /** For the head of the predecessor's mission, as is the next. */
    ACCELERATE(Action.ACCELERATE_HANDOVER, Side.PREDECESSOR, Stage.DRAFT, Stage.READY),
    WAIVE_BENCHMARKS(Action.ACCELERATE_HANDOVER, Side.PREDECESSOR, Stage.DRAFT, Stage.CONSENTS_OPEN),
    KEEP_LESSONS(Action.EDIT_HANDOVER, null, Stage.EXECUTING, Stage.RECONCILED),
    DISPOSE_ITEMS(Action.DISPOSE_ITEM, Side.PREDECESSOR, Stage.DRAFT, Stage.READY),
    /** After the transfer only this is left to be decided. */
    SET_RETENTION(Action.DISPOSE_ITEM, Side.PREDECESSOR, Stage.EXECUTING, Stage.RECONCILED),
    ACCOUNT_FOR_ITEMS(Action.RECEIVE_ITEM, null, Stage.EXECUTING, Stage.EXECUTING),
    REHAT(Action.REHAT, Side.SUCCESSOR, Stage.DRAFT, Stage.READY),
    ASK_RESIDUAL(Action.GRANT_RESIDUAL, Side.PREDECESSOR, Stage.DRAFT, Stage.READY),
    /** For the two co-chairs alone. */
    APPROVE_RESIDUAL(Action.GRANT_RESIDUAL, null, Stage.DRAFT, Stage.READY),
    GRANT_OVERLAP(Action.GRANT_OVERLAP, Side.PREDECESSOR, Stage.AGREED, Stage.READY),
    APPROVE_OVERLAP(Action.APPROVE_OVERLAP, Side.PREDECESSOR, Stage.AGREED, Stage.READY),
    SETTLE_OPEN_WORK(Action.SETTLE_OPEN_WORK, null, Stage.DRAFT, Stage.READY);

    private final Action action;
    private final @Nullable Side side;
    private final Stage first;
    private final Stage last;

    Move(Action action, @Nullable Side side, Stage first, Stage last) {
        this.action = action;
        this.side = side;
        this.first = first;
        this.last = last;
    }

    static Set<Move> of(Plan plan, Hat hat, Instant now) {
        Set<Move> moves = EnumSet.noneOf(Move.class);
        Arrays.stream(values()).filter(m -> m.open(plan, hat, now)).forEach(moves::add);
        return moves;
    }

    private boolean open(Plan plan, Hat hat, Instant now) {
        Side own = plan.side(hat);
        boolean theirs = own != null && (side == null || side == own);
        boolean staged = plan.stage().compareTo(first) >= 0 && plan.stage().compareTo(last) <= 0;
        return theirs && staged && action.roles().stream().anyMatch(hat::has) && fits(plan, hat, now);
    }

    private boolean fits(Plan plan, Hat hat, Instant now) {
        return switch (this) {
            case SIGN -> plan.signs(hat) != null && PlanGates.next(plan) != null;
            case APPROVE_RESIDUAL -> plan.signs(hat) != null;
            case CARRY_OUT -> !plan.suspended() && !now.isBefore(plan.toa());
            case SUSPEND -> !plan.suspended();
            case RESUME -> plan.suspended();
            case TAKE_INVENTORY,
                    ASK_GIVERS,
                    DO_STEP,
                    POSTPONE,
                    ABORT,
                    ACCELERATE,
                    WAIVE_BENCHMARKS,
                    KEEP_LESSONS,
                    DISPOSE_ITEMS,
                    SET_RETENTION,
                    ACCOUNT_FOR_ITEMS,
                    REHAT,
                    ASK_RESIDUAL,
                    GRANT_OVERLAP,
                    APPROVE_OVERLAP,
                    SETTLE_OPEN_WORK -> true;
        };
    }
}
