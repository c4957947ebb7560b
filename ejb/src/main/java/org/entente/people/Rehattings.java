package org.entente.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Refused;
import org.entente.identity.Role;
import org.entente.world.WorldChange;
import org.jspecify.annotations.Nullable;

/**
 * New hats that a handover gives (HND-08). The handover proposes, the successor's administrator and security officer confirm, and
 * on the day the handover asks what was confirmed: what was not does not happen.
 */
@ApplicationScoped
public class Rehattings {
    @Inject
    private Gate gate;

    @Inject
    private Offices offices;

    @Inject
    private ActStore acts;

    /** How a proposal stands. */
    public record Standing(String act, ActState state) {}

    /**
     * Proposes a provisional hat with the successor, whose handover officer acts; answers the number of the act.
     *
     * @param replaced the act that this one replaces, if there was one
     */
    public String propose(
            String plan,
            String organisation,
            String hat,
            String person,
            List<String> roles,
            @Nullable String post,
            String mission,
            Instant from,
            @Nullable String replaced) {
        PeopleAct before = replaced == null ? null : acts.lock(replaced);
        if (before != null && (before.state() == ActState.PROPOSED || before.state() == ActState.CONFIRMED)) {
            acts.end(before, ActState.WITHDRAWN, null, gate.moment().now());
        }
        Objections objections = new Objections();
        List<Role> known = Appointments.roles(roles, objections);
        if (Offices.named(hat) && acts.proposed(hat)) {
            objections.add("newHat", "ORG-01", "A hat " + hat + " is proposed already.");
        }
        objections.throwIfAny("objections", "Nobody is re-hatted like that.");
        return offices.propose(
                        ActKind.REHATTING,
                        organisation,
                        person,
                        new WorldChange.HatBegun(
                                hat,
                                person,
                                organisation,
                                known,
                                post == null ? List.of() : List.of(post),
                                mission,
                                from,
                                null,
                                true),
                        "handover " + plan,
                        plan)
                .number();
    }

    public Standing standing(String act) {
        PeopleAct found = Objects.requireNonNull(acts.find(act));
        return new Standing(act, found.state());
    }

    /** The officer goes home after all: what was proposed is taken back. */
    public void withdraw(String act) {
        PeopleAct found = acts.lock(act);
        if (found == null) {
            throw Refused.notFound();
        }
        acts.end(found, ActState.WITHDRAWN, null, gate.moment().now());
    }

    /** The handover does not come: nobody gets what it proposed. */
    public void end(String plan) {
        for (PeopleAct act : acts.of(plan)) {
            if (act.state() == ActState.PROPOSED || act.state() == ActState.CONFIRMED) {
                acts.end(act, ActState.WITHDRAWN, null, gate.moment().now());
            }
        }
    }

    /** What was confirmed of this act, beginning at the instant of the transfer; null if it was not, or if its bearer is suspended. */
    public WorldChange.@Nullable HatBegun confirmed(String act, Instant at) {
        PeopleAct found = acts.find(act);
        if (found == null
                || found.state() != ActState.CONFIRMED
                || !(found.change() instanceof WorldChange.HatBegun h)) {
            return null;
        }
        boolean suspended = gate.moment().world().personnel().stream()
                .anyMatch(p -> p.hat().person().equals(h.person()) && p.suspension() != null);
        return suspended
                ? null
                : new WorldChange.HatBegun(
                        h.hat(), h.person(), h.organisation(), h.roles(), h.posts(), h.mission(), at, null, true);
    }
}
