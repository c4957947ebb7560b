package org.entente.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.gate.Gate;
import org.entente.identity.Hat;
import org.entente.product.Circulation;
import org.jspecify.annotations.Nullable;

/** Turns a request into what one of its parties is shown of it: everything that is left out here is kept from somebody. */
@ApplicationScoped
class Views {
    @Inject
    private Gate gate;

    @Inject
    private Ledger ledger;

    @Inject
    private Circulation circulation;

    /** The reply's state for the addressee; for the others that of the reply that has come least far. */
    static RequestState state(Desk.Open open) {
        Party party = open.from().party();
        return visible(open)
                .map(r -> r.state().shownTo(party))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    RequestLine line(Desk.Open open, Hat hat) {
        Request request = open.request();
        Party party = open.from().party();
        Request.Words words = request.words(party);
        Reply own = open.from().reply();
        return new RequestLine(
                request.number(),
                party,
                state(open),
                unknown(open) ? null : request.requester(),
                words.subject(),
                open.from().shared().marking(),
                open.from().since(),
                words.deadline(),
                overdue(open),
                request.anonymous(),
                own != null && own.experts().contains(hat.id()));
    }

    RequestView view(Desk.Open open, Hat hat) {
        Request request = open.request();
        Party party = open.from().party();
        Request.Words words = request.words(party);
        Request.Words shown = request.shown();
        boolean unknown = unknown(open);
        return new RequestView(
                request.number(),
                party,
                state(open),
                request.anonymous(),
                unknown ? null : new RequestView.Asker(request.requester(), request.hat(), request.person()),
                open.from().shared().originator(),
                open.from().shared().marking(),
                words.subject(),
                words.question(),
                unknown ? null : request.justification(),
                words.topics(),
                words.areas(),
                words.mission(),
                party == Party.REQUESTER ? request.requirement() : null,
                open.from().since(),
                words.deadline(),
                overdue(open),
                party == Party.BROKER && shown != null ? forwarded(shown, open) : null,
                visible(open).map(r -> reply(open, r)).toList(),
                steps(open, hat),
                can(open, hat));
    }

    private static Forwarding forwarded(Request.Words shown, Desk.Open open) {
        Map<String, String> markings = new java.util.TreeMap<>();
        open.replies().forEach(r -> {
            String marking = r.marking();
            if (marking != null) {
                markings.put(r.organisation(), marking);
            }
        });
        return new Forwarding(
                shown.subject(),
                shown.question(),
                shown.topics(),
                shown.areas(),
                shown.mission(),
                shown.deadline(),
                markings);
    }

    /** Whether the reader must not know who asked. */
    private static boolean unknown(Desk.Open open) {
        return open.request().anonymous() && open.from().party() == Party.ADDRESSEE;
    }

    private static Stream<Reply> visible(Desk.Open open) {
        Reply own = open.from().reply();
        return own == null ? open.replies().stream() : Stream.of(own);
    }

    private boolean overdue(Desk.Open open) {
        return visible(open).anyMatch(r -> overdue(open, r));
    }

    private boolean overdue(Desk.Open open, Reply reply) {
        Instant deadline = open.request().words(open.from().party()).deadline();
        return reply.overdue(deadline, gate.moment().now());
    }

    private RequestView.ReplyView reply(Desk.Open open, Reply reply) {
        Party party = open.from().party();
        RequestState state = reply.state().shownTo(party);
        boolean given = party != Party.REQUESTER || state == RequestState.ANSWERED;
        List<RequestView.Offer> offers =
                given ? reply.products().stream().map(p -> offer(open, p)).toList() : List.of();
        return new RequestView.ReplyView(
                reply.organisation(),
                state,
                party == Party.BROKER ? reply.marking() : null,
                party == Party.ADDRESSEE ? reply.experts() : List.of(),
                offers,
                reply.reason(),
                text(open, reply, state),
                reply.used(),
                unknown(open) ? null : reply.feedbackText(),
                overdue(open, reply));
    }

    private RequestView.Offer offer(Desk.Open open, String product) {
        boolean asks = open.from().party() == Party.BROKER;
        return new RequestView.Offer(
                product,
                asks ? circulation.somebodyMayKnow(product, open.request().requester()) : null);
    }

    /** What was said last, and to this reader: why a request was withdrawn is the asker's own word. */
    private static @Nullable String text(Desk.Open open, Reply reply, RequestState shown) {
        return switch (shown) {
            case AWAITING_BROKER, OPEN, ROUTED -> null;
            case ANSWER_WITH_BROKER -> open.from().party() == Party.REQUESTER ? null : reply.answerText();
            case ANSWERED -> reply.answerText();
            case REFUSED, RETURNED, HELD_BACK -> reply.reasonText();
            case WITHDRAWN -> unknown(open) ? null : reply.reasonText();
        };
    }

    private List<RequestView.StepView> steps(Desk.Open open, Hat hat) {
        return ledger.steps(open.request()).stream()
                .filter(t -> shown(t, open))
                .map(t -> step(t, open, hat))
                .toList();
    }

    private static boolean shown(Ledger.Taken taken, Desk.Open open) {
        Reply own = open.from().reply();
        return switch (open.from().party()) {
            case REQUESTER, BROKER -> taken.step() != Step.ROUTE;
            case ADDRESSEE ->
                taken.addressee() == null
                        ? taken.step() == (open.request().anonymous() ? Step.FORWARD : Step.ASK)
                        : own != null && taken.addressee().equals(own.organisation());
        };
    }

    /** What the broker did with an answer is one and the same to whoever gave it; when it was used is nobody's word. */
    private static RequestView.StepView step(Ledger.Taken taken, Desk.Open open, Hat hat) {
        boolean unknown = unknown(open);
        boolean own = taken.organisation().equals(hat.organisation());
        boolean broker = open.from().party() == Party.BROKER;
        // a colleague of the broker's who is asked must not see a difference either
        boolean named =
                unknown ? taken.step().party() == Party.ADDRESSEE : taken.step().party() != Party.BROKER || broker;
        return new RequestView.StepView(
                unknown && taken.step() == Step.HOLD_BACK ? Step.PASS_ON : taken.step(),
                taken.at(),
                taken.addressee(),
                named ? taken.organisation() : null,
                named && (own || broker) ? taken.hat() : null);
    }

    private List<Step> can(Desk.Open open, Hat hat) {
        Party party = open.from().party();
        if (!hat.liveAt(gate.moment().now())
                || (party != Party.REQUESTER && open.request().isBy(hat))) {
            return List.of();
        }
        return Stream.of(Step.values())
                .filter(s ->
                        s.party() == party && !Collections.disjoint(s.action().roles(), hat.roles()))
                .filter(s -> visible(open)
                        .anyMatch(r -> s.possibleIn(r.state()) && (s != Step.FEED_BACK || r.used() == null)))
                .toList();
    }
}
