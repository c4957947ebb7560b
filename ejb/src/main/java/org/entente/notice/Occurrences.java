package org.entente.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.breach.BreachMoved;
import org.entente.breach.Incidents;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.handover.Advanced;
import org.entente.handover.Pending;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.label.Challenged;
import org.entente.label.Referred;
import org.entente.people.Acts;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.LabelChange;
import org.entente.product.ProductType;
import org.entente.product.Relabelled;
import org.entente.product.SourceLost;
import org.entente.product.TakenOver;
import org.entente.product.Withdrawn;
import org.entente.release.ConsentState;
import org.entente.release.Course;
import org.entente.release.Kind;
import org.entente.release.Moved;
import org.entente.release.Passing;
import org.entente.release.Stage;
import org.entente.release.Step;
import org.entente.release.UseReported;
import org.entente.request.Correspondence;
import org.entente.request.RequestLine;
import org.entente.request.RequestState;
import org.entente.request.Stepped;
import org.entente.transparency.Findings;

/**
 * Listens to what happens to releases, products, labels, requests, breach cases and handovers and puts notices into the trays of those concerned, in the same
 * transaction. What has been told once is not told again, so that it may look as often as it likes.
 */
@ApplicationScoped
class Occurrences {
    private static final int LONGEST_SUBJECT = 18;

    private static final String ACKNOWLEDGED = "ACK REQUIRED";
    private static final Map<Step, Occasion> WAITING = new EnumMap<>(Map.of(
            Step.CHECK, Occasion.CHECK_WAITS,
            Step.RISK, Occasion.RISK_REVIEW_WAITS,
            Step.AUTHORISATION, Occasion.AUTHORISATION_WAITS,
            Step.REGISTRATION, Occasion.REGISTRATION_WAITS,
            Step.REVIEW, Occasion.REVIEW_WAITS,
            Step.REPORT, Occasion.REPORT_WAITS));
    private static final Map<ConsentState, Occasion> ANSWERS = new EnumMap<>(Map.of(
            ConsentState.GRANTED, Occasion.CONSENT_GRANTED,
            ConsentState.REFUSED, Occasion.CONSENT_REFUSED,
            ConsentState.SILENT, Occasion.CONSENT_SILENT));

    @Inject
    private Gate gate;

    @Inject
    private Tray tray;

    @Inject
    private Eyes eyes;

    @Inject
    private Circulation circulation;

    @Inject
    private Course course;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Incidents incidents;

    @Inject
    private Pending pending;

    void moved(@Observes Moved event) {
        Passing release = Objects.requireNonNull(course.find(event.number()));
        Circulating product = circulation.get(release.product());
        waiting(release);
        done(release);
        requester(release);
        for (Passing.Part part : release.parts()) {
            recipient(release, product, part);
        }
        if (release.kind() == Kind.BREAK_GLASS && release.authorised()) {
            for (String originator : course.originators(product)) {
                tell(new Notice.Told(Occasion.BREAK_GLASS_USED, release.number()), of(originator, Eyes::office));
            }
        }
    }

    /** A change of label puts what is under review back to its check; an upgrade is told wherever it went (CLS-46). */
    void relabelled(@Observes Relabelled event) {
        course.openOf(event.number()).forEach(r -> waiting(Objects.requireNonNull(course.find(r))));
        if (event.kind() == LabelChange.Kind.UPGRADED) {
            int version = circulation.get(event.number()).version();
            pastRecipients(new Notice.Told(Occasion.LABEL_UPGRADED, event.number()).turn(version), event.number());
        }
    }

    void withdrawn(@Observes Withdrawn event) {
        pastRecipients(new Notice.Told(Occasion.PRODUCT_WITHDRAWN, event.number()), event.number());
    }

