package org.entente.label;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Operation;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.jspecify.annotations.Nullable;

/** Any holder may question a level; the originator answers, in sixty days at first (CLS-48). */
@Stateless
public class Challenges {
    @Inject
    private Gate gate;

    @Inject
    private Circulation circulation;

    @Inject
    private Docket docket;

    @Inject
    private Event<Challenged> challenged;

    /** Challenges by one's own organisation and to its products, newest first. */
    @Operation(Action.LIST_CHALLENGES)
    public List<ChallengeView> list() {
        gate.sight();
        Hat hat = gate.hat();
        Instant now = gate.moment().now();
        return docket
                .challenges(
                        "c.organisation = ? OR p.originator = ? ORDER BY c.id DESC LIMIT 500",
                        hat.organisation(),
                        hat.organisation())
                .stream()
                .filter(c -> circulation.mayKnow(c.product(), hat))
                .map(c -> view(c, hat, now))
                .toList();
    }

    @Operation(Action.SEE_CHALLENGE)
    public ChallengeView see(String number) {
        Hat hat = gate.hat();
        return view(admitted(number, hat, false), hat, gate.moment().now());
    }

    /** A challenge by one's own organisation or to it, to what one may know of; for an answer nobody else moves either. */
    private Challenge admitted(String number, Hat hat, boolean held) {
        gate.asked(number);
        Challenge challenge = docket.challenge(number);
        if (challenge == null || !circulation.mayKnow(challenge.product(), hat)) {
            throw Refused.notFound();
        }
        if (held) {
            circulation.lock(challenge.product());
            challenge = Objects.requireNonNull(docket.challenge(number));
        }
        gate.decideOwn(
                number,
                challenge.originator(),
                challenge.marking(),
                challenge.originator().equals(hat.organisation())
                        || challenge.organisation().equals(hat.organisation()));
        gate.concerns(challenge.organisation());
        return challenge;
    }

    private ChallengeView view(Challenge challenge, Hat hat, Instant now) {
        return challenge.view(hat, now, gate.seal(challenge.shown(circulation.shown(challenge.product()), now)));
    }

    @Operation(Action.CHALLENGE_LEVEL)
    public ChallengeView challenge(String product, @Nullable String reason) {
        gate.asked(product);
        Hat hat = gate.hat();
        Circulating questioned = circulation.find(product);
        if (questioned == null || !circulation.mayKnow(product, hat)) {
            throw Refused.notFound();
        }
        gate.decideOwn(product, questioned.originator(), questioned.marking(), true);
        String why = Reasons.needed(reason);
        String number = Numbers.draw("CHL");
        docket.run(
                "INSERT INTO challenge (number, product, organisation, person, reason, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                number,
                product,
                hat.organisation(),
                hat.person(),
                why,
                gate.moment().now());
        gate.notes("challenge " + number);
        return told(number, hat);
    }

    /** The originator's answer; changing the label is an act of its own. */
    @Operation(Action.ANSWER_CHALLENGE)
    public ChallengeView answer(String number, boolean changed, @Nullable String answer, @Nullable String seen) {
        Hat hat = gate.hat();
        Challenge challenge = admitted(number, hat, true);
        if (!challenge.originator().equals(hat.organisation())) {
            throw Refused.forbidden("not-the-originator", "A challenge is its originator's to answer.", "CLS-48");
        }
        if (challenge.concernsPersonally(hat)) {
            throw Refused.forbidden(
                    "separation-of-duties", "Neither challenger nor author answers a challenge.", "PKI-09");
        }
        if (!challenge.highEnough(hat, gate.moment().now())) {
            throw Refused.forbidden("role-missing", "It has escalated to the release authority.", "CLS-48");
        }
        if (challenge.answeredAt() != null) {
            throw Refused.wrongState("This challenge is answered.", "CLS-48");
        }
        gate.saw(
                challenge.shown(
                        circulation.shown(challenge.product()), gate.moment().now()),
                seen);
        docket.run(
                "UPDATE challenge SET answered_at = ?, changed = ?, answer = ? WHERE number = ?",
                gate.moment().now(),
                changed,
                Reasons.needed(answer),
                number);
        return told(number, hat);
    }

    private ChallengeView told(String number, Hat hat) {
        challenged.fire(new Challenged(number));
        return view(
                Objects.requireNonNull(docket.challenge(number)),
                hat,
                gate.moment().now());
    }
}
