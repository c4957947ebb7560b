package org.entente.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.access.Outcome;
import org.entente.gate.Action;
import org.entente.gate.Gate;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.gate.Shared;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/** Brings a request before the acting hat: whether it is there for it, as what it meets it, and whether a step is its to take. */
@ApplicationScoped
class Desk {
    @Inject
    private Gate gate;

    @Inject
    private Ledger ledger;

    /** A request as it lies before the acting hat. */
    record Open(Request request, List<Reply> replies, Standpoint from) {
        Reply own() {
            return Objects.requireNonNull(from.reply(), "only an addressee has a reply of its own");
        }

        Reply of(String organisation) {
            return replies.stream()
                    .filter(r -> r.organisation().equals(organisation))
                    .findFirst()
                    .orElseThrow(() -> Refused.objected(
                            "invalid-request",
                            "organisation",
                            "UNKNOWN_CODE",
                            "'" + organisation + "' is not one of those who were asked."));
        }
    }

    Marks marks() {
        return new Marks(gate.moment().world().policy(), gate.moment().now());
    }

    Open read(String number) {
        return open(number, null);
    }

    /** For a change: nobody else changes it meanwhile. Who may know of it but has no part in this step is told so. */
    Open take(String number, Step step) {
        Open open = open(number, step);
        if (open.from.party() != step.party()) {
            throw Refused.forbidden("not-your-part", "This step is for another party of the request.", "PKI-05");
        }
        if (step.party() != Party.REQUESTER && open.request.isBy(gate.hat())) {
            throw Refused.forbidden(
                    "separation-of-duties", "Nobody deals with a request that they asked themselves.", "PKI-09");
        }
        return open;
    }

    private Open open(String number, @Nullable Step step) {
        gate.asked(number);
        Request request = ledger.find(number);
        if (request == null) {
            throw Refused.notFound();
        }
        List<Reply> replies = ledger.replies(request);
        if (step != null) {
            ledger.lock(request, replies);
        }
        Hat hat = gate.hat();
        Standpoint from = Standpoint.of(hat, request, replies, marks());
        if (from == null) {
            throw Refused.notFound();
        }
        decide(hat, from);
        return new Open(request, replies, from);
    }

    /** The broker's record names nobody but the broker's own organisation: its auditor is no broker. */
    private void decide(Hat hat, Standpoint from) {
        Shared shared = from.shared();
        if (from.party() == Party.BROKER) {
            gate.decideOwn(shared.number(), hat.organisation(), null, marks().reads(hat, shared));
        } else if (gate.decide(shared, true).outcome() != Outcome.PERMIT) {
            throw Refused.notFound();
        }
    }

    /** Those of these requests that the acting hat may read, each from where it stands. */
    List<Open> standing(List<Request> requests) {
        Hat hat = gate.hat();
        Marks marks = marks();
        Map<Long, List<Reply>> replies =
                ledger.replies(requests).stream().collect(Collectors.groupingBy(Reply::requestId));
        List<Open> open = new ArrayList<>();
        for (Request request : requests) {
            List<Reply> own = replies.getOrDefault(request.id(), List.of());
            Standpoint from = Standpoint.of(hat, request, own, marks);
            if (from != null && marks.reads(hat, from.shared())) {
                open.add(new Open(request, own, from));
            }
        }
        return open;
    }

    boolean live(Hat hat) {
        return hat.liveAt(gate.moment().now());
    }

    /** Live hats of an organisation that carry a role by which requests are read. */
    Stream<Hat> readers(String organisation) {
        return gate.moment().world().hats().stream()
                .filter(h -> h.organisation().equals(organisation) && live(h))
                .filter(h -> !Collections.disjoint(h.roles(), Action.READ_REQUEST.roles()));
    }

    boolean somebodyReads(String organisation, Shared shared) {
        Marks marks = marks();
        return readers(organisation).anyMatch(h -> marks.reads(h, shared));
    }

    /** Reaches one addressee, and its experts on what it is about. */
    void arrive(Request request, Reply reply, String banner) {
        reply.arrive(banner, gate.moment().now());
        List<String> experts = expertsFor(request, reply);
        if (!experts.isEmpty()) {
            reply.routed(experts);
        }
    }

    private List<String> expertsFor(Request request, Reply reply) {
        Request.Words words = request.words(Party.ADDRESSEE);
        List<Hat> readers = readers(reply.organisation()).toList();
        return ledger.experts(reply.organisation()).stream()
                .filter(e -> e.knows(words.topics(), words.areas()))
                .map(Expert::hat)
                .filter(id -> readers.stream().anyMatch(h -> h.id().equals(id) && readsAsAddressee(h, request, reply)))
                .toList();
    }

    boolean readsAsAddressee(Hat hat, Request request, Reply reply) {
        Marks marks = marks();
        Standpoint there = Standpoint.addressee(request, reply, marks);
        return hat.organisation().equals(reply.organisation()) && marks.reads(hat, there.shared());
    }

    boolean mission(@Nullable String code) {
        return code == null
                || gate.moment().world().policy().world().missions().stream()
                        .anyMatch(m -> m.code().equals(code));
    }

    static void throwIfAny(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw new Refused(
                    new Refusal.Objected("invalid-request", "This cannot be done as it is.", List.copyOf(objections)));
        }
    }

    static <F> void check(List<Rule<F>> rules, F facts) {
        throwIfAny(Rule.objections(rules, facts, ""));
    }

    static List<Objection> collecting() {
        return new ArrayList<>();
    }
}
