package org.entente.release;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objection;
import org.entente.gate.Objections;
import org.entente.gate.Operation;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.Consequence;
import org.entente.product.Sanitising;
import org.entente.registry.Register;
import org.jspecify.annotations.Nullable;

/** Releases, from the request to the receipt, one operation a step. */
@Stateless
public class Releases {
    private static final Duration CONSENT_TIME = Duration.ofDays(7);
    private static final int LONGEST_PURPOSE = 1_000;

    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private Sanitising sanitising;

    @Inject
    private Knowing knowing;

    @Inject
    private FactFinder finder;

    @Inject
    private Authority authority;

    @Inject
    private Reconsidered reconsidered;

    @Inject
    private Progress progress;

    @Inject
    private Register register;

    @Inject
    private ReleaseViews views;

    @Inject
    private Event<UseReported> reported;

    @Inject
    private Once once;

    /** Asks that a product go to partners; with {@code sanitised}, a new version of only these portions. */
    @Operation(Action.REQUEST_RELEASE)
    public ReleaseView request(String productNumber, Asking asking, @Nullable String idempotencyKey) {
        return once.answer(
                idempotencyKey,
                "release " + productNumber + asking,
                ReleaseView::number,
                n -> views.inside(Objects.requireNonNull(shelf.find(n))),
                () -> requested(productNumber, asking));
    }

    private ReleaseView requested(String productNumber, Asking asking) {
        gate.asked(productNumber);
        Hat hat = gate.hat();
        Circulating product = circulation.find(productNumber);
        if (product == null || !knowing.known(product, hat)) {
            throw Refused.notFound();
        }
        circulation.lock(productNumber);
        gate.decideOwn(productNumber, product.originator(), product.marking(), true);
        if (!product.published()) {
            throw Refused.wrongState("Only a published product is released.", "PKI-08");
        }
        Instant now = gate.moment().now();
        List<String> recipients = recipients(asking, product, hat.organisation(), now);
        String releasing = productNumber;
        Stage begins = Stage.LABELLED;
        if (asking.sanitised() != null) {
            releasing = sanitising.of(productNumber, asking.sanitised(), recipients);
            begins = Stage.DRAFT;
        } else {
            Set<String> holding =
                    finder.facts(product, hat.organisation(), recipients, null).holding();
            if (!holding.isEmpty()) {
                throw new Refused(new Refusal.WrongState(
                        "under-way", whereItIs(holding, product, hat.organisation()), List.of("PKI-08")));
            }
        }
        ReleaseRequest release = new ReleaseRequest(
                Numbers.draw("REL"),
                releasing,
                hat.organisation(),
                Kind.STANDARD,
                begins,
                recipients,
                asking.purpose().strip(),
                hat.person(),
                hat.id(),
                now,
                asking.until(),
                asking.consentDue() == null ? now.plus(CONSENT_TIME) : asking.consentDue());
        shelf.add(release);
        shelf.moved(release);
        gate.notes("release " + release.number() + " of " + releasing + " to " + String.join(" ", recipients));
        return views.inside(release);
    }

    /** Why it need not be asked for, release by release: where it is, and what it waits for. */
    private String whereItIs(Set<String> holding, Circulating product, String asker) {
        List<ReleaseRequest> open = shelf.of(product.number()).stream()
                .filter(r -> r.stored().open())
                .filter(r -> product.originator().equals(asker) || r.releaser().equals(asker))
                .toList();
        return holding.stream()
                .map(partner -> open.stream()
                        .filter(r -> r.active().stream()
                                .anyMatch(a -> a.organisation().equals(partner)))
                        .findFirst()
                        .map(r -> partner + ": " + told(views.consequence(r, product)))
                        .orElse(partner + " has it already"))
                .collect(Collectors.joining("; "));
    }

    private static String told(Consequence underWay) {
        String next = underWay.next().stream()
                .map(n -> n.step() + " by " + n.organisation() + " " + String.join(", ", n.roles()))
                .collect(Collectors.joining("; "));
        return underWay.release() + " is " + underWay.stage() + (next.isEmpty() ? "" : ", waiting for " + next);
    }

    @Operation(Action.SEE_RELEASE)
    public ReleaseView see(String number) {
        Passage passage = enter(number, shelf.find(number));
        return passage.recipient ? views.abroad(passage.release) : views.inside(passage.release);
    }

