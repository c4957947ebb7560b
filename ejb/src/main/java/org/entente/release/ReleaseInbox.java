package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;
import org.jspecify.annotations.Nullable;

/** What of releases waits for a hat: the steps that are its own to take, questions to it, and receipts that do not come back. */
@ApplicationScoped
class ReleaseInbox implements Inbox {
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofDays(3);

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private Knowing knowing;

    @Inject
    private ReleaseViews views;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        List<Matter> all = new ArrayList<>();
        if (waits(hat)) {
            List<ReleaseRequest> unsettled = shelf.unsettled(hat.organisation());
            Map<String, Circulation.Seen> seen = circulation.seen(
                    unsettled.stream().map(ReleaseRequest::product).toList(), hat);
            for (ReleaseRequest release : unsettled) {
                Circulation.Seen of = Objects.requireNonNull(seen.get(release.product()));
                Circulating product = of.product();
                if (knowing.capacity(release, of, hat) != Knowing.Capacity.NONE) {
                    steps(release, product, hat, now, all);
                    unacknowledged(release, product, hat, now, all);
                }
            }
        }
        if (Step.CONSENT.openTo(hat)) {
            questions(hat, now, all);
        }
        return all;
    }

    private static boolean waits(Hat hat) {
        for (Step step : Step.values()) {
            if (kind(step) != null && step.openTo(hat)) {
                return true;
            }
        }
        return false;
    }

    private void steps(ReleaseRequest release, Circulating product, Hat hat, Instant now, List<Matter> all) {
        byte[] basis = Basis.of(product, release.recipientCodes());
        for (NextStep next : views.next(release, product, basis)) {
            Matter.Kind kind = kind(next.step());
            if (kind != null && next.mine()) {
                Recipient own = next.step().side() == Side.RECIPIENT ? release.recipient(hat.organisation()) : null;
                all.add(Matter.one(
                        kind,
                        release.number(),
                        release.product(),
                        product.marking(),
                        own == null ? String.join(", ", release.recipientCodes()) : release.releaser(),
                        next.ground(),
                        since(next.step(), release, own),
                        due(next.step(), release, own),
                        now));
            }
        }
    }

    private static Instant since(Step step, ReleaseRequest release, @Nullable Recipient own) {
        Instant part = own == null
                ? null
                : step == Step.ACKNOWLEDGEMENT ? own.handedAt() : step == Step.DISPOSAL ? own.endedAt() : null;
        return part == null ? release.movedAt() : part;
    }

    private static @Nullable Instant due(Step step, ReleaseRequest release, @Nullable Recipient own) {
        if (step == Step.REVIEW || step == Step.REPORT) {
            return release.reviewDue();
        }
        Instant handed = step == Step.ACKNOWLEDGEMENT && own != null ? own.handedAt() : null;
        return handed == null ? null : handed.plus(ACKNOWLEDGED_WITHIN);
    }

    /** For those who answer for the release: whose acknowledgement is late. */
    private static void unacknowledged(
            ReleaseRequest release, Circulating product, Hat hat, Instant now, List<Matter> all) {
        boolean answers = Step.RECALL.openTo(hat) || Step.REGISTRATION.openTo(hat);
        if (!answers || !hat.organisation().equals(release.releaser())) {
            return;
        }
        for (Recipient recipient : release.active()) {
            Instant handed = recipient.handedAt();
            if (handed != null
                    && recipient.acknowledgedAt() == null
                    && handed.plus(ACKNOWLEDGED_WITHIN).isBefore(now)) {
                all.add(Matter.one(
                        Matter.Kind.UNACKNOWLEDGED,
                        release.number(),
                        release.product(),
                        product.marking(),
                        recipient.organisation(),
                        "PKI-08",
                        handed,
                        handed.plus(ACKNOWLEDGED_WITHIN),
                        now));
            }
        }
    }

    private void questions(Hat hat, Instant now, List<Matter> all) {
        for (ConsentRequest question : shelf.questions(hat.organisation())) {
            ReleaseRequest release = question.release();
            boolean ours = question.giver().equals(hat.organisation());
            if (!(ours || inWriting(question, hat))
                    || question.state(now) != ConsentState.ASKED
                    || release.stored() != Stage.ORIGINATOR_CONSENT
                    || release.requester().equals(hat.person())) {
                continue;
            }
            Circulating product = Objects.requireNonNull(circulation.find(release.product()));
            all.add(Matter.one(
                    ours ? Matter.Kind.CONSENT : Matter.Kind.WRITTEN_CONSENT,
                    question.number(),
                    release.product(),
                    product.marking(),
                    question.receiver(),
                    "CAV-13",
                    question.askedAt(),
                    question.due(),
                    now));
        }
    }

    /** A giver who has nobody here answers on paper, and an officer of the asking organisation enters it. */
    private boolean inWriting(ConsentRequest question, Hat hat) {
        return question.release().releaser().equals(hat.organisation()) && !knowing.answersHere(question.giver());
    }

    private static Matter.@Nullable Kind kind(Step step) {
        return switch (step) {
            case CHECK -> Matter.Kind.CHECK;
            case RISK -> Matter.Kind.RISK;
            case AUTHORISATION -> Matter.Kind.AUTHORISATION;
            case REGISTRATION -> Matter.Kind.REGISTRATION;
            case RECEIPT -> Matter.Kind.RECEIPT;
            case ACKNOWLEDGEMENT -> Matter.Kind.ACKNOWLEDGEMENT;
            case REVIEW -> Matter.Kind.REVIEW;
            case REPORT -> Matter.Kind.REPORT;
            case DISPOSAL -> Matter.Kind.DISPOSAL;
            // questions are listed one by one; the others wait for nobody
            case CONSENT, ASK_AGAIN, USE_REPORT, RECALL, CANCELLATION -> null;
        };
    }
}
