package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.marking.Marking;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.Copies;
import org.entente.product.CopyKind;
import org.entente.product.Relabelling;
import org.entente.registry.Direction;
import org.entente.registry.Register;
import org.jspecify.annotations.Nullable;

/** Moves a release on: what follows from a signature. Signs nothing itself, and asks nobody's leave: that has been seen to. */
@ApplicationScoped
class Progress {
    /** From this tier on an item passes both registries, by an officer's hand (CLS-50). */
    static final int REGISTERED_BY_HAND = 2;

    private static final Duration FAST_REVIEW = Duration.ofDays(1);
    static final Duration EMERGENCY_REPORT = Duration.ofDays(3);
    static final String BY_ITSELF = "platform";

    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private FactFinder finder;

    @Inject
    private Register register;

    @Inject
    private Copies copies;

    @Inject
    private Relabelling relabelling;

    /** The check is signed: the originators are asked, and the release goes where it must wait next. */
    void checked(ReleaseRequest release, Circulating product) {
        Marking marking = finder.marking(product);
        List<String> recipients =
                release.active().stream().map(Recipient::organisation).toList();
        ReleaseFacts facts = finder.facts(product, release.releaser(), recipients, release);
        var paragraphs = Questions.of(
                product,
                marking,
                release.releaser(),
                gate.moment().world().policy().world(),
                circulation::find);
        Instant now = gate.moment().now();
        facts.withoutConsent()
                .forEach((giver, receivers) -> receivers.stream()
                        .filter(receiver -> release.consents().stream()
                                .noneMatch(c -> c.giver().equals(giver)
                                        && c.receiver().equals(receiver)
                                        && c.state(now) == ConsentState.ASKED))
                        .forEach(receiver -> {
                            release.asks(new ConsentRequest(
                                    Numbers.draw("CON"),
                                    release,
                                    giver,
                                    receiver,
                                    Objects.requireNonNull(paragraphs.get(giver)),
                                    now,
                                    release.consentDue()));
                            gate.concerns(giver);
                        }));
        onwards(release, product);
    }

    /** To the next thing that is wanting, in the order of PKI-08. */
    void onwards(ReleaseRequest release, Circulating product) {
        Instant now = gate.moment().now();
        release.lastAsked().stream()
                .filter(c -> c.state(now) == ConsentState.REFUSED || c.state(now) == ConsentState.SILENT)
                .forEach(c -> release.recipient(c.receiver()).ended(now, "CAV-13 " + c.giver() + " " + c.state(now)));
        List<String> recipients =
                release.active().stream().map(Recipient::organisation).toList();
        if (recipients.isEmpty()) {
            release.ended(Stage.REJECTED, "CAV-13", now);
            return;
        }
        ReleaseFacts facts = finder.facts(product, release.releaser(), recipients, release);
        if (!facts.withoutConsent().isEmpty()) {
            release.to(Stage.ORIGINATOR_CONSENT, now);
        } else if (!facts.unreviewedForces().isEmpty()
                || !facts.unmitigatedForces().isEmpty()) {
            release.to(Stage.RISK_REVIEW, now);
        } else {
            release.to(Stage.CHECKED, now);
        }
    }

    /** It is signed: the label follows, and what needs no registry goes at once. */
    void authorised(ReleaseRequest release, Circulating product, ReleaseFacts facts) {
        release.to(Stage.AUTHORISED, gate.moment().now());
        circulation.lift(product.number());
        if (!facts.unlisted().isEmpty() && facts.marking().eyesOnly().isEmpty()) {
            widen(release, product, facts);
        }
        boolean byHand =
                release.kind() == Kind.STANDARD && finder.tier(facts.marking().level()) >= REGISTERED_BY_HAND;
        if (!byHand) {
            registered(release, BY_ITSELF);
            release.active().forEach(r -> received(release, r, BY_ITSELF));
        }
    }

