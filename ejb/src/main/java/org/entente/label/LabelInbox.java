package org.entente.label;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.entente.product.Circulation;
import org.entente.waiting.Inbox;
import org.entente.waiting.Matter;

/** What becomes of labels and waits for somebody: challenges, reviews, papers that lie about, referrals to the office. */
@ApplicationScoped
class LabelInbox implements Inbox {
    @Inject
    private Docket docket;

    @Inject
    private Reviews reviews;

    @Inject
    private Circulation circulation;

    @Override
    public List<Matter> waitingFor(Hat hat, Instant now) {
        List<Matter> all = new ArrayList<>();
        if (may(hat, Action.ANSWER_CHALLENGE)) {
            challenges(hat, now, all);
        }
        boolean decides = may(hat, Action.DECIDE_REVIEW);
        boolean writes = may(hat, Action.EDIT_DRAFT);
        if (decides || writes) {
            due(hat, now, decides, writes, all);
        }
        if (docket.competent(hat)) {
            docket.referrals("taken_up_at IS NULL ORDER BY id DESC LIMIT 500")
                    .forEach(r -> all.add(Matter.one(
                            Matter.Kind.REFERRAL, r.number(), null, null, r.from(), "PKI-12", r.at(), null, now)));
        }
        return all;
    }

    private void challenges(Hat hat, Instant now, List<Matter> all) {
        docket
                .challenges(
                        "p.originator = ? AND c.answered_at IS NULL ORDER BY c.id DESC LIMIT 500", hat.organisation())
                .stream()
                .filter(c -> c.awaits(hat, now) && circulation.mayKnow(c.product(), hat))
                .forEach(c -> all.add(Matter.one(
                        Matter.Kind.CHALLENGE,
                        c.number(),
                        c.product(),
                        c.marking(),
                        c.organisation(),
                        "CLS-48",
                        c.madeAt(),
                        c.due(),
                        now)));
    }

    private void due(Hat hat, Instant now, boolean decides, boolean writes, List<Matter> all) {
        List<ReviewLine> due = reviews.due(hat, now);
        List<ReviewLine> labels =
                due.stream().filter(l -> l.kind() == ReviewLine.Kind.REVIEW).toList();
        if (decides && !labels.isEmpty()) {
            all.add(new Matter(
                    Matter.Kind.LABEL_REVIEW,
                    null,
                    null,
                    null,
                    null,
                    "AUD-12",
                    labels.getFirst().due(),
                    labels.getFirst().due(),
                    true,
                    labels.size()));
        }
        if (writes) {
            due.stream()
                    .filter(l -> l.kind() == ReviewLine.Kind.WORKING_PAPER)
                    .filter(l -> circulation.get(l.product()).author().equals(hat.person()))
                    .forEach(l -> all.add(Matter.one(
                            Matter.Kind.WORKING_PAPER,
                            l.product(),
                            l.product(),
                            l.marking(),
                            null,
                            "CLS-45",
                            l.since(),
                            l.due(),
                            now)));
        }
    }

    private static boolean may(Hat hat, Action action) {
        return !Collections.disjoint(hat.roles(), action.roles());
    }
}
