package org.entente.access;

import static org.entente.identity.Role.AUDITOR;
import static org.entente.identity.Role.CLASSIFICATION_OFFICER;
import static org.entente.identity.Role.JOINT_AUDITOR;
import static org.entente.identity.Role.ORG_ADMIN;
import static org.entente.identity.Role.RELEASE_AUTHORITY;
import static org.entente.identity.Role.SECURITY_OFFICER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.identity.Clearance;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.marking.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * What every hat keeps to, by whatever path it comes into the world: a file, an appointment, a handover. Who may propose and
 * confirm one is the matter of the path.
 */
public final class HatRules {
    /** Duties of which nobody holds two in one organisation: who decides, who checks, who appoints, who watches (ORG-02). */
    private static final List<Set<Role>> DUTIES = List.of(
            EnumSet.of(CLASSIFICATION_OFFICER),
            EnumSet.of(RELEASE_AUTHORITY),
            EnumSet.of(AUDITOR, JOINT_AUDITOR),
            EnumSet.of(SECURITY_OFFICER),
            EnumSet.of(ORG_ADMIN));

    private HatRules() {}

    /** What a rule has against a hat, and in which of its fields. */
    public record Objection(String field, String rule, String message) {}

    /**
     * All that the rules have against this hat.
     *
     * @param others hats of the same person that are, or will be, worn beside it
     */
    public static List<Objection> objections(Hat hat, Collection<Hat> others, World world) {
        List<Objection> objections = new ArrayList<>();
        if (hat.roles().isEmpty()) {
            objections.add(new Objection("roles", "ORG-01", "A hat has a role."));
        }
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(hat.roles());
        others.stream()
                .filter(o -> o.person().equals(hat.person())
                        && o.organisation().equals(hat.organisation())
                        && !o.id().equals(hat.id()))
                .forEach(o -> held.addAll(o.roles()));
        List<Set<Role>> duties =
                DUTIES.stream().filter(d -> d.stream().anyMatch(held::contains)).toList();
        if (duties.size() > 1) {
            List<Role> both = held.stream()
                    .filter(r -> duties.stream().anyMatch(d -> d.contains(r)))
                    .toList();
            objections.add(new Objection("roles", "ORG-02", "Nobody holds " + both + " in one organisation."));
        }
        for (Clearance clearance : hat.clearances()) {
            String owner = owner(clearance.level(), world);
            if (owner == null) {
                objections.add(new Objection("level", "CLS-15", "There is no level '" + clearance.level() + "'."));
            } else if (!owner.equals(hat.organisation())) {
                objections.add(new Objection(
                        "level",
                        "CLS-15",
                        "'" + clearance.level() + "' is a level of " + owner + "; " + hat.organisation()
                                + " clears in its own scheme."));
            }
        }
        return objections;
    }

    private static @Nullable String owner(String level, World world) {
        return world.schemes().stream()
                .filter(s -> s.levels().stream().anyMatch(l -> l.code().equals(level)))
                .map(Scheme::organisation)
                .findFirst()
                .orElse(null);
    }
}
