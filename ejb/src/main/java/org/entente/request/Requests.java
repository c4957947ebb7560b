package org.entente.request;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.entente.access.World;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Numbers;
import org.entente.gate.Objection;
import org.entente.gate.Operation;
import org.entente.gate.Shared;
import org.entente.idempotency.Once;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.entente.marking.Marking;
import org.entente.product.Accreditation;
import org.jspecify.annotations.Nullable;

/** Requests for information: asked, found, read, withdrawn, and what their answers were good for. */
@Stateless
public class Requests {
    public static final int MOST_ON_A_PAGE = 200;
    /** Of no organisation: a number must not tell who asked (PKI-06). */
    private static final String PREFIX = "RFI";

    @Inject
    private Gate gate;

    @Inject
    private Ledger ledger;

    @Inject
    private Desk desk;

    @Inject
    private Views views;

    @Inject
    private Once once;

    @Operation(Action.FILE_REQUEST)
    public RequestReceipt ask(Asking asking, @Nullable String key) {
        return once.answer(key, "ask " + asking, RequestReceipt::text, RequestReceipt::read, () -> asked(asking));
    }

    /** The newest 200 that this hat may read and that it asked for by role and state. */
    @Operation(Action.LIST_REQUESTS)
    public List<RequestLine> list(RequestFilter filter) {
        gate.sight();
        Hat hat = gate.hat();
        List<RequestLine> lines = desk.standing(ledger.of(hat.organisation(), hat.has(Role.REQUEST_BROKER))).stream()
                .map(o -> views.line(o, hat))
                .filter(filter::admits)
                .sorted(Comparator.comparing(RequestLine::since).reversed().thenComparing(RequestLine::number))
                .limit(MOST_ON_A_PAGE)
                .toList();
        gate.notes(filter + " count=" + lines.size());
        return lines;
    }

    @Operation(Action.READ_REQUEST)
    public RequestView read(String number) {
        return views.view(desk.read(number), gate.hat());
    }

