package org.entente.people;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.world.Personnel;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/** What an organisation's security officer records of its people: clearances, briefings, the code of conduct. */
@Stateless
public class Vetting {
    private static final int BRIEFED_MONTHS = 12;

    @Inject
    private Gate gate;

    @Inject
    private Offices offices;

    @Inject
    private ActViews views;

    @Inject
    private WorldChanges world;

    /** Proposes a clearance in the organisation's own scheme, in place of the one before (CLS-15). */
    @Operation(Action.PROPOSE_VETTING)
    public ActView clear(String hat, String level, @Nullable Instant to, @Nullable String reason) {
        return propose(
                ActKind.CLEARANCE,
                hat,
                new WorldChange.Cleared(hat, level, gate.moment().now(), to),
                reason);
    }

    /**
     * Proposes to record a briefing under a scheme; it holds for a year from its day (CLS-16).
     *
     * @param on when it was given; today if null
     */
    @Operation(Action.PROPOSE_VETTING)
    public ActView brief(String hat, String scheme, @Nullable Instant on, @Nullable String reason) {
        Instant now = gate.moment().now();
        Instant given = on == null || on.isAfter(now) ? now : on;
        Instant until = given.atZone(ZoneOffset.UTC).plusMonths(BRIEFED_MONTHS).toInstant();
        return propose(ActKind.BRIEFING, hat, new WorldChange.Briefed(hat, scheme, now, until), reason);
    }

    /** Proposes to record that the code of conduct is signed (HND-08). */
    @Operation(Action.PROPOSE_VETTING)
    public ActView conduct(String hat, @Nullable String reason) {
        Personnel one = offices.own(hat);
        return propose(
                ActKind.CONDUCT,
                hat,
                new WorldChange.ConductSigned(
                        hat, one.hat().organisation(), gate.moment().now()),
                reason);
    }

    private ActView propose(ActKind kind, String hat, WorldChange.Right change, @Nullable String reason) {
        Personnel one = offices.own(hat);
        return views.of(
                offices.propose(kind, one.hat().organisation(), one.hat().person(), change, reason, null));
    }

    /** Withdraws a hat's clearance at once. */
    @Operation(value = Action.WITHDRAW_CLEARANCE, secondFactor = true)
    public void withdraw(String hat, @Nullable String reason) {
        Personnel one = offices.own(hat);
        Suspensions.otherThanOneself(one.hat(), gate.hat());
        String said = Suspensions.reasoned(reason);
        WorldChange change =
                new WorldChange.ClearanceWithdrawn(hat, gate.moment().now());
        world.apply(change);
        gate.notes(said + " " + change.text());
    }
}
