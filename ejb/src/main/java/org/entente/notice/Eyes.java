package org.entente.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.entente.access.Outcome;
import org.entente.breach.Incidents;
import org.entente.gate.Gate;
import org.entente.handover.Pending;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.label.Docket;
import org.entente.product.Circulation;
import org.entente.release.Course;
import org.entente.release.Step;
import org.entente.request.Correspondence;
import org.entente.request.Party;
import org.entente.request.RequestLine;
import org.entente.request.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * Whether a hat may know now of what a notice is about, and whether there is still something to tell. Asked when a notice is
 * made, shown and mailed; the features' own answers, from the one policy. Whatever is not certain is a no.
 */
@ApplicationScoped
class Eyes {
    private static final Set<RequestState> OWED = EnumSet.of(RequestState.OPEN, RequestState.ROUTED);

    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private Course course;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Docket docket;

    @Inject
    private Incidents incidents;

    @Inject
    private Pending pending;

    boolean meet(Notice notice, Hat hat) {
        return hat.id().equals(notice.hat())
                && (hat.liveAt(gate.moment().now())
                        || hat.residualAt(gate.moment().now()))
                && meet(notice.occasion(), notice.subject(), notice.partOf(), hat);
    }

    boolean meet(Occasion occasion, String subject, @Nullable String partOf, Hat hat) {
        Step step = occasion.step();
        String release = partOf == null ? subject : partOf;
        if (step != null) {
            return course.waitsFor(release, step, hat);
        }
        return switch (occasion.about()) {
            case RELEASE, CONSENT -> course.mayKnow(release, hat);
            case PRODUCT ->
                switch (occasion) {
                    case PRODUCT_ARRIVED ->
                        circulation.mayKnow(subject, hat) && circulation.outcomeFor(hat, subject) == Outcome.PERMIT;
                    case SOURCE_GONE -> circulation.mayKnowGone(subject, Objects.requireNonNull(partOf), hat);
                    case CONTENT_DIFFERS ->
                        hat.has(Role.SECURITY_OFFICER)
                                && course.originators(circulation.get(subject)).contains(hat.organisation());
                    case DRAFT_TAKEN_OVER ->
                        hat.has(Role.SECURITY_OFFICER)
                                && circulation.get(subject).originator().equals(hat.organisation());
                    default -> office(hat) && circulation.everHanded(subject, hat.organisation());
                };
            case REQUEST -> stands(occasion, correspondence.line(subject, hat));
            case CHALLENGE ->
                occasion == Occasion.CHALLENGE_MADE ? docket.awaits(subject, hat) : docket.answeredTo(subject, hat);
            case REFERRAL -> docket.waitsForOffice(subject, hat);
            case BREACH -> incidents.concerns(subject, hat);
            case AUDITOR -> watches(hat);
            case HANDOVER, HANDOVER_CONSENT -> pending.awaits(subject, Objects.requireNonNull(occasion.awaited()), hat);
        };
    }

    /** Auditors of all organisations know of each other: who takes one of them away does not do it in the dark. */
    static boolean watches(Hat hat) {
        return hat.has(Role.AUDITOR) || hat.has(Role.JOINT_AUDITOR);
    }

    /** Those who keep what came from abroad, and answer for it. */
    static boolean office(Hat hat) {
        return Step.RECEIPT.openTo(hat) || Step.ACKNOWLEDGEMENT.openTo(hat) || Step.CONSENT.openTo(hat);
    }

    private static boolean stands(Occasion occasion, @Nullable RequestLine line) {
        if (line == null) {
            return false;
        }
        return switch (occasion) {
            case REQUEST_ARRIVED -> line.party() == Party.ADDRESSEE && OWED.contains(line.state());
            case REQUEST_OVERDUE -> line.party() == Party.ADDRESSEE && OWED.contains(line.state()) && line.overdue();
            case REQUEST_WITHDRAWN -> line.party() == Party.ADDRESSEE;
            case REQUEST_WITH_BROKER -> line.party() == Party.BROKER && line.state() == RequestState.AWAITING_BROKER;
            case ANSWER_WITH_BROKER -> line.party() == Party.BROKER;
            default -> line.party() == Party.REQUESTER;
        };
    }
}