    /** Releases that the acting hat may know of; newest first. */
    @Operation(Action.LIST_RELEASES)
    public List<ReleaseLine> list(@Nullable Stage state, @Nullable String product) {
        gate.sight();
        Hat hat = gate.hat();
        List<ReleaseRequest> concerning = shelf.concerning(hat.organisation()).stream()
                .filter(r -> product == null || r.product().equals(product))
                .toList();
        Map<String, Circulation.Seen> seen = circulation.seen(
                concerning.stream().map(ReleaseRequest::product).toList(), hat);
        List<ReleaseLine> lines = concerning.stream()
                .filter(r -> knowing.capacity(r, of(r, seen), hat) != Knowing.Capacity.NONE)
                .map(r -> views.line(r, of(r, seen).product()))
                .filter(l -> state == null || l.state() == state)
                .toList();
        gate.notes("releases count=" + lines.size());
        return lines;
    }

    private static Circulation.Seen of(ReleaseRequest release, Map<String, Circulation.Seen> seen) {
        return Objects.requireNonNull(seen.get(release.product()));
    }

    @Operation(Action.CHECK_RELEASE)
    public ReleaseView check(String number, Saying saying, @Nullable String seen) {
        return judged(number, Step.CHECK, saying, seen, p -> {
            p.release.checkedFor(p.basis);
            progress.checked(p.release, p.product);
        });
    }

    @Operation(Action.REVIEW_RISK)
    public ReleaseView reviewRisk(String number, Saying saying, @Nullable String seen) {
        return judged(number, Step.RISK, saying, seen, p -> {
            object(objections(p).stream().filter(o -> o.rule().equals("PKI-11")).toList());
            progress.onwards(p.release, p.product);
        });
    }

    /** The signature that lets it go, with a second factor. Every rule that objects is named at once. */
    @Operation(Action.AUTHORISE_RELEASE)
    public ReleaseView authorise(String number, Saying saying, @Nullable String seen) {
        if (saying.verdict() == Verdict.APPROVE) {
            gate.wantsSecondFactor();
        }
        return judged(number, Step.AUTHORISATION, saying, seen, p -> {
            List<Objection> all = new ArrayList<>(objections(p));
            all.addAll(reconsidered.objections(p.product));
            object(all);
            progress.authorised(p.release, p.product, p.facts());
        });
    }

    @Operation(Action.REGISTER_RELEASE)
    public ReleaseView register(String number, @Nullable String seen) {
        return done(number, Step.REGISTRATION, Saying.YES, seen, p -> {
            reconsidered.object(p.product);
            progress.registered(p.release, gate.hat().id());
        });
    }

    @Operation(Action.RECEIVE_RELEASE)
    public ReleaseView receive(String number, @Nullable String seen) {
        return done(number, Step.RECEIPT, Saying.YES, seen, p -> {
            Recipient recipient = p.release.recipient(gate.hat().organisation());
            if (recipient.handedAt() != null || recipient.endedAt() != null) {
                throw Refused.wrongState("This copy is entered already, or was called back.", "CLS-50");
            }
            reconsidered.object(p.product);
            progress.received(p.release, recipient, gate.hat().id());
        });
    }

    @Operation(Action.ACKNOWLEDGE_RELEASE)
    public ReleaseView acknowledge(String number) {
        return done(number, Step.ACKNOWLEDGEMENT, Saying.YES, null, p -> {
            Recipient recipient = p.release.recipient(gate.hat().organisation());
            if (recipient.handedAt() == null || recipient.acknowledgedAt() != null || recipient.endedAt() != null) {
                throw Refused.wrongState("There is nothing here to acknowledge.", "PKI-08");
            }
            Instant now = gate.moment().now();
            recipient.acknowledged(gate.hat().id(), now);
            register.receipt(number, recipient.organisation(), now, gate.hat().id());
            progress.settled(p.release);
        });
    }

    /** What became of it, for those who gave it (PKI-13). */
    @Operation(Action.USE_REPORT)
    public ReleaseView reportUse(String number, String report) {
        return done(number, Step.USE_REPORT, new Saying(Verdict.APPROVE, reasoned(report)), null, p -> {
            if (p.release.recipient(gate.hat().organisation()).handedAt() == null) {
                throw Refused.wrongState("It has not come yet.", "PKI-13");
            }
            reported.fire(new UseReported(
                    number,
                    p.product.number(),
                    gate.hat().organisation(),
                    gate.moment().now()));
        });
    }

    /** What went by a fast path is looked at afterwards; refused, it is called back. */
    @Operation(Action.REVIEW_RELEASE)
    public ReleaseView review(String number, Saying saying, @Nullable String seen) {
        return judged(number, Step.REVIEW, saying, seen, p -> {
            p.release.to(Stage.DISSEMINATED, gate.moment().now());
            progress.settled(p.release);
        });
    }