    @Operation(Action.WITHDRAW_REQUEST)
    public RequestReceipt withdraw(String number, String reason, @Nullable String key) {
        return once.answer(key, "withdraw " + number + " " + reason, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.WITHDRAW);
            List<Reply> waiting = open.replies().stream()
                    .filter(r -> Step.WITHDRAW.possibleIn(r.state()))
                    .toList();
            // where nothing waits any more the first says so
            open.replies().stream().limit(waiting.isEmpty() ? 1 : 0).forEach(r -> r.require(Step.WITHDRAW));
            Desk.check(RequestRules.REASONING, reason);
            for (Reply reply : waiting) {
                reply.withdrawn(reason.strip(), gate.moment().now());
                ledger.took(
                        Step.WITHDRAW,
                        open.request(),
                        reply.organisation(),
                        gate.hat(),
                        gate.moment().now());
                tell(open.request(), reply.organisation());
            }
            return done(open);
        });
    }

    /** The requester's report on an answer, for those who gave it (PKI-13). */
    @Operation(Action.FEED_BACK)
    public RequestReceipt feedBack(
            String number, String organisation, @Nullable Use used, @Nullable String text, @Nullable String key) {
        String asked = "feedback " + number + " " + organisation + " " + used + " " + text;
        return once.answer(key, asked, RequestReceipt::text, RequestReceipt::read, () -> {
            Desk.Open open = desk.take(number, Step.FEED_BACK);
            Reply reply = open.of(organisation);
            reply.require(Step.FEED_BACK);
            Desk.check(RequestRules.FEEDING_BACK, new RequestRules.FedBack(used, text));
            reply.fedBack(Objects.requireNonNull(used), text);
            ledger.took(
                    Step.FEED_BACK,
                    open.request(),
                    organisation,
                    gate.hat(),
                    gate.moment().now());
            tell(open.request(), organisation);
            return done(open);
        });
    }

    /** Who asked whom and got what, for the pairs that the acting hat's organisation is part of. */
    @Operation(Action.SEE_RECIPROCITY)
    public List<Pair> reciprocity(@Nullable Instant from, @Nullable Instant to) {
        gate.sight();
        Hat hat = gate.hat();
        Instant begin = from == null ? Instant.EPOCH : from;
        Instant end = to == null ? gate.moment().now().plusMillis(1) : to;
        List<Exchange> exchanges = desk.standing(ledger.since(hat.organisation(), begin, end)).stream()
                .flatMap(o -> Exchange.of(o, hat.organisation()).stream())
                .filter(e -> !e.began().isBefore(begin) && e.began().isBefore(end))
                .toList();
        gate.notes("from " + begin + " to " + end);
        return Pair.of(exchanges, gate.moment().now());
    }

    private RequestReceipt asked(Asking asking) {
        Hat hat = gate.hat();
        Instant now = gate.moment().now();
        Marks marks = desk.marks();
        List<Objection> objections = Desk.collecting();
        Marking marking = marks.parsed(hat.organisation(), asking.marking(), "marking", objections);
        objections.addAll(Rule.objections(RequestRules.ASKING, facts(asking, marking), ""));
        for (int i = 0; i < asking.addressees().size(); i++) {
            objections.addAll(Rule.objections(
                    RequestRules.ADDRESSING,
                    addressed(asking, asking.addressees().get(i), marking),
                    "addressees[" + i + "]"));
        }
        Desk.throwIfAny(objections);
        String banner = Objects.requireNonNull(marking).canonical();
        Request request = new Request(number(), asking, banner, hat, now);
        gate.decideOwn(request.number(), hat.organisation(), banner, true);
        ledger.add(request);
        RequestState state = RequestState.AWAITING_BROKER;
        for (String addressee : asking.addressees()) {
            Reply reply = new Reply(request, addressee);
            if (!asking.anonymous()) {
                desk.arrive(
                        request, reply, Objects.requireNonNull(marks.bannerFor(addressee, hat.organisation(), banner)));
                state = RequestState.OPEN;
            }
            ledger.add(reply);
            tell(request, addressee);
        }
        ledger.took(Step.ASK, request, null, hat, now);
        return new RequestReceipt(request.number(), state);
    }

    /** The record concerns an addressee only where it may know who asked. */
    private void tell(Request request, String addressee) {
        if (!request.anonymous()) {
            gate.concerns(addressee);
        }
    }

    private RequestRules.Asked facts(Asking asking, @Nullable Marking marking) {
        Hat hat = gate.hat();
        Marks marks = desk.marks();
        Instant now = gate.moment().now();
        World world = gate.moment().world().policy().world();
        String banner = marking == null ? "" : marking.canonical();
        boolean brokered = !asking.anonymous()
                || gate.moment().world().hats().stream()
                        .filter(h -> h.has(Role.REQUEST_BROKER) && desk.live(h))
                        .anyMatch(h -> {
                            String there = marks.bannerFor(h.organisation(), hat.organisation(), banner);
                            return there != null && marks.reads(h, shared(asking, there));
                        });
        return new RequestRules.Asked(
                asking,
                now,
                marking,
                marking != null && marks.inSchemeOf(hat.organisation(), marking),
                marking != null && Accreditation.covers(marking.level(), world, now),
                marking != null && marks.reads(hat, shared(asking, banner)),
                brokered,
                desk.mission(asking.mission()),
                asking.requirement() == null
                        || ledger.requirements(hat.organisation()).stream()
                                .anyMatch(r -> r.number().equals(asking.requirement())));
    }

    private RequestRules.Addressed addressed(Asking asking, String addressee, @Nullable Marking marking) {
        String requester = gate.hat().organisation();
        boolean known = desk.readers(addressee).findAny().isPresent();
        boolean readable = true;
        // what goes through the broker reaches them under another marking
        if (known && marking != null && !asking.anonymous() && !addressee.equals(requester)) {
            String banner = desk.marks().bannerFor(addressee, requester, marking.canonical());
            readable = banner != null && desk.somebodyReads(addressee, shared(asking, banner));
        }
        return new RequestRules.Addressed(known, addressee.equals(requester), readable);
    }

    private Shared shared(Asking asking, String banner) {
        return desk.marks()
                .shared(
                        PREFIX,
                        gate.hat().organisation(),
                        asking.mission(),
                        banner,
                        gate.moment().now());
    }

    private RequestReceipt done(Desk.Open open) {
        ledger.flush();
        return new RequestReceipt(open.request().number(), Views.state(open));
    }

    private String number() {
        String number = Numbers.draw(PREFIX);
        while (ledger.find(number) != null) {
            number = Numbers.draw(PREFIX);
        }
        return number;
    }
}
