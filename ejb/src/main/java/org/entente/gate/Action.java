package org.entente.gate;

import static org.entente.identity.Role.ANALYST;
import static org.entente.identity.Role.AUDITOR;
import static org.entente.identity.Role.CLASSIFICATION_OFFICER;
import static org.entente.identity.Role.EXERCISE_DIRECTOR;
import static org.entente.identity.Role.JOINT_AUDITOR;
import static org.entente.identity.Role.LIAISON_OFFICER;
import static org.entente.identity.Role.ORG_ADMIN;
import static org.entente.identity.Role.RELEASE_AUTHORITY;
import static org.entente.identity.Role.SECURITY_OFFICER;

import java.util.Set;
import org.entente.identity.Role;

/**
 * Everything that can be done, with its number in the audit record (never reused) and the roles that may try. The roles are
 * the coarse check; whether this hat may do it to this object is decided on the object.
 */
public enum Action {
    SEE_MYSELF(1, Kind.HATLESS),
    READ_CLOCK(2, Kind.HATLESS),
    SET_CLOCK(3, Kind.SUBJECTLESS_CHANGE, EXERCISE_DIRECTOR),
    SUSPEND_HAT(4, Kind.CHANGE, ORG_ADMIN, SECURITY_OFFICER),
    SIGN_IN(5, Kind.HATLESS),
    SIGN_OUT(6, Kind.HATLESS),
    CHOOSE_HAT(7, Kind.SUBJECTLESS),
    SEE_SCHEMES(8, Kind.SUBJECTLESS),

    LIST_PRODUCTS(10, Kind.READ),
    COUNT_PRODUCTS(11, Kind.READ),
    READ_PRODUCT(12, Kind.READ),
    ACKNOWLEDGE_PRODUCT(13, Kind.CHANGE),
    SEE_AUDIENCE(14, Kind.READ, CLASSIFICATION_OFFICER, RELEASE_AUTHORITY),
    LIST_DRAFTS(15, Kind.READ, ANALYST, LIAISON_OFFICER, CLASSIFICATION_OFFICER),
    LIST_QUEUE(16, Kind.READ, CLASSIFICATION_OFFICER),
    READ_DOCUMENT(17, Kind.READ),

    FILE_PRODUCT(20, Kind.CHANGE, ANALYST, LIAISON_OFFICER, CLASSIFICATION_OFFICER),
    EDIT_DRAFT(21, Kind.CHANGE, ANALYST, LIAISON_OFFICER, CLASSIFICATION_OFFICER),
    SUBMIT_DRAFT(22, Kind.CHANGE, ANALYST, LIAISON_OFFICER, CLASSIFICATION_OFFICER),
    RETURN_DRAFT(23, Kind.CHANGE, CLASSIFICATION_OFFICER),
    PUBLISH_PRODUCT(24, Kind.CHANGE, CLASSIFICATION_OFFICER),
    WITHDRAW_PRODUCT(25, Kind.CHANGE, ANALYST, LIAISON_OFFICER, CLASSIFICATION_OFFICER, RELEASE_AUTHORITY),
    PREVIEW_BANNER(26, Kind.SUBJECTLESS, ANALYST, LIAISON_OFFICER, CLASSIFICATION_OFFICER),

    IMPORT_INCIDENTS(30, Kind.CHANGE, ANALYST, CLASSIFICATION_OFFICER),

    LIST_EVENTS(40, Kind.SUBJECTLESS, AUDITOR, JOINT_AUDITOR),

    LOAD_WORLD(90, Kind.SYSTEM_CHANGE),
    LOAD_EXERCISE(91, Kind.SYSTEM_CHANGE);

    private enum Kind {
        /** Concerns an object; changes nothing. */
        READ,
        /** Concerns an object and changes it. */
        CHANGE,
        /** Concerns no object of anybody's. */
        SUBJECTLESS,
        SUBJECTLESS_CHANGE,
        /** Done by a person who has not chosen a hat, or has none. */
        HATLESS,
        /** Done by the platform itself, never by a person. */
        SYSTEM_CHANGE
    }

    private final int number;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<Role> roles;

    Action(int number, Kind kind, Role... roles) {
        this.number = number;
        this.kind = kind;
        this.roles = Set.of(roles);
    }

    public int number() {
        return number;
    }

    boolean changes() {
        return kind == Kind.CHANGE || kind == Kind.SUBJECTLESS_CHANGE || kind == Kind.SYSTEM_CHANGE;
    }

    /** Whether it makes something other than it was; confirming receipt of what one may read does not. */
    boolean alters() {
        return changes() && this != ACKNOWLEDGE_PRODUCT;
    }

    boolean needsDecision() {
        return kind == Kind.READ || kind == Kind.CHANGE;
    }

    boolean needsHat() {
        return kind != Kind.HATLESS && kind != Kind.SYSTEM_CHANGE;
    }

    boolean platformOnly() {
        return kind == Kind.SYSTEM_CHANGE;
    }

    boolean openTo(Set<Role> held) {
        return roles.isEmpty() || roles.stream().anyMatch(held::contains);
    }
}