    /** The account of a broken glass: what, who, how, why, and the safeguards (CAV-12). */
    @Operation(Action.REVIEW_RELEASE)
    public ReleaseView report(String number, String account) {
        return done(number, Step.REPORT, new Saying(Verdict.APPROVE, reasoned(account)), null, p -> {
            p.release.to(Stage.DISSEMINATED, gate.moment().now());
            progress.settled(p.release);
        });
    }

    @Operation(Action.RECALL_RELEASE)
    public ReleaseView recall(String number, String reason) {
        return done(
                number,
                Step.RECALL,
                new Saying(Verdict.APPROVE, reasoned(reason)),
                null,
                p -> progress.calledBack(p.release, Stage.WITHDRAWN, reasoned(reason)));
    }

    /** A recipient certifies what became of its copy: who destroyed it before which witnesses, or how it went back. */
    @Operation(Action.DISPOSE_OF_COPY)
    public ReleaseView dispose(String number, String certificate) {
        return done(number, Step.DISPOSAL, new Saying(Verdict.APPROVE, reasoned(certificate)), null, p -> {
            Recipient recipient = p.release.recipient(gate.hat().organisation());
            if (recipient.handedAt() == null || recipient.disposedAt() != null) {
                throw Refused.wrongState("There is no copy here to certify.", "CLS-50");
            }
            Instant now = gate.moment().now();
            recipient.disposed(now);
            register.disposed(
                    number,
                    recipient.organisation(),
                    now,
                    reasoned(certificate) + " (" + gate.hat().id() + ")");
        });
    }

    /** Givers that refused, kept silent or whose consent has lapsed are asked again; who falls away by that comes back. */
    @Operation(Action.ASK_CONSENT_AGAIN)
    public ReleaseView askAgain(String number, String reason) {
        return done(number, Step.ASK_AGAIN, new Saying(Verdict.APPROVE, reasoned(reason)), null, p -> {
            Instant now = gate.moment().now();
            if (!p.release.askable(now)) {
                throw Refused.wrongState("No giver has refused, kept silent or let a consent lapse.", "CAV-13");
            }
            p.release.asksAgain(now, now.plus(CONSENT_TIME));
            progress.checked(p.release, p.product);
        });
    }

    @Operation(Action.CANCEL_RELEASE)
    public ReleaseView cancel(String number, String reason) {
        return done(number, Step.CANCELLATION, new Saying(Verdict.APPROVE, reasoned(reason)), null, p -> {
            if (!p.release.requester().equals(gate.hat().person())) {
                throw Refused.forbidden("not-your-step", "A request is cancelled by its requester.", "PKI-08");
            }
            p.release.ended(Stage.WITHDRAWN, reasoned(reason), gate.moment().now());
        });
    }

    // ---- the common way of every step ----

    private interface Effect {
        void on(Passage passage);
    }

    private final class Passage {
        final ReleaseRequest release;
        final Circulating product;
        final byte[] basis;
        final boolean recipient;

        Passage(ReleaseRequest release, Circulating product, boolean recipient) {
            this.release = release;
            this.product = product;
            this.basis = Basis.of(product, release.recipientCodes());
            this.recipient = recipient;
        }

        ReleaseFacts facts() {
            return finder.facts(
                    product,
                    release.releaser(),
                    release.active().stream().map(Recipient::organisation).toList(),
                    release);
        }
    }

    /** A step at which one may say no. */
    private ReleaseView judged(String number, Step step, Saying saying, @Nullable String seen, Effect approved) {
        return done(number, step, saying, seen, p -> {
            Instant now = gate.moment().now();
            switch (saying.verdict()) {
                case APPROVE -> approved.on(p);
                case REFUSE -> {
                    String why = reasoned(saying.reason());
                    if (step == Step.REVIEW) {
                        progress.calledBack(p.release, Stage.WITHDRAWN, why);
                    } else {
                        p.release.ended(Stage.REJECTED, why, now);
                    }
                }
                case RETURN -> {
                    if (step == Step.REVIEW) {
                        throw Refused.wrongState("What is out cannot be sent back to its requester.", "PKI-15");
                    }
                    p.release.ended(Stage.RETURNED, reasoned(saying.reason()), now);
                }
            }
        });
    }