    /** Those who wrote what was built on it, who answer for it, and who signed that it goes abroad (PKI-13). */
    void lost(@Observes SourceLost event) {
        for (String derivative : event.derivatives()) {
            Circulating product = circulation.get(derivative);
            Set<String> signatories = course.signatories(derivative);
            tell(
                    new Notice.Told(Occasion.SOURCE_GONE, derivative)
                            .partOf(event.source())
                            .turn(event.loss()),
                    h -> h.id().equals(product.authorHat())
                            || signatories.contains(h.id())
                            || (h.organisation().equals(product.originator())
                                    && (h.has(Role.CLASSIFICATION_OFFICER) || h.has(Role.RELEASE_AUTHORITY))));
        }
    }

    /** A challenge waits for its originator's officers; its answer is for whoever made it. */
    void challenged(@Observes Challenged event) {
        tell(new Notice.Told(Occasion.CHALLENGE_MADE, event.number()), h -> true);
        tell(new Notice.Told(Occasion.CHALLENGE_ANSWERED, event.number()), h -> true);
    }

    void referred(@Observes Referred event) {
        tell(new Notice.Told(Occasion.REFERRAL_MADE, event.number()), h -> h.has(Role.HUMAN_RIGHTS_OFFICER));
    }

    /** Those who handle a case, the originator once they must know; recipients learn of a compromise by their releases. */
    void breached(@Observes BreachMoved event) {
        Incidents.Course course = Objects.requireNonNull(incidents.course(event.number()));
        tell(new Notice.Told(Occasion.BREACH_REPORTED, event.number()), of(course.organisation(), h -> true));
        String passedTo = course.passedTo();
        if (passedTo != null) {
            tell(
                    new Notice.Told(Occasion.BREACH_PASSED, event.number()).turn(passedTo),
                    h -> h.organisation().equals(passedTo) || h.organisation().equals(course.organisation()));
        }
        if (course.informed() && !course.originator().equals(course.organisation())) {
            tell(new Notice.Told(Occasion.BREACH_INFORMED, event.number()), of(course.originator(), h -> true));
        }
        for (String declared : course.declared()) {
            tell(new Notice.Told(Occasion.COMPROMISE_DECLARED, event.number()).turn(declared), h -> true);
        }
    }

    /** Its author hears what it was good for, and so does who let it go (PKI-13). */
    void reported(@Observes UseReported event) {
        Passing release = Objects.requireNonNull(course.find(event.release()));
        String author = circulation.get(event.product()).authorHat();
        tell(
                new Notice.Told(Occasion.USE_REPORTED, event.release())
                        .turn(event.by() + " " + event.at().toEpochMilli()),
                h -> h.id().equals(author) || h.id().equals(release.requesterHat()));
    }

    void stepped(@Observes Stepped event) {
        boolean brokered = correspondence.throughBroker(event.number());
        switch (event.step()) {
            case ASK -> arrived(event, brokered ? Occasion.REQUEST_WITH_BROKER : Occasion.REQUEST_ARRIVED);
            case FORWARD -> arrived(event, Occasion.REQUEST_ARRIVED);
            case RETURN -> asker(event, Occasion.REQUEST_RETURNED);
            case ANSWER -> {
                if (brokered) {
                    told(event, Occasion.ANSWER_WITH_BROKER, h -> h.has(Role.REQUEST_BROKER));
                } else {
                    asker(event, Occasion.REQUEST_ANSWERED);
                }
            }
            case PASS_ON -> asker(event, Occasion.REQUEST_ANSWERED);
            case HOLD_BACK -> asker(event, Occasion.ANSWER_HELD_BACK);
            case REFUSE -> asker(event, Occasion.REQUEST_REFUSED);
            case WITHDRAW ->
                told(event, Occasion.REQUEST_WITHDRAWN, h -> h.organisation().equals(event.addressee()));
            case ROUTE, FEED_BACK -> {
                // what an addressee does with it, and what became of its answer, waits for nobody
            }
        }
    }

    /** Its turn is the hat that was suspended. */
    void auditorSuspended(@Observes Acts.AuditorSuspended event) {
        tell(new Notice.Told(Occasion.AUDITOR_SUSPENDED, event.act()).turn(event.hat()), Eyes::watches);
    }

