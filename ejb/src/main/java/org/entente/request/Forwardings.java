package org.entente.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.entente.marking.Marking;
import org.jspecify.annotations.Nullable;

/**
 * The broker's work (PKI-06): passes a request on in words and markings that do not tell who asked, gives it back where that
 * cannot be, and sees to it that an answer reaches its asker without the giver learning whom.
 */
@Stateless
public class Forwardings {
    @Inject
    private Gate gate;

    @Inject
    private Ledger ledger;

    @Inject
    private Desk desk;

    @Inject
    private org.entente.product.Circulation circulation;

    @Inject
    private Once once;

    @Operation(Action.FORWARD_REQUEST)
    public RequestReceipt forward(String number, Forwarding forwarding, @Nullable String key) {
        String asked = "forward " + number + " " + forwarding;
        return once.answer(key, asked, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.FORWARD);
            open.replies().forEach(r -> r.require(Step.FORWARD));
            List<Objection> objections = Desk.collecting();
            objections.addAll(Rule.objections(RequestRules.FORWARDING, facts(open, forwarding), ""));
            Map<String, String> banners = new HashMap<>();
            forwarding.markings().forEach((organisation, text) -> {
                Marking marking = desk.marks().parsed(organisation, text, "markings." + organisation, objections);
                if (marking != null) {
                    objections.addAll(Rule.objections(
                            RequestRules.REMARKING,
                            remarked(open, organisation, marking, forwarding),
                            "markings." + organisation));
                    banners.put(organisation, marking.canonical());
                }
            });
            Desk.throwIfAny(objections);
            open.request().forwarded(forwarding);
            open.replies().forEach(r -> {
                desk.arrive(open.request(), r, Objects.requireNonNull(banners.get(r.organisation())));
                gate.concerns(r.organisation());
            });
            return done(open, null, Step.FORWARD);
        });
    }

    @Operation(Action.RETURN_REQUEST)
    public RequestReceipt giveBack(String number, String reason, @Nullable String key) {
        String asked = "return " + number + " " + reason;
        return once.answer(key, asked, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.RETURN);
            open.replies().forEach(r -> r.require(Step.RETURN));
            Desk.check(RequestRules.REASONING, reason);
            open.replies().forEach(r -> r.returned(reason.strip(), gate.moment().now()));
            return done(open, null, Step.RETURN);
        });
    }

    /** Passes an answer on, if the requester may know of its products; the giver sees the same either way. */
    @Operation(Action.SETTLE_ANSWER)
    public RequestReceipt passOn(String number, String organisation, @Nullable String key) {
        String asked = "pass on " + number + " " + organisation;
        return once.answer(key, asked, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.PASS_ON);
            Reply reply = open.of(organisation);
            reply.require(Step.PASS_ON);
            List<Objection> objections = Desk.collecting();
            for (int i = 0; i < reply.products().size(); i++) {
                String product = reply.products().get(i);
                objections.addAll(Rule.objections(
                        RequestRules.OFFERING,
                        new RequestRules.Offered(
                                true,
                                circulation.somebodyMayKnow(
                                        product, open.request().requester())),
                        "products[" + i + "]"));
            }
            Desk.throwIfAny(objections);
            reply.passedOn(gate.moment().now());
            return done(open, organisation, Step.PASS_ON);
        });
    }

    /** Keeps an answer back that does not reach the requester, who is told why; the giver sees the same as if it were passed on. */
    @Operation(Action.SETTLE_ANSWER)
    public RequestReceipt holdBack(String number, String organisation, String reason, @Nullable String key) {
        String asked = "hold back " + number + " " + organisation + " " + reason;
        return once.answer(key, asked, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.HOLD_BACK);
            Reply reply = open.of(organisation);
            reply.require(Step.HOLD_BACK);
            Desk.check(RequestRules.REASONING, reason);
            reply.heldBack(reason.strip(), gate.moment().now());
            return done(open, organisation, Step.HOLD_BACK);
        });
    }

    private RequestRules.Forwarded facts(Desk.Open open, Forwarding forwarding) {
        String words = String.join(
                "\n",
                forwarding.subject(),
                forwarding.question(),
                Lines.of(forwarding.topics()),
                Lines.of(forwarding.areas()));
        Instant own = open.request().words(Party.REQUESTER).deadline();
        Instant given = forwarding.deadline();
        return new RequestRules.Forwarded(
                forwarding,
                gate.moment().now(),
                given == null ? own : given,
                desk.mission(forwarding.mission()),
                Marks.names(words, telling(open.request())),
                open.replies().stream().allMatch(r -> forwarding.markings().containsKey(r.organisation())));
    }

    private RequestRules.Remarked remarked(
            Desk.Open open, String organisation, Marking marking, Forwarding forwarding) {
        Marks marks = desk.marks();
        String banner = marking.canonical();
        return new RequestRules.Remarked(
                open.replies().stream().anyMatch(r -> r.organisation().equals(organisation)),
                marks.inSchemeOf(organisation, marking),
                Marks.names(banner, telling(open.request())),
                desk.somebodyReads(
                        organisation,
                        marks.shared(
                                open.request().number(),
                                organisation,
                                forwarding.mission(),
                                banner,
                                gate.moment().now())));
    }

    private List<String> telling(Request request) {
        Hat asker = gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(request.hat()))
                .findFirst()
                .orElse(null);
        return desk.marks().telling(request.requester(), asker);
    }

    private RequestReceipt done(Desk.Open open, @Nullable String organisation, Step step) {
        ledger.took(
                step, open.request(), organisation, gate.hat(), gate.moment().now());
        ledger.flush();
        return new RequestReceipt(open.request().number(), Views.state(open));
    }
}
