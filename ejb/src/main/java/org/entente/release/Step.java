package org.entente.release;

import static org.entente.identity.Role.ANALYST;
import static org.entente.identity.Role.CLASSIFICATION_OFFICER;
import static org.entente.identity.Role.HANDOVER_OFFICER;
import static org.entente.identity.Role.HUMAN_RIGHTS_OFFICER;
import static org.entente.identity.Role.LIAISON_OFFICER;
import static org.entente.identity.Role.REGISTRY_OFFICER;
import static org.entente.identity.Role.RELEASE_AUTHORITY;
import static org.entente.release.Side.GIVER;
import static org.entente.release.Side.RECIPIENT;
import static org.entente.release.Side.RELEASER;
import static org.entente.release.Stage.ACKNOWLEDGED;
import static org.entente.release.Stage.AUTHORISED;
import static org.entente.release.Stage.CHECKED;
import static org.entente.release.Stage.DISSEMINATED;
import static org.entente.release.Stage.DRAFT;
import static org.entente.release.Stage.LABELLED;
import static org.entente.release.Stage.ORIGINATOR_CONSENT;
import static org.entente.release.Stage.REGISTERED;
import static org.entente.release.Stage.REJECTED;
import static org.entente.release.Stage.REVIEW_DUE;
import static org.entente.release.Stage.RISK_REVIEW;
import static org.entente.release.Stage.SUPERSEDED;
import static org.entente.release.Stage.WITHDRAWN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.entente.identity.Hat;
import org.entente.identity.Role;

/**
 * A step of a release: in which stages it can be taken, by which side, with which role. The one table that refuses a step over
 * REST and shows or hides its button; a test walks all of it.
 */
public enum Step {
    /** Label and portions are what they should be for these recipients. */
    CHECK("CLS-33", RELEASER, EnumSet.of(LABELLED), CLASSIFICATION_OFFICER),
    /** An originator lets its information go along, or does not (CAV-13). */
    CONSENT("CAV-13", GIVER, EnumSet.of(ORIGINATOR_CONSENT), CLASSIFICATION_OFFICER, RELEASE_AUTHORITY),
    /** Givers that refused, kept silent or whose consent has lapsed are asked again (CAV-13). */
    ASK_AGAIN(
            "CAV-13",
            RELEASER,
            EnumSet.of(ORIGINATOR_CONSENT, RISK_REVIEW, CHECKED, REJECTED),
            ANALYST,
            LIAISON_OFFICER,
            CLASSIFICATION_OFFICER,
            RELEASE_AUTHORITY,
            HANDOVER_OFFICER),
    /** The recipient's forces have been looked at (PKI-11). */
    RISK("PKI-11", RELEASER, EnumSet.of(RISK_REVIEW), HUMAN_RIGHTS_OFFICER),
    /** The signature that lets it go; the production plan or a delegation says whose (PKI-01, PKI-10). */
    AUTHORISATION("PKI-01", RELEASER, EnumSet.of(CHECKED), RELEASE_AUTHORITY, CLASSIFICATION_OFFICER, HANDOVER_OFFICER),
    /** Entered as outgoing, copies numbered (CLS-50). */
    REGISTRATION("CLS-50", RELEASER, EnumSet.of(AUTHORISED), REGISTRY_OFFICER),
    /** Entered as incoming by a recipient, who has it from then on. */
    RECEIPT("CLS-50", RECIPIENT, EnumSet.of(REGISTERED), REGISTRY_OFFICER),
    /** A recipient says that it has come and that its terms are taken. */
    ACKNOWLEDGEMENT(
            "PKI-08", RECIPIENT, EnumSet.of(REGISTERED, DISSEMINATED, REVIEW_DUE), LIAISON_OFFICER, REGISTRY_OFFICER),
    /** A recipient tells what became of it: used, not used, wrong (PKI-13). */
    USE_REPORT(
            "PKI-13",
            RECIPIENT,
            EnumSet.of(DISSEMINATED, ACKNOWLEDGED, REVIEW_DUE),
            LIAISON_OFFICER,
            ANALYST,
            REGISTRY_OFFICER),
    /** The authority looks at what a fast path has already let go. */
    REVIEW("PKI-15", RELEASER, EnumSet.of(REVIEW_DUE), RELEASE_AUTHORITY),
    /** What was let go for a threat to life is accounted for: what, who, how, why, safeguards (CAV-12). */
    REPORT("CAV-12", RELEASER, EnumSet.of(REVIEW_DUE), RELEASE_AUTHORITY),
    /** Called back; every recipient loses it at once. */
    RECALL(
            "PKI-13",
            RELEASER,
            EnumSet.of(AUTHORISED, REGISTERED, DISSEMINATED, ACKNOWLEDGED, REVIEW_DUE),
            RELEASE_AUTHORITY,
            CLASSIFICATION_OFFICER),
    /** A recipient certifies that the copy it lost was returned or destroyed. */
    DISPOSAL("CLS-50", RECIPIENT, EnumSet.of(WITHDRAWN, SUPERSEDED), REGISTRY_OFFICER),
    /** The requester no longer wants it. */
    CANCELLATION(
            "PKI-08",
            RELEASER,
            EnumSet.of(DRAFT, LABELLED, ORIGINATOR_CONSENT, RISK_REVIEW, CHECKED),
            ANALYST,
            LIAISON_OFFICER,
            CLASSIFICATION_OFFICER,
            RELEASE_AUTHORITY,
            HANDOVER_OFFICER);

    private final String ground;
    private final Side side;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<Stage> stages;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<Role> roles;

    Step(String ground, Side side, Set<Stage> stages, Role... roles) {
        this.ground = ground;
        this.side = side;
        this.stages = stages;
        this.roles = Set.of(roles);
    }

    /** As it stands in a path. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule that asks for it. */
    public String ground() {
        return ground;
    }

    public Side side() {
        return side;
    }

    /** Whether a release of that kind can take it in that stage. */
    public boolean in(Stage stage, Kind kind) {
        return stages.contains(stage)
                && switch (this) {
                    case REVIEW -> kind == Kind.FLASH;
                    case REPORT -> kind == Kind.BREAK_GLASS;
                    case CHECK,
                            CONSENT,
                            ASK_AGAIN,
                            RISK,
                            AUTHORISATION,
                            REGISTRATION,
                            RECEIPT,
                            ACKNOWLEDGEMENT,
                            USE_REPORT,
                            RECALL,
                            DISPOSAL,
                            CANCELLATION -> true;
                };
    }

    /** Whether the originator may take it as well: it calls back its own information from whoever let it go. */
    boolean alsoOriginators() {
        return this == RECALL;
    }

    public Set<Role> roles() {
        return roles;
    }

    public boolean openTo(Hat hat) {
        return roles.stream().anyMatch(hat::has);
    }

    /** Whether it brings nearer to a recipient what was signed. */
    boolean handsOver() {
        return this == REGISTRATION || this == RECEIPT;
    }

    /** Whether it happens only to what was shown to the one who takes it; a recall waits for nobody's reading. */
    boolean wantsSeen() {
        return judges() || handsOver();
    }

    /** Whether a release waits for it: what may be done besides is nobody's duty. */
    public boolean isDuty() {
        return this != RECALL && this != CANCELLATION && this != ASK_AGAIN;
    }

    /** Whether somebody may say no at it; the others are done or not done. */
    public boolean judges() {
        return this == CHECK || this == CONSENT || this == RISK || this == AUTHORISATION || this == REVIEW;
    }
}
