package org.entente.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.entente.gate.Gate;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;

/** How anybody comes to a plan: members of the two sides, in a role that has to do with it; for others there is none. */
@ApplicationScoped
class PlanPassage {
    private static final Set<Role> CONCERNED = Set.of(
            Role.HANDOVER_OFFICER,
            Role.REGISTRY_OFFICER,
            Role.RELEASE_AUTHORITY,
            Role.CLASSIFICATION_OFFICER,
            Role.AUDITOR,
            Role.JOINT_AUDITOR,
            Role.SECURITY_OFFICER);

    @Inject
    private Gate gate;

    @Inject
    private PlanShelf shelf;

    Plan see(String number) {
        return pass(number, shelf.find(number));
    }

    /** For a change in one of these stages; held until it is done. */
    Plan change(String number, Set<Stage> stages) {
        Plan plan = pass(number, shelf.lock(number));
        if (!stages.contains(plan.stage())) {
            throw Refused.wrongState("This is not done in " + plan.stage() + ".", "HND-01");
        }
        return plan;
    }

    private Plan pass(String number, @org.jspecify.annotations.Nullable Plan plan) {
        gate.asked(number);
        if (plan == null || !known(plan)) {
            throw Refused.notFound();
        }
        gate.decideOwn(number, plan.predecessor(), null, true);
        gate.concerns(plan.successor());
        return plan;
    }

    /** Whether the acting hat may know that there is this plan. */
    boolean known(Plan plan) {
        Hat hat = gate.hat();
        return (plan.side(hat) != null || hat.has(Role.JOINT_AUDITOR))
                && CONCERNED.stream().anyMatch(hat::has);
    }

    void only(Plan plan, Side side) {
        if (plan.side(gate.hat()) != side) {
            throw Refused.forbidden("other-side", "This is for " + plan.organisation(side) + " to do.", "HND-03");
        }
    }

    Plan again(Plan plan) {
        return Objects.requireNonNull(shelf.find(plan.number()));
    }
}
