package org.entente.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.entente.product.Circulation;
import org.jspecify.annotations.Nullable;

/** What an organisation that is asked does: gives a request to its experts, answers it, refuses it. */
@Stateless
public class Replies {
    @Inject
    private Gate gate;

    @Inject
    private Ledger ledger;

    @Inject
    private Desk desk;

    @Inject
    private Circulation circulation;

    @Inject
    private Once once;

    /** Gives it to these of the organisation's own, in place of whom it went to by itself. */
    @Operation(Action.ROUTE_REQUEST)
    public RequestReceipt route(String number, List<String> experts, @Nullable String key) {
        return once.answer(key, "route " + number + " " + experts, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.ROUTE);
            Reply reply = open.own();
            reply.require(Step.ROUTE);
            List<Objection> objections = Desk.collecting();
            for (int i = 0; i < experts.size(); i++) {
                objections.addAll(
                        Rule.objections(RequestRules.ROUTING, routed(open, experts.get(i)), "experts[" + i + "]"));
            }
            Desk.throwIfAny(objections);
            reply.routed(experts.stream().distinct().toList());
            return done(open, reply, Step.ROUTE);
        });
    }

    /** Answers with products. Whether the requester may know of them is asked of the one policy (PKI-05). */
    @Operation(Action.ANSWER_REQUEST)
    public RequestReceipt answer(String number, List<String> products, @Nullable String text, @Nullable String key) {
        String asked = "answer " + number + " " + products + " " + text;
        return once.answer(key, asked, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.ANSWER);
            Reply reply = open.own();
            reply.require(Step.ANSWER);
            List<Objection> objections = Desk.collecting();
            objections.addAll(Rule.objections(RequestRules.ANSWERING, new RequestRules.Answered(products, text), ""));
            for (int i = 0; i < products.size() && i < RequestRules.MOST_PRODUCTS; i++) {
                objections.addAll(
                        Rule.objections(RequestRules.OFFERING, offered(open, products.get(i)), "products[" + i + "]"));
            }
            Desk.throwIfAny(objections);
            gate.notes(String.join(" ", products));
            reply.answered(
                    products,
                    text,
                    open.request().anonymous(),
                    gate.hat(),
                    gate.moment().now());
            return done(open, reply, Step.ANSWER);
        });
    }

    @Operation(Action.REFUSE_REQUEST)
    public RequestReceipt refuse(String number, @Nullable RefusalReason reason, String text, @Nullable String key) {
        String asked = "refuse " + number + " " + reason + " " + text;
        return once.answer(key, asked, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.REFUSE);
            Reply reply = open.own();
            reply.require(Step.REFUSE);
            Desk.check(RequestRules.REFUSING, new RequestRules.Declined(reason, text));
            gate.notes(String.valueOf(reason));
            reply.refused(
                    Objects.requireNonNull(reason), text.strip(), gate.moment().now());
            return done(open, reply, Step.REFUSE);
        });
    }

    private RequestRules.Routed routed(Desk.Open open, String id) {
        Hat hat = gate.moment().world().hats().stream()
                .filter(h -> h.id().equals(id))
                .findFirst()
                .orElse(null);
        // of others' hats nothing more is said than that they are others'
        if (hat == null || !hat.organisation().equals(gate.hat().organisation())) {
            return new RequestRules.Routed(false, true, true);
        }
        boolean reader = desk.readers(hat.organisation()).anyMatch(hat::equals);
        return new RequestRules.Routed(
                true, desk.live(hat), reader && desk.readsAsAddressee(hat, open.request(), open.own()));
    }

    /** To whoever must not know who asks it is not told what the asker may know of: there the broker looks. */
    private RequestRules.Offered offered(Desk.Open open, String product) {
        return new RequestRules.Offered(
                circulation.mayKnow(product, gate.hat()),
                open.request().anonymous()
                        || circulation.somebodyMayKnow(product, open.request().requester()));
    }

    private RequestReceipt done(Desk.Open open, Reply reply, Step step) {
        ledger.took(
                step,
                open.request(),
                reply.organisation(),
                gate.hat(),
                gate.moment().now());
        ledger.flush();
        return new RequestReceipt(open.request().number(), reply.state().shownTo(Party.ADDRESSEE));
    }
}