    /** Its subject is the beginning of the event's id: what has no number of its own is found among the alarms of the log. */
    void openingDiffers(@Observes Findings.Found event) {
        String subject = event.event().substring(0, Math.min(event.event().length(), LONGEST_SUBJECT));
        tell(new Notice.Told(Occasion.OPENING_DIFFERS, subject), Eyes::watches);
    }

    /** Whom the plan waits for by now. */
    void advanced(@Observes Advanced event) {
        for (Pending.Call call : pending.of(event.number(), hats())) {
            Notice.Told told = new Notice.Told(Occasion.of(call.what()), call.plan())
                    .turn(call.turn())
                    .due(call.due());
            hats().stream()
                    .filter(h -> h.id().equals(call.hat()) && !tray.holds(told, h.id()))
                    .forEach(h -> tray.put(told.to(h, now())));
        }
    }

    /** Its turn is the hat that it passed from. */
    void takenOver(@Observes TakenOver event) {
        tell(new Notice.Told(Occasion.DRAFT_TAKEN_OVER, event.number()).turn(event.from()), h -> true);
    }

    /** Its words are not those that were filed; {@code turn} tells one day and version from the next. */
    void differs(String product, String turn) {
        tell(new Notice.Told(Occasion.CONTENT_DIFFERS, product).turn(turn), h -> true);
    }

    /** What time alone has brought about. */
    void overdue(Notice.Told late) {
        switch (late.occasion()) {
            case REVIEW_OVERDUE -> {
                Passing release = Objects.requireNonNull(course.find(late.subject()));
                tell(late.due(release.reviewDue()), of(release.releaser(), Step.REVIEW::openTo));
            }
            case ACKNOWLEDGEMENT_OVERDUE -> {
                Passing release = Objects.requireNonNull(course.find(late.subject()));
                tell(late, of(late.turn(), Step.ACKNOWLEDGEMENT::openTo));
                tell(
                        new Notice.Told(Occasion.ACKNOWLEDGEMENT_MISSING, late.subject()).turn(late.turn()),
                        of(release.releaser(), Step.REGISTRATION::openTo));
            }
            case REQUEST_OVERDUE -> tell(late, of(late.turn(), h -> expected(late.subject(), h)));
            case HANDOVER_STEP -> advanced(new Advanced(late.subject()));
            case ANSWER_OVERDUE -> tell(late, h -> correspondence.askedBy(late.subject(), h));
            default -> throw new IllegalArgumentException("not a matter of time: " + late.occasion());
        }
    }

    /** The steps that are open, for those who may take them. */
    private void waiting(Passing release) {
        WAITING.forEach((step, occasion) -> {
            if (step.in(release.stage(), release.kind())) {
                tell(
                        new Notice.Told(occasion, release.number())
                                .turn(release.since().toEpochMilli())
                                .due(step == Step.REVIEW || step == Step.REPORT ? release.reviewDue() : null),
                        of(release.releaser(), step::openTo));
            }
        });
        if (release.stage() == Stage.ORIGINATOR_CONSENT) {
            release.questions().stream()
                    .filter(q -> q.state() == ConsentState.ASKED)
                    .forEach(q -> tell(
                            new Notice.Told(Occasion.CONSENT_ASKED, q.number())
                                    .partOf(release.number())
                                    .due(q.due()),
                            of(q.giver(), Step.CONSENT::openTo)));
        }
    }

    /** A step that is taken waits for nobody: who was told of it need not look any more. */
    private void done(Passing release) {
        for (Notice notice : tray.unseenOf(release.number())) {
            if (notice.occasion().step() != null
                    && hats().stream().noneMatch(h -> h.id().equals(notice.hat()) && eyes.meet(notice, h))) {
                tray.seen(notice.number(), now());
            }
        }
    }

    private void requester(Passing release) {
        Predicate<Hat> requester = h -> h.id().equals(release.requesterHat());
        for (Passing.Question question : release.questions()) {
            Occasion answer = ANSWERS.get(question.state());
            if (answer != null) {
                tell(new Notice.Told(answer, question.number()).partOf(release.number()), requester);
            }
        }
        if (release.stage() == Stage.REJECTED) {
            tell(new Notice.Told(Occasion.RELEASE_REFUSED, release.number()), requester);
        } else if (release.stage() == Stage.RETURNED) {
            tell(new Notice.Told(Occasion.RELEASE_RETURNED, release.number()), requester);
        } else if (release.authorised()) {
            tell(new Notice.Told(Occasion.RELEASE_AUTHORISED, release.number()), requester);
        }
    }

