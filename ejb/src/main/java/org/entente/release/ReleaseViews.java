package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Shown;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.Consequence;
import org.jspecify.annotations.Nullable;

/** Turns a release into what one hat may see of it, with the steps that are open and who may take them. */
@ApplicationScoped
class ReleaseViews {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private FactFinder finder;

    @Inject
    private Authority authority;

    @Inject
    private Reconsidered reconsidered;

    /** What differs between those who look at a release. */
    private record Part(
            Stage state,
            @Nullable String requester,
            @Nullable Instant reviewDue,
            @Nullable String endedWhy,
            List<RecipientView> recipients,
            List<SignatureView> signatures,
            List<ConsentView> consents,
            List<Objection> objections,
            List<NextStep> next) {}

    /** For the releasing and the originating organisation. */
    ReleaseView inside(ReleaseRequest release) {
        Circulating product = circulation.get(release.product());
        byte[] basis = Basis.of(product, release.recipientCodes());
        Instant now = gate.moment().now();
        Stage stage = release.stage(basis);
        String own = gate.hat().organisation();
        return view(
                release,
                product,
                new Part(
                        stage,
                        own.equals(release.releaser()) ? release.requesterHat() : null,
                        release.reviewDue(),
                        why(release, basis, now),
                        release.recipients().stream().map(Recipient::view).toList(),
                        release.signatures().stream()
                                .map(s -> s.view(stage.underReview() ? basis : null))
                                .map(s -> s.organisation().equals(own) ? s : abroad(s, release))
                                .toList(),
                        release.consents().stream().map(this::question).toList(),
                        objections(release, product, stage),
                        next(release, product, basis)),
                shown(release, false));
    }

    /** Why a glass was broken, and what was reported of it, is the originator's to read (CAV-12). */
    private static SignatureView abroad(SignatureView said, ReleaseRequest release) {
        return release.kind() == Kind.BREAK_GLASS ? said.abroad().saying(said.reason()) : said.abroad();
    }

    /** For a recipient: its own part. */
    ReleaseView abroad(ReleaseRequest release) {
        Circulating product = circulation.get(release.product());
        byte[] basis = Basis.of(product, release.recipientCodes());
        String own = gate.hat().organisation();
        return view(
                release,
                product,
                new Part(
                        release.stored(),
                        null,
                        null,
                        null,
                        List.of(release.recipient(own).view()),
                        release.signatures().stream()
                                .filter(s -> s.organisation().equals(own))
                                .map(s -> s.view(null))
                                .toList(),
                        List.of(),
                        List.of(),
                        next(release, product, basis).stream()
                                .filter(n -> n.organisation().equals(own))
                                .toList()),
                shown(release, true));
    }

    /** What whoever takes a step goes by, as it stands now: of what their side may see, and of what stands behind that. */
    Shown shown(ReleaseRequest release, boolean recipient) {
        Circulating product = circulation.get(release.product());
        byte[] basis = Basis.of(product, release.recipientCodes());
        Instant now = gate.moment().now();
        String own = gate.hat().organisation();
        Shown shown = Shown.of(release.number())
                .with("stage", recipient ? release.stored() : release.stage(basis))
                .with("purpose", release.purpose())
                .with("until", release.until())
                .with("version", product.version())
                .with("marking", product.marking())
                .with("portionMarkings", product.portionMarkings())
                .with("text", product.contentHash())
                .with(
                        "recipients",
                        release.recipients().stream()
                                .filter(r -> !recipient || r.organisation().equals(own))
                                .map(r -> r.organisation() + " " + r.view().copy() + " " + r.endedAt())
                                .toList());
        return recipient
                ? shown
                : shown.with(
                                "consents",
                                release.consents().stream()
                                        .map(c -> c.view(now, product.marking(), ""))
                                        .toList())
                        .with(
                                "signatures",
                                release.signatures().stream()
                                        .map(s -> s.view(basis))
                                        .toList());
    }

    /** A question to a giver, sealed for whoever answers it. */
    ConsentView question(ConsentRequest question) {
        Circulating product = circulation.get(question.release().product());
        Instant now = gate.moment().now();
        return question.view(now, product.marking(), gate.seal(question.shown(product, now)));
    }

    /** For a giver: the questions to it, and nothing of anybody else. */
    ReleaseView forGiver(ReleaseRequest release) {
        Circulating product = circulation.get(release.product());
        String own = gate.hat().organisation();
        if (own.equals(release.releaser()) || finder.originators(product).contains(own)) {
            return inside(release);
        }
        List<ConsentView> asked = release.consents().stream()
                .filter(c -> c.giver().equals(own))
                .map(this::question)
                .toList();
        return view(
                release,
                product,
                new Part(release.stored(), null, null, null, List.of(), List.of(), asked, List.of(), List.of()),
                shown(release, true));
    }

