package org.entente.people;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.world.Personnel;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/** Taking a hat off its wearer at once, and giving it back. */
@Stateless
public class Suspensions {
    @Inject
    private Gate gate;

    @Inject
    private Offices offices;

    @Inject
    private ActViews views;

    @Inject
    private WorldChanges world;

    /**
     * Takes a hat of the caller's organisation off its wearer from the next request on. Refused with 403 for one's own, and for
     * an auditor's (the auditor watches the one who would suspend); with 422 without a reason.
     *
     * @return null when it is done; an act where the hat answers for people, which another office confirms
     */
    @Operation(value = Action.SUSPEND_HAT, secondFactor = true)
    public @Nullable ActView suspend(String hat, @Nullable String reason) {
        Personnel one = offices.own(hat);
        String said = reasoned(reason);
        otherThanOneself(one.hat(), gate.hat());
        notWatching(one.hat());
        if (one.suspension() != null) {
            throw Refused.wrongState("This hat is suspended already.", "ORG-01");
        }
        if (!ActKind.answers(one.hat().roles()) && gate.hat().has(Role.RELEASE_AUTHORITY)) {
            throw Refused.forbidden("not-your-step", "The administrator or the security officer does this.", "ORG-01");
        }
        WorldChange.Right change = new WorldChange.HatSuspended(
                hat, gate.moment().now(), gate.hat().id(), said);
        if (ActKind.answers(one.hat().roles())) {
            return views.of(offices.propose(
                    ActKind.OFFICE_SUSPENSION,
                    one.hat().organisation(),
                    one.hat().person(),
                    change,
                    said,
                    null));
        }
        world.apply(change);
        gate.notes(change.text());
        return null;
    }

    /**
     * Proposes that another organisation's auditor is suspended; the auditor's own head confirms it, and all auditors are told.
     * A hat that is no auditor's, or of one's own organisation, is not there for this.
     */
    @Operation(Action.PROPOSE_AUDITOR_SUSPENSION)
    public ActView suspendAuditor(String hat, @Nullable String reason) {
        gate.asked(hat);
        Personnel one = gate.moment().world().personnel(hat);
        if (one == null || !ActKind.watches(one.hat().roles())) {
            throw Refused.notFound();
        }
        String organisation = one.hat().organisation();
        gate.decideOwn(hat, organisation, null, !organisation.equals(gate.hat().organisation()));
        String said = reasoned(reason);
        return views.of(offices.propose(
                ActKind.AUDITOR_SUSPENSION,
                organisation,
                one.hat().person(),
                new WorldChange.HatSuspended(
                        hat, gate.moment().now(), gate.hat().id(), said),
                said,
                null));
    }

    /** Proposes that a suspension ends; neither who suspended nor who wears the hat has a part in it. */
    @Operation(Action.PROPOSE_LIFTING)
    public ActView lift(String hat, @Nullable String reason) {
        Personnel one = offices.own(hat);
        if (!ActKind.answers(one.hat().roles())) {
            offices.notSuspendedBy(one, gate.hat());
        }
        return views.of(offices.propose(
                ActKind.LIFTING,
                one.hat().organisation(),
                one.hat().person(),
                new WorldChange.SuspensionLifted(
                        hat, gate.moment().now(), gate.hat().id()),
                reason,
                null));
    }

    static String reasoned(@Nullable String reason) {
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > Offices.LONGEST) {
            throw Refused.objected(
                    "reason-missing",
                    "reason",
                    "ORG-01",
                    "A reason of 1 to " + Offices.LONGEST + " characters is needed.");
        }
        return said;
    }

    static void otherThanOneself(Hat hat, Hat acting) {
        if (hat.person().equals(acting.person())) {
            throw Refused.forbidden("separation-of-duties", "Nobody does this to a hat of their own.", "ORG-02");
        }
    }

    /** An office's hat ends on its date, or is suspended by two. */
    static void noOffice(Hat hat) {
        if (ActKind.answers(hat.roles())) {
            throw Refused.forbidden(
                    "separation-of-duties",
                    "Who answers for people is suspended by two offices, and is not ended by one.",
                    "ORG-02");
        }
    }

    /** Who is watched does not take the watch away. */
    static void notWatching(Hat hat) {
        if (ActKind.watches(hat.roles())) {
            throw Refused.forbidden(
                    "separation-of-duties",
                    "An auditor is suspended by another organisation's security officer together with the auditor's head.",
                    "ORG-02");
        }
    }
}
