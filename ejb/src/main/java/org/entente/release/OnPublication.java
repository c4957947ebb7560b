package org.entente.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.marking.Marking;
import org.entente.product.Circulating;
import org.entente.product.Circulation;
import org.entente.product.ProductType;
import org.entente.product.Published;
import org.entente.product.Withdrawn;

/**
 * A confirmed product sets out for those whom its label names: the author has asked for it by the label, and the officer's
 * confirmation was the check. From there it goes the way of every release; a warning goes at once (PKI-15).
 */
@ApplicationScoped
class OnPublication {
    static final Duration CONSENT_TIME = Duration.ofDays(7);
    static final String AS_LABELLED = "As its label says";

    @Inject
    private Gate gate;

    @Inject
    private ReleaseShelf shelf;

    @Inject
    private Circulation circulation;

    @Inject
    private FactFinder finder;

    @Inject
    private Progress progress;

    @Inject
    private Authority authority;

    @Inject
    private Reconsidered reconsidered;

    @Inject
    private ReleaseViews views;

    void published(@Observes Published event) {
        Circulating product = circulation.get(event.number());
        Marking marking = finder.marking(product);
        if (!marking.level().classified() && !product.held()) {
            return;
        }
        Instant now = gate.moment().now();
        Set<String> named = gate.moment().world().policy().vocabulary().expand(marking.releasableTo(), now);
        named.remove(product.originator());
        if (!marking.level().classified()) {
            named.clear(); // it goes by its mark, once its release is authorised
        }
        marking.joint().forEach(named::remove); // it is theirs as well
        for (ReleaseRequest waiting : shelf.of(product.number())) {
            waiting.labelled(now);
            waiting.recipientCodes().forEach(named::remove);
            check(waiting, product, marking, now);
        }
        List<String> ready = new ArrayList<>();
        List<String> hindered = new ArrayList<>();
        for (String recipient : named) {
            boolean free = ReleaseRules.objections(
                            finder.facts(product, product.originator(), List.of(recipient), null))
                    .isEmpty();
            (free ? ready : hindered).add(recipient);
        }
        // one partner without an arrangement does not keep the others waiting
        for (List<String> recipients : List.of(ready, hindered)) {
            if (!recipients.isEmpty()) {
                ReleaseRequest release = new ReleaseRequest(
                        Numbers.draw("REL"),
                        product.number(),
                        product.originator(),
                        product.type() == ProductType.FLASH ? Kind.FLASH : Kind.STANDARD,
                        Stage.LABELLED,
                        recipients,
                        AS_LABELLED,
                        product.author(),
                        product.authorHat(),
                        now,
                        null,
                        now.plus(CONSENT_TIME));
                shelf.add(release);
                check(release, product, marking, now);
            }
        }
        shelf.of(product.number()).forEach(r -> event.tells(views.consequence(r, product)));
    }

    /** Every recipient loses what is withdrawn, and learns what takes its place (PKI-13). */
    void withdrawn(@Observes Withdrawn event) {
        for (ReleaseRequest release : shelf.of(event.number())) {
            if (release.stored().open()) {
                boolean superseded = event.supersededBy() != null;
                progress.calledBack(
                        release,
                        superseded ? Stage.SUPERSEDED : Stage.WITHDRAWN,
                        superseded ? "SUPERSEDED BY " + event.supersededBy() : event.why());
                shelf.moved(release);
            }
        }
    }

    private void check(ReleaseRequest release, Circulating product, Marking marking, Instant now) {
        byte[] basis = Basis.of(product, release.recipientCodes());
        sign(release, Step.CHECK, basis, now);
        release.checkedFor(basis);
        progress.checked(release, product);
        boolean fast = !product.held()
                && !reconsidered.waits(product)
                && (release.kind() == Kind.FLASH
                        || authority.goesWithItsCheck(release.releaser(), product, marking.level()));
        if (fast && release.stored() == Stage.CHECKED && authority.signsUnderArrangements(release, product)) {
            ReleaseFacts facts = finder.facts(product, release.releaser(), release.recipientCodes(), release);
            if (ReleaseRules.objections(facts).isEmpty()) {
                sign(release, Step.AUTHORISATION, basis, now);
                progress.authorised(release, product, facts);
            }
        }
        shelf.moved(release);
    }

    private void sign(ReleaseRequest release, Step step, byte[] basis, Instant now) {
        release.signed(new Signature(step, Verdict.APPROVE, gate.hat(), now, null, basis, null));
    }
}