    /** More readers of the same words take nothing back from those for whom it is signed already. */
    private void widen(ReleaseRequest release, Circulating product, ReleaseFacts facts) {
        List<ReleaseRequest> signed = shelf.of(product.number()).stream()
                .filter(r -> r.equals(release) || r.stored().onItsWay())
                .filter(r -> r.stillAsSigned(Basis.of(product, r.recipientCodes())))
                .toList();
        relabelling.widen(
                product.number(), facts.unlisted(), consenting(release, product, facts), "release " + release.number());
        Circulating wider = circulation.get(product.number());
        signed.forEach(r -> r.checkedFor(Basis.of(wider, r.recipientCodes())));
    }

    /** Whose consents it rests on: nothing is signed before all of them are there. */
    private Set<String> consenting(ReleaseRequest release, Circulating product, ReleaseFacts facts) {
        return Questions.of(
                        product,
                        facts.marking(),
                        release.releaser(),
                        gate.moment().world().policy().world(),
                        circulation::find)
                .keySet()
                .stream()
                .filter(giver -> facts.recipients().stream().anyMatch(r -> !r.equals(giver)))
                .collect(Collectors.toSet());
    }

    void registered(ReleaseRequest release, String officer) {
        Circulating product = circulation.get(release.product());
        Instant now = gate.moment().now();
        for (Recipient recipient : release.active()) {
            int copy = copies.next(product.number(), product.version(), CopyKind.RELEASE);
            recipient.numbered(copy);
            register.enter(
                    release.releaser(),
                    Direction.OUT,
                    now,
                    product.number(),
                    copy,
                    product.marking(),
                    recipient.organisation(),
                    officer,
                    release.number());
            gate.concerns(recipient.organisation());
        }
        release.to(Stage.REGISTERED, now);
    }

    /** Entered as incoming: from now on the recipient has it. */
    void received(ReleaseRequest release, Recipient recipient, String officer) {
        Circulating product = circulation.get(release.product());
        Instant now = gate.moment().now();
        register.enter(
                recipient.organisation(),
                Direction.IN,
                now,
                product.number(),
                Objects.requireNonNull(recipient.copyNo()),
                product.marking(),
                release.releaser(),
                officer,
                release.number());
        recipient.received(now);
        circulation.hand(product.number(), recipient.organisation(), now, release.until());
        gate.concerns(recipient.organisation());
        if (release.active().stream().allMatch(r -> r.handedAt() != null)) {
            Duration fast = fast(release.kind());
            if (fast == null) {
                release.to(Stage.DISSEMINATED, now);
            } else {
                release.to(Stage.REVIEW_DUE, now);
                release.reviewDue(now.plus(fast));
            }
        }
    }

    /** All that could be acknowledged is. */
    void settled(ReleaseRequest release) {
        boolean all = release.active().stream().allMatch(r -> r.acknowledgedAt() != null);
        if (all && release.stored() == Stage.DISSEMINATED) {
            release.to(Stage.ACKNOWLEDGED, gate.moment().now());
        }
    }

    /** One recipient loses it, or its prospect, at once; the others do not. */
    void suspended(ReleaseRequest release, String organisation, String why) {
        Instant now = gate.moment().now();
        Recipient recipient = release.recipient(organisation);
        if (recipient.handedAt() != null) {
            circulation.end(release.product(), organisation, now);
            circulation.recalled(release.product(), organisation);
        }
        recipient.ended(now, why);
        if (release.active().isEmpty()) {
            release.ended(Stage.WITHDRAWN, why, now);
        }
    }

    /** The recipients lose it at once. */
    void calledBack(ReleaseRequest release, Stage how, String why) {
        Instant now = gate.moment().now();
        release.active().stream().filter(r -> r.handedAt() != null).forEach(r -> {
            circulation.end(release.product(), r.organisation(), now);
            circulation.recalled(release.product(), r.organisation());
            gate.concerns(r.organisation());
        });
        release.ended(how, why, now);
    }

    private static @Nullable Duration fast(Kind kind) {
        return switch (kind) {
            case STANDARD -> null;
            case FLASH -> FAST_REVIEW;
            case BREAK_GLASS -> EMERGENCY_REPORT;
        };
    }
}
