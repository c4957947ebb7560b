package org.entente.people;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.world.Personnel;
import org.entente.world.WorldChange;
import org.entente.world.WorldChanges;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's administrator and the people of it: who becomes known here, who acts for it in which roles, where they
 * serve. Each is a proposal until the offices of {@link ActKind} have confirmed it.
 */
@Stateless
public class Appointments {
    @Inject
    private Gate gate;

    @Inject
    private Offices offices;

    @Inject
    private ActStore acts;

    @Inject
    private ActViews views;

    @Inject
    private WorldChanges world;

    /**
     * A hat as an administrator proposes it.
     *
     * @param from begin of the assignment; at once if null
     * @param to its end; open if null
     */
    public record Appointment(
            String hat,
            String person,
            List<String> roles,
            List<String> posts,
            String mission,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reason) {
        public Appointment {
            roles = List.copyOf(roles);
            posts = List.copyOf(posts);
        }
    }

    /** A person of the organisation's who is to become known here, as the identity provider knows them. */
    public record Entry(
            String person,
            String subject,
            String name,
            String language,
            @Nullable String mail,
            @Nullable String reason) {}

    /**
     * Proposes a hat of the caller's organisation for somebody else. Refused with 422 where a rule of hats objects (ORG-01,
     * ORG-02, CAV-07), with 403 for oneself.
     */
    @Operation(Action.PROPOSE_APPOINTMENT)
    public ActView appoint(Appointment wanted) {
        Hat acting = gate.hat();
        gate.decideOwn(wanted.hat(), acting.organisation(), null, true);
        Objections objections = new Objections();
        List<Role> roles = roles(wanted.roles(), objections);
        if (!offices.knows(acting.organisation(), wanted.person())) {
            objections.add(
                    "person", "ORG-01", "'" + wanted.person() + "' is nobody whom your organisation has entered here.");
        }
        if (Offices.named(wanted.hat()) && acts.proposed(wanted.hat())) {
            objections.add("hat", "ORG-01", "A hat " + wanted.hat() + " is proposed already.");
        }
        Instant now = gate.moment().now();
        Instant from = wanted.from() == null ? now : wanted.from();
        if (from.isBefore(now)) {
            objections.add("from", "ORG-01", "A hat begins now or later.");
        }
        objections.throwIfAny("objections", "Nobody is appointed like that.");
        return views.of(offices.propose(
                ActKind.APPOINTMENT,
                acting.organisation(),
                wanted.person(),
                new WorldChange.HatBegun(
                        wanted.hat(),
                        wanted.person(),
                        acting.organisation(),
                        roles,
                        wanted.posts(),
                        wanted.mission(),
                        from,
                        wanted.to(),
                        false),
                wanted.reason(),
                null));
    }

    static List<Role> roles(List<String> named, Objections objections) {
        if (named.isEmpty()) {
            objections.add("roles", "ORG-01", "A hat has a role.");
        }
        return named.stream()
                .map(n -> objections.word(Role.class, n, "roles", "ORG-01"))
                .filter(Objects::nonNull)
                .map(Role.class::cast)
                .toList();
    }

    /** Proposes that a hat serves in a mission, or in the same one longer. */
    @Operation(Action.PROPOSE_APPOINTMENT)
    public ActView assign(
            String hat, String mission, @Nullable Instant from, @Nullable Instant to, @Nullable String reason) {
        Personnel one = offices.own(hat);
        Instant now = gate.moment().now();
        return views.of(offices.propose(
                ActKind.ASSIGNMENT,
                one.hat().organisation(),
                one.hat().person(),
                new WorldChange.Assigned(hat, mission, from == null || from.isBefore(now) ? now : from, to),
                reason,
                null));
    }

    /** Proposes that somebody becomes known here; it gives them no right yet. */
    @Operation(Action.PROPOSE_APPOINTMENT)
    public ActView enter(Entry entry) {
        Hat acting = gate.hat();
        gate.decideOwn(entry.person(), acting.organisation(), null, true);
        return views.of(offices.propose(
                ActKind.PERSON,
                acting.organisation(),
                entry.person(),
                new WorldChange.PersonEntered(
                        entry.person(), entry.subject(), entry.name().strip(), entry.language(), entry.mail()),
                entry.reason(),
                null));
    }

    /**
     * Ends a hat's assignments at once or at an instant to come; nobody needs to confirm what only takes away. Refused with 403
     * for one's own and for an auditor's, whom another organisation's security officer suspends.
     */
    @Operation(value = Action.END_HAT, secondFactor = true)
    public void end(String hat, @Nullable Instant at, @Nullable String reason) {
        Personnel one = offices.own(hat);
        Suspensions.otherThanOneself(one.hat(), gate.hat());
        Suspensions.notWatching(one.hat());
        Suspensions.noOffice(one.hat());
        String said = Suspensions.reasoned(reason);
        Instant now = gate.moment().now();
        Instant from = at == null || at.isBefore(now) ? now : at;
        List<WorldChange.AssignmentEnded> ends = one.hat().assignments().stream()
                .filter(a -> a.during().to() == null || a.during().to().isAfter(from))
                .map(a -> new WorldChange.AssignmentEnded(hat, a.mission(), from, null, null))
                .distinct()
                .toList();
        if (ends.isEmpty()) {
            throw Refused.wrongState("This hat has ended.", "ORG-01");
        }
        world.apply(ends);
        gate.notes(said + " " + ends.stream().map(WorldChange::text).toList());
    }
}