    private ReleaseView done(String number, Step step, Saying saying, @Nullable String seen, Effect effect) {
        Passage p = enter(number, held(number));
        Hat hat = gate.hat();
        gate.notes(step + " " + saying.verdict() + " " + p.product.number() + " version " + p.product.version());
        boolean theirs = step.side() == Side.RECIPIENT
                ? p.release.isTo(hat.organisation())
                : hat.organisation().equals(p.release.releaser())
                        || (step.alsoOriginators()
                                && finder.originators(p.product).contains(hat.organisation()));
        if (!theirs) {
            throw Refused.forbidden("not-your-step", "This step is another organisation's.", "ORG-01");
        }
        if (!step.in(p.release.stage(p.basis), p.release.kind())) {
            if (p.release.repeats(step, saying.verdict(), hat)) {
                return p.recipient ? views.abroad(p.release) : views.inside(p.release);
            }
            throw Refused.wrongState(
                    "A release that is " + p.release.stage(p.basis) + " cannot take the step " + step + ".", "PKI-08");
        }
        if (step.wantsSeen()) {
            gate.saw(views.shown(p.release, p.recipient), seen);
        }
        Delegation delegation = null;
        if (step.judges() && saying.verdict() == Verdict.APPROVE) {
            delegation = authority.admit(step, p.release, p.product, p.basis);
        } else if (step.judges() && !authority.admits(step, p.release, p.product, p.basis)) {
            throw Refused.forbidden(
                    "role-missing", "Who may not sign this step may not refuse it either.", "PKI-01", "PKI-09");
        }
        if (step.handsOver() && !p.release.stillAsSigned(p.basis)) {
            throw Refused.wrongState(
                    "What was signed has changed since; it is called back and asked for again.", "PKI-08");
        }
        effect.on(p);
        p.release.signed(new Signature(
                step,
                saying.verdict(),
                hat,
                gate.moment().now(),
                saying.reason(),
                p.basis,
                delegation == null ? null : delegation.number()));
        shelf.moved(p.release);
        return p.recipient ? views.abroad(p.release) : views.inside(p.release);
    }

    /** Its product first, as whoever changes that does: what was shown can change no more until this step is taken. */
    private @Nullable ReleaseRequest held(String number) {
        ReleaseRequest known = shelf.find(number);
        if (known == null) {
            return null;
        }
        circulation.lock(known.product());
        return shelf.lock(number);
    }

    private Passage enter(String number, @Nullable ReleaseRequest release) {
        gate.asked(number);
        if (release == null) {
            throw Refused.notFound();
        }
        Circulating product = circulation.get(release.product());
        Knowing.Capacity capacity = knowing.capacity(release, product, gate.hat());
        gate.decideOwn(number, release.releaser(), product.marking(), capacity != Knowing.Capacity.NONE);
        finder.originators(product).forEach(gate::concerns);
        if (capacity == Knowing.Capacity.RECIPIENT) {
            gate.concerns(gate.hat().organisation());
        }
        return new Passage(release, product, capacity == Knowing.Capacity.RECIPIENT);
    }

    private List<Objection> objections(Passage passage) {
        return ReleaseRules.objections(passage.facts());
    }

    private static void object(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw new Refused(
                    new Refusal.Objected("objections", "Rules stand in the way of this release.", objections));
        }
    }

    private List<String> recipients(Asking asking, Circulating product, String releaser, Instant now) {
        Objections objections = new Objections();
        var words = gate.moment().world().policy().vocabulary();
        Set<String> recipients = new TreeSet<>();
        for (String code : asking.recipients()) {
            String known = words.organisationOrGroup(code);
            if (known == null) {
                objections.add("recipients", "UNKNOWN_CODE", "There is no organisation or group '" + code + "'.");
            } else {
                recipients.addAll(words.expand(List.of(known), now));
            }
        }
        recipients.remove(releaser);
        recipients.removeAll(finder.originators(product));
        if (recipients.isEmpty()) {
            objections.add("recipients", "PKI-08", "A release has at least one recipient that is not yourself.");
        }
        String purpose = asking.purpose();
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            objections.add(
                    "purpose",
                    "PKI-08",
                    "A release states its purpose, in at most " + LONGEST_PURPOSE + " characters.");
        }
        if (asking.until() != null && !asking.until().isAfter(now)) {
            objections.add("until", "CAV-08", "The end lies in the past.");
        }
        if (asking.consentDue() != null && !asking.consentDue().isAfter(now)) {
            objections.add("consentDue", "CAV-13", "The due date lies in the past.");
        }
        objections.throwIfAny("invalid-release", "The release cannot be asked for like this.");
        return new ArrayList<>(recipients);
    }

    static String reasoned(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.objected("reason-missing", "reason", "PKI-08", "A reason is needed.");
        }
        if (reason.length() > LONGEST_PURPOSE) {
            throw Refused.objected(
                    "reason-too-long", "reason", "PKI-08", "A reason has at most " + LONGEST_PURPOSE + " characters.");
        }
        return Objects.requireNonNull(reason).strip();
    }
}
