package org.entente.people;

import static org.entente.identity.Role.AUDITOR;
import static org.entente.identity.Role.HANDOVER_OFFICER;
import static org.entente.identity.Role.JOINT_AUDITOR;
import static org.entente.identity.Role.ORG_ADMIN;
import static org.entente.identity.Role.RELEASE_AUTHORITY;
import static org.entente.identity.Role.SECURITY_OFFICER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.identity.Role;
import org.entente.world.WorldChange;

/** The kinds of acts that give a right, who proposes each, and whose confirmations it takes: one for each set of roles. */
public enum ActKind {
    /** The administrator gives a new hat; an auditor's or a security officer's is the head's to confirm. */
    APPOINTMENT(Set.of(ORG_ADMIN), List.of(Set.of(SECURITY_OFFICER))),
    /** A handover gives an officer a hat with the successor, whose own offices both confirm it (HND-08). */
    REHATTING(Set.of(HANDOVER_OFFICER), List.of(Set.of(ORG_ADMIN), Set.of(SECURITY_OFFICER))),
    /** A hat serves in a mission, or longer. */
    ASSIGNMENT(Set.of(ORG_ADMIN), List.of(Set.of(SECURITY_OFFICER))),
    /** Somebody becomes known here. */
    PERSON(Set.of(ORG_ADMIN), List.of(Set.of(SECURITY_OFFICER))),
    CLEARANCE(Set.of(SECURITY_OFFICER), List.of(Set.of(ORG_ADMIN, RELEASE_AUTHORITY))),
    BRIEFING(Set.of(SECURITY_OFFICER), List.of(Set.of(ORG_ADMIN, RELEASE_AUTHORITY))),
    CONDUCT(Set.of(SECURITY_OFFICER), List.of(Set.of(ORG_ADMIN, RELEASE_AUTHORITY))),
    /** A suspension ends, by two others than the one who suspended; that of an office is confirmed by another at least. */
    LIFTING(
            Set.of(ORG_ADMIN, SECURITY_OFFICER, RELEASE_AUTHORITY),
            List.of(Set.of(ORG_ADMIN, SECURITY_OFFICER, RELEASE_AUTHORITY))),
    /** Who answers for people is suspended by two of those offices: one alone would lock the organisation out. */
    OFFICE_SUSPENSION(
            Set.of(ORG_ADMIN, SECURITY_OFFICER, RELEASE_AUTHORITY),
            List.of(Set.of(ORG_ADMIN, SECURITY_OFFICER, RELEASE_AUTHORITY))),
    /** Who watches is suspended by another organisation's security officer together with the auditor's own head. */
    AUDITOR_SUSPENSION(Set.of(SECURITY_OFFICER), List.of(Set.of(RELEASE_AUTHORITY)));

    private static final Set<Role> HEADS_MATTER = EnumSet.of(AUDITOR, SECURITY_OFFICER);
    private static final Set<Role> OFFICES = EnumSet.of(ORG_ADMIN, SECURITY_OFFICER, RELEASE_AUTHORITY);
    private static final Set<Role> WATCHING = EnumSet.of(AUDITOR, JOINT_AUDITOR);

    /** What no path on the platform gives: these serve all organisations, and all of them agree on the file. */
    private static final Set<Role> OF_ALL =
            EnumSet.of(JOINT_AUDITOR, Role.REQUEST_BROKER, Role.PLATFORM_ADMIN, Role.EXERCISE_DIRECTOR);

    private static final Set<Role> REHATTED =
            EnumSet.of(Role.ANALYST, Role.LIAISON_OFFICER, Role.REGISTRY_OFFICER, HANDOVER_OFFICER);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of and List.of are
    private final Set<Role> proposers;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Set<Role>> confirmers;

    ActKind(Set<Role> proposers, List<Set<Role>> confirmers) {
        this.proposers = proposers;
        this.confirmers = confirmers;
    }

    /** One of these proposes it. */
    public Set<Role> proposers() {
        return proposers;
    }

    /**
     * One confirmation for each of these sets of roles.
     *
     * @param hatRoles roles of the hat that it is about; none where it is about no hat
     */
    public List<Set<Role>> confirmers(Set<Role> hatRoles) {
        boolean heads =
                (this == APPOINTMENT || this == ASSIGNMENT) && hatRoles.stream().anyMatch(HEADS_MATTER::contains);
        return heads ? List.of(Set.of(RELEASE_AUTHORITY)) : confirmers;
    }

    /** Roles that this path may give. */
    public List<Role> roles() {
        return Arrays.stream(Role.values()).filter(this::gives).toList();
    }

    /** Whether this path may give that role. */
    boolean gives(Role role) {
        return this == REHATTING ? REHATTED.contains(role) : !OF_ALL.contains(role);
    }

    /** As this path's sender names a field. */
    String field(String field) {
        return switch (this == REHATTING ? field : "") {
            case "hat" -> "newHat";
            case "posts" -> "post";
            default -> field;
        };
    }

    /** Whether a hat of these roles watches over others, so that they do not take it off. */
    static boolean watches(Set<Role> roles) {
        return roles.stream().anyMatch(WATCHING::contains);
    }

    /** Whether a hat of these roles answers for the organisation's people: no one person takes it off. */
    static boolean answers(Set<Role> roles) {
        return roles.stream().anyMatch(OFFICES::contains);
    }

    /** Whether a hat of these roles outlives a mission that is handed over: who watches, and who answers for people. */
    public static boolean keeps(Set<Role> roles) {
        return watches(roles) || answers(roles);
    }

    /** The roles of the hat that a change is about. */
    static Set<Role> roles(WorldChange change, Set<Role> today) {
        return change instanceof WorldChange.HatBegun begun ? Set.copyOf(begun.roles()) : today;
    }
}
