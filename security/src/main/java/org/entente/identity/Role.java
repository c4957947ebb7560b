package org.entente.identity;

/** What a hat may do in its organisation; a role in one organisation gives nothing in another (ORG-01). */
public enum Role {
    LIAISON_OFFICER,
    ANALYST,
    CLASSIFICATION_OFFICER,
    RELEASE_AUTHORITY,
    REGISTRY_OFFICER,
    HANDOVER_OFFICER,
    AUDITOR,
    JOINT_AUDITOR,
    SECURITY_OFFICER,
    ORG_ADMIN,
    PLATFORM_ADMIN,
    SOURCE_HANDLER,
    HUMAN_RIGHTS_OFFICER,
    REQUEST_BROKER,
    EXERCISE_DIRECTOR
}
