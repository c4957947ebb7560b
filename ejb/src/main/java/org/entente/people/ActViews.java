package org.entente.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.world.KnownWorld;
import org.entente.world.Person;
import org.entente.world.Personnel;
import org.entente.world.WorldChange;
import org.jspecify.annotations.Nullable;

/** Acts as their readers see them, and what is still missing to each. */
@ApplicationScoped
class ActViews {
    @Inject
    private Gate gate;

    ActView of(PeopleAct act) {
        Hat acting = gate.hat();
        KnownWorld world = gate.moment().world();
        Person bearer = world.personByCode(act.bearer());
        return new ActView(
                act.number(),
                act.kind(),
                act.organisation(),
                act.hat(),
                act.bearer(),
                bearer != null
                        ? bearer.name()
                        : act.change() instanceof WorldChange.PersonEntered entered ? entered.name() : act.bearer(),
                act.change().text(),
                said(act.change()),
                act.reason(),
                act.plan(),
                act.digest(),
                act.proposerHat(),
                act.proposedAt(),
                act.state(),
                act.endedAt(),
                act.endedWhy(),
                act.confirmations().stream()
                        .map(c -> new ActView.ConfirmationView(c.role(), c.hat(), c.at()))
                        .toList(),
                missing(act, world).stream()
                        .map(roles -> roles.stream().sorted().toList())
                        .toList(),
                role(act, acting, world) != null,
                act.state() == ActState.PROPOSED && act.proposer().equals(acting.person()));
    }

    private static ActView.Said said(WorldChange.Right change) {
        return switch (change) {
            case WorldChange.HatBegun h -> new ActView.Said(h.roles(), h.posts(), h.mission(), h.from(), h.to());
            case WorldChange.Assigned a -> dated(a.mission(), a.from(), a.to());
            case WorldChange.Cleared c -> dated(c.level(), c.from(), c.to());
            case WorldChange.Briefed b -> dated(b.scheme(), b.from(), b.to());
            case WorldChange.ConductSigned c -> dated(c.organisation(), c.at(), null);
            case WorldChange.HatSuspended s -> dated(null, s.at(), null);
            case WorldChange.SuspensionLifted l -> dated(null, l.at(), null);
            case WorldChange.PersonEntered p -> dated(p.subject(), null, null);
        };
    }

    private static ActView.Said dated(@Nullable String what, @Nullable Instant from, @Nullable Instant to) {
        return new ActView.Said(List.of(), List.of(), what, from, to);
    }

    /** For each confirmation that is missing, the roles of which one gives it. */
    static List<Set<Role>> missing(PeopleAct act, KnownWorld world) {
        if (act.state() != ActState.PROPOSED) {
            return List.of();
        }
        Personnel today = act.hat() == null ? null : world.personnel(act.hat());
        List<Set<Role>> missing = new ArrayList<>(act.kind()
                .confirmers(ActKind.roles(
                        act.change(), today == null ? Set.of() : today.hat().roles())));
        for (PeopleAct.Confirmation given : act.confirmations()) {
            missing.stream()
                    .filter(roles -> roles.contains(given.role()))
                    .findFirst()
                    .ifPresent(missing::remove);
        }
        return missing;
    }

    /** The role in which this hat may confirm the act; null if it may not. */
    static @Nullable Role role(PeopleAct act, Hat hat, KnownWorld world) {
        if (!hat.organisation().equals(act.organisation()) || act.involves(hat.person())) {
            return null;
        }
        if (act.kind() == ActKind.LIFTING && act.hat() != null && suspendedBy(act.hat(), hat.person(), world)) {
            return null;
        }
        return missing(act, world).stream()
                .flatMap(Set::stream)
                .filter(hat::has)
                .findFirst()
                .orElse(null);
    }

    private static boolean suspendedBy(String hat, String person, KnownWorld world) {
        Personnel one = world.personnel(hat);
        Personnel.Suspension suspension = one == null ? null : one.suspension();
        Personnel by = suspension == null ? null : world.personnel(suspension.by());
        return by != null && by.hat().person().equals(person);
    }
}