    private ReleaseView view(ReleaseRequest release, Circulating product, Part part, Shown shown) {
        return new ReleaseView(
                release.number(),
                release.product(),
                product.marking(),
                release.releaser(),
                release.kind(),
                part.state,
                release.movedAt(),
                release.purpose(),
                part.requester,
                release.requestedAt(),
                release.until(),
                part.reviewDue,
                part.endedWhy,
                part.recipients,
                part.signatures,
                part.consents,
                part.objections,
                part.next,
                gate.seal(shown));
    }

    ReleaseLine line(ReleaseRequest release, Circulating product) {
        byte[] basis = Basis.of(product, release.recipientCodes());
        String own = gate.hat().organisation();
        boolean inside =
                own.equals(release.releaser()) || finder.originators(product).contains(own);
        return new ReleaseLine(
                release.number(),
                release.product(),
                product.marking(),
                release.releaser(),
                release.kind(),
                release.stage(basis),
                release.movedAt(),
                inside ? release.recipientCodes() : List.of(own),
                next(release, product, basis).stream()
                        .filter(n -> inside || n.organisation().equals(own))
                        .toList());
    }

    private List<Objection> objections(ReleaseRequest release, Circulating product, Stage stage) {
        if (stage == Stage.AUTHORISED || stage == Stage.REGISTERED) {
            return reconsidered.shown(product);
        }
        if (!stage.underReview()) {
            return List.of();
        }
        List<String> recipients =
                release.active().stream().map(Recipient::organisation).toList();
        return Stream.concat(
                        ReleaseRules.objections(finder.facts(product, release.releaser(), recipients, release))
                                .stream(),
                        reconsidered.shown(product).stream())
                .toList();
    }

    private static @Nullable String why(ReleaseRequest release, byte[] basis, Instant now) {
        return release.state(basis, now) instanceof ReleaseState.Ended ended ? ended.why() : null;
    }

    /** What it is waiting for, as whoever set it in motion is told. */
    Consequence consequence(ReleaseRequest release, Circulating product) {
        byte[] basis = Basis.of(product, release.recipientCodes());
        return new Consequence(
                release.number(),
                release.stage(basis).name(),
                release.recipientCodes(),
                next(release, product, basis).stream()
                        .filter(n -> n.step().isDuty())
                        .map(n -> new Consequence.Waiting(n.step().name(), n.organisation(), n.roles()))
                        .toList());
    }

    /** Every step that is open, by the same table that refuses the others. */
    List<NextStep> next(ReleaseRequest release, Circulating product, byte[] basis) {
        Stage stage = release.stage(basis);
        List<NextStep> next = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step.in(stage, release.kind())) {
                for (String organisation : acting(step, release, product)) {
                    next.add(new NextStep(
                            step,
                            organisation,
                            step.roles().stream().map(Enum::name).sorted().toList(),
                            step.ground(),
                            mine(step, organisation, release, product, basis)));
                }
            }
        }
        return next;
    }

    /** Whose turn a step is, where it is open at all. */
    List<String> acting(Step step, ReleaseRequest release, Circulating product) {
        Instant now = gate.moment().now();
        return switch (step.side()) {
            case RELEASER ->
                step == Step.ASK_AGAIN && !release.askable(now)
                        ? List.of()
                        : step.alsoOriginators()
                                ? Stream.concat(Stream.of(release.releaser()), finder.originators(product).stream())
                                        .distinct()
                                        .toList()
                                : List.of(release.releaser());
            case GIVER ->
                release.consents().stream()
                        .filter(c -> c.state(now) == ConsentState.ASKED)
                        .map(ConsentRequest::giver)
                        .distinct()
                        .toList();
            case RECIPIENT ->
                release.recipients().stream()
                        .filter(r -> waitsFor(step, r))
                        .map(Recipient::organisation)
                        .toList();
        };
    }

    private static boolean waitsFor(Step step, Recipient recipient) {
        return switch (step) {
            case USE_REPORT -> recipient.handedAt() != null && recipient.endedAt() == null;
            case RECEIPT -> recipient.handedAt() == null && recipient.endedAt() == null;
            case ACKNOWLEDGEMENT ->
                recipient.handedAt() != null && recipient.acknowledgedAt() == null && recipient.endedAt() == null;
            case DISPOSAL -> recipient.handedAt() != null && recipient.disposedAt() == null;
            case CHECK, CONSENT, ASK_AGAIN, RISK, AUTHORISATION, REGISTRATION, REVIEW, REPORT, RECALL, CANCELLATION ->
                false;
        };
    }

    private boolean mine(Step step, String organisation, ReleaseRequest release, Circulating product, byte[] basis) {
        Hat hat = gate.hat();
        if (!hat.organisation().equals(organisation) || !step.openTo(hat)) {
            return false;
        }
        if (step == Step.CANCELLATION) {
            return release.requester().equals(hat.person());
        }
        return !step.judges() || authority.admits(step, release, product, basis);
    }
}
