package org.entente.notice;

import java.util.Arrays;
import org.entente.handover.Awaited;
import org.entente.release.Step;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell. One constant an occasion: what its subject is, whether it goes at once, and, where it waits for a step
 * of a release, which: such a notice is gone when the step is. The words are in {@code wording_*.properties}.
 */
public enum Occasion {
    CHECK_WAITS(Step.CHECK),
    CONSENT_ASKED(About.CONSENT, false, Step.CONSENT),
    RISK_REVIEW_WAITS(Step.RISK),
    AUTHORISATION_WAITS(Step.AUTHORISATION),
    REGISTRATION_WAITS(Step.REGISTRATION),
    RECEIPT_WAITS(Step.RECEIPT),
    ACKNOWLEDGEMENT_WAITS(Step.ACKNOWLEDGEMENT),
    /** A fast path is looked at afterwards (PKI-15, CAV-12). */
    REVIEW_WAITS(About.RELEASE, true, Step.REVIEW),
    REPORT_WAITS(About.RELEASE, true, Step.REPORT),
    REVIEW_OVERDUE(About.RELEASE, true, Step.REVIEW),
    ACKNOWLEDGEMENT_OVERDUE(Step.ACKNOWLEDGEMENT),
    /** For the registry that sent it. */
    ACKNOWLEDGEMENT_MISSING(About.RELEASE, false),

    CONSENT_GRANTED(About.CONSENT, false),
    CONSENT_REFUSED(About.CONSENT, false),
    CONSENT_SILENT(About.CONSENT, false),
    RELEASE_REFUSED(About.RELEASE, false),
    RELEASE_RETURNED(About.RELEASE, false),
    RELEASE_AUTHORISED(About.RELEASE, false),
    /** For the author and for whoever asked: what became of it (PKI-13). */
    USE_REPORTED(About.RELEASE, false),
    /** The originator learns of it at once (CAV-12). */
    BREAK_GLASS_USED(About.RELEASE, true),

    PRODUCT_ARRIVED(About.PRODUCT, false),
    /** Every past recipient learns of these (PKI-13, CLS-46). */
    RELEASE_RECALLED(About.RELEASE, true),
    RELEASE_SUSPENDED(About.RELEASE, true),
    PRODUCT_WITHDRAWN(About.PRODUCT, true),
    LABEL_UPGRADED(About.PRODUCT, true),

    /** For author, officers and signatories of what was built on it (PKI-13); part of it is the source. */
    SOURCE_GONE(About.PRODUCT, true),

    /** For those who may answer it (CLS-48). */
    CHALLENGE_MADE(About.CHALLENGE, false),
    /** For whoever made it. */
    CHALLENGE_ANSWERED(About.CHALLENGE, false),
    /** For the human rights office (PKI-12). */
    REFERRAL_MADE(About.REFERRAL, true),

    /** For the security officers of the organisation where it happened (AUD-10). */
    BREACH_REPORTED(About.BREACH, true),
    /** For the security officers of the organisation that it passed to, and of the one that it passed from. */
    BREACH_PASSED(About.BREACH, true),
    /** For the originator's security officers. */
    BREACH_INFORMED(About.BREACH, true),
    /** For the security officers of both (AUD-11). */
    COMPROMISE_DECLARED(About.BREACH, true),

    REQUEST_ARRIVED(About.REQUEST, false),
    REQUEST_WITH_BROKER(About.REQUEST, false),
    ANSWER_WITH_BROKER(About.REQUEST, false),
    REQUEST_ANSWERED(About.REQUEST, false),
    REQUEST_REFUSED(About.REQUEST, false),
    REQUEST_RETURNED(About.REQUEST, false),
    ANSWER_HELD_BACK(About.REQUEST, false),
    REQUEST_WITHDRAWN(About.REQUEST, false),
    REQUEST_OVERDUE(About.REQUEST, false),
    ANSWER_OVERDUE(About.REQUEST, false),

    /** For the security officers of its originators: its words are not those that were filed. */
    CONTENT_DIFFERS(About.PRODUCT, true),

    /** For the security officers of its organisation: a draft passed from somebody who is gone to an officer. */
    DRAFT_TAKEN_OVER(About.PRODUCT, false),

    /** For all who watch, of whatever organisation (ORG-02). */
    AUDITOR_SUSPENDED(About.AUDITOR, true),

    /** For all who watch: somebody went behind the platform's back (AUD-02). */
    OPENING_DIFFERS(About.AUDITOR, true),

    /** For the co-chair who has not signed. */
    HANDOVER_AGREEMENT(Awaited.AGREEMENT, false),
    HANDOVER_FREEZE(Awaited.FREEZE, false),
    HANDOVER_READINESS(Awaited.READINESS, false),
    HANDOVER_RECONCILIATION(Awaited.RECONCILIATION, false),
    HANDOVER_CLOSURE(Awaited.CLOSURE, false),
    HANDOVER_SIGNATURE_ANEW(Awaited.SIGNATURE_ANEW, false),
    HANDOVER_INVENTORY(Awaited.INVENTORY, false),
    HANDOVER_STEP(Awaited.STEP, false),
    /** For a giver: silence is refusal (HND-02, CAV-13). */
    HANDOVER_CONSENT(Awaited.CONSENT, false),
    /** For both co-chairs and both release authorities (HND-03). */
    HANDOVER_TRANSFER(Awaited.TRANSFER, true);

    private final About about;
    private final boolean urgent;
    private final @Nullable Step step;
    private final @Nullable Awaited awaited;

    Occasion(Step step) {
        this(About.RELEASE, false, step);
    }

    Occasion(About about, boolean urgent) {
        this(about, urgent, null);
    }

    Occasion(About about, boolean urgent, @Nullable Step step) {
        this(about, urgent, step, null);
    }

    Occasion(Awaited awaited, boolean urgent) {
        this(awaited == Awaited.CONSENT ? About.HANDOVER_CONSENT : About.HANDOVER, urgent, null, awaited);
    }

    Occasion(About about, boolean urgent, @Nullable Step step, @Nullable Awaited awaited) {
        this.about = about;
        this.urgent = urgent;
        this.step = step;
        this.awaited = awaited;
    }

    static Occasion of(Awaited awaited) {
        return Arrays.stream(values())
                .filter(o -> o.awaited == awaited)
                .findFirst()
                .orElseThrow();
    }

    public About about() {
        return about;
    }

    /** Whether it goes at once to whoever gets mail at all. */
    boolean urgent() {
        return urgent;
    }

    /** The step that somebody has to take. */
    @Nullable
    Step step() {
        return step;
    }

    /** What of a handover somebody has to do; null for what is of none. */
    @Nullable
    Awaited awaited() {
        return awaited;
    }
}
