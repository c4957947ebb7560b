package org.entente.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person acting for an organisation: posts, roles, dated assignments, clearances and briefings. The same person may
 * hold several hats and acts in one at a time; two hats never add up.
 *
 * @param state as whose national, or on whose post, they serve in an organisation of States; null if that makes no difference
 */
public record Hat(
        String id,
        String person,
        String organisation,
        Set<String> posts,
        Set<Role> roles,
        List<Assignment> assignments,
        @Nullable Instant provisionalUntil,
        @Nullable Residual residual,
        List<Clearance> clearances,
        List<Briefing> briefings,
        @Nullable String state) {

    /** Drafting and exchange; never deciding, registering, watching or appointing. */
    private static final Set<Role> PROVISIONAL_ROLES = Set.of(Role.ANALYST, Role.LIAISON_OFFICER);

    public Hat {
        if (id.isBlank() || person.isBlank() || organisation.isBlank()) {
            throw new IllegalArgumentException("a hat needs an id, a person and an organisation: " + id);
        }
        posts = Set.copyOf(posts);
        roles = Set.copyOf(roles);
        assignments = List.copyOf(assignments);
        clearances = List.copyOf(clearances);
        briefings = List.copyOf(briefings);
    }

    /** One that is no State's. */
    public Hat(
            String id,
            String person,
            String organisation,
            Set<String> posts,
            Set<Role> roles,
            List<Assignment> assignments,
            @Nullable Instant provisionalUntil,
            @Nullable Residual residual,
            List<Clearance> clearances,
            List<Briefing> briefings) {
        this(
                id,
                person,
                organisation,
                posts,
                roles,
                assignments,
                provisionalUntil,
                residual,
                clearances,
                briefings,
                null);
    }

    /** The hat with those assignments, and what is left of them, that lie in these stretches. */
    public Hat within(List<Interval> stretches) {
        List<Assignment> left = new ArrayList<>();
        for (Assignment assignment : assignments) {
            parts(assignment.during(), stretches).forEach(part -> left.add(new Assignment(assignment.mission(), part)));
        }
        List<Interval> rest = residual == null ? List.of() : parts(residual.during(), stretches);
        return new Hat(
                id,
                person,
                organisation,
                posts,
                roles,
                left,
                provisionalUntil,
                residual == null || rest.isEmpty() ? null : new Residual(residual.mission(), rest.getFirst()),
                clearances,
                briefings,
                state);
    }

    private static List<Interval> parts(Interval whole, List<Interval> stretches) {
        return stretches.stream().map(whole::meet).filter(Objects::nonNull).toList();
    }

    public boolean liveAt(Instant t) {
        return assignments.stream().anyMatch(assignment -> assignment.during().contains(t));
    }

    /** Whether only the residual grant still carries the hat. */
    public boolean residualAt(Instant t) {
        return residual != null && residual.during().contains(t) && !liveAt(t);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public HatStatus statusAt(Instant t) {
        if (!liveAt(t)) {
            return residualAt(t) ? HatStatus.RESIDUAL : HatStatus.ENDED;
        }
        return provisionalUntil != null && t.isBefore(provisionalUntil) ? HatStatus.PROVISIONAL : HatStatus.CONFIRMED;
    }

    /**
     * The hat as it counts at that instant: while it is provisional it carries the roles alone that a provisional hat may have,
     * whatever it will carry later (HND-08).
     */
    public Hat at(Instant t) {
        return statusAt(t) != HatStatus.PROVISIONAL || PROVISIONAL_ROLES.containsAll(roles)
                ? this
                : new Hat(
                        id,
                        person,
                        organisation,
                        posts,
                        roles.stream().filter(PROVISIONAL_ROLES::contains).collect(Collectors.toUnmodifiableSet()),
                        assignments,
                        provisionalUntil,
                        residual,
                        clearances,
                        briefings,
                        state);
    }

    public Set<String> missionsAt(Instant t) {
        if (residual != null && residualAt(t)) {
            return Set.of(residual.mission());
        }
        return assignments.stream()
                .filter(assignment -> assignment.during().contains(t))
                .map(Assignment::mission)
                .collect(Collectors.toUnmodifiableSet());
    }
}