    private void recipient(Passing release, Circulating product, Passing.Part part) {
        boolean warning =
                product.type() == ProductType.FLASH || product.marking().contains(ACKNOWLEDGED);
        String there = part.organisation();
        if (release.stage() == Stage.REGISTERED && part.handedAt() == null && part.endedAt() == null) {
            tell(new Notice.Told(Occasion.RECEIPT_WAITS, release.number()), of(there, Step.RECEIPT::openTo));
        }
        if (part.holds() && part.acknowledgedAt() == null) {
            tell(
                    new Notice.Told(Occasion.ACKNOWLEDGEMENT_WAITS, release.number()).urgent(warning),
                    of(there, Step.ACKNOWLEDGEMENT::openTo));
        }
        if (part.holds()
                && tray.firstTold(Occasion.PRODUCT_ARRIVED, product.number(), there + " " + release.number())) {
            arrived(
                    new Notice.Told(Occasion.PRODUCT_ARRIVED, product.number())
                            .turn(release.number())
                            .urgent(warning),
                    there);
        }
        if (part.handedAt() != null && part.endedAt() != null) {
            boolean over = release.stage() == Stage.WITHDRAWN || release.stage() == Stage.SUPERSEDED;
            tell(
                    new Notice.Told(over ? Occasion.RELEASE_RECALLED : Occasion.RELEASE_SUSPENDED, release.number()),
                    of(there, Eyes::office));
        }
    }

    /** For those who may read it; while nobody there may know of it yet (an embargo), for all, and each looks again. */
    private void arrived(Notice.Told told, String there) {
        if (circulation.somebodyMayKnow(told.subject(), there)) {
            tell(told, of(there, h -> true));
        } else {
            hats().stream().filter(of(there, h -> true)).forEach(h -> tray.put(told.to(h, now())));
        }
    }

    private void pastRecipients(Notice.Told told, String product) {
        circulation.receivers(product).forEach(r -> tell(told, of(r, Eyes::office)));
    }

    private void arrived(Stepped event, Occasion occasion) {
        told(event, occasion, h -> occasion == Occasion.REQUEST_WITH_BROKER || expected(event.number(), h));
    }

    /** Where it went to experts, for them and their officers; else for whoever reads requests there. */
    private boolean expected(String number, Hat hat) {
        RequestLine line = correspondence.line(number, hat);
        return line != null
                && (line.state() != RequestState.ROUTED
                        || line.forMe()
                        || Action.ROUTE_REQUEST.roles().stream().anyMatch(hat::has));
    }

    private void asker(Stepped event, Occasion occasion) {
        told(event, occasion, h -> correspondence.askedBy(event.number(), h));
    }

    private void told(Stepped event, Occasion occasion, Predicate<Hat> who) {
        String turn = event.addressee() == null ? "" : event.addressee();
        List<Hat> readers = correspondence.readers(event.number(), hats());
        tell(new Notice.Told(occasion, event.number()).turn(turn), h -> readers.contains(h) && who.test(h));
    }

    private static Predicate<Hat> of(String organisation, Predicate<Hat> who) {
        return h -> h.organisation().equals(organisation) && who.test(h);
    }

    /** Only to those who may know of it now. */
    private void tell(Notice.Told told, Predicate<Hat> who) {
        for (Hat hat : hats()) {
            if (who.test(hat)
                    && !tray.holds(told, hat.id())
                    && eyes.meet(told.occasion(), told.subject(), told.partOf(), hat)) {
                tray.put(told.to(hat, now()));
            }
        }
    }

    private List<Hat> hats() {
        return gate.moment().world().hats().stream()
                .filter(h -> h.liveAt(now()))
                .toList();
    }

    private Instant now() {
        return gate.moment().now();
    }
}
