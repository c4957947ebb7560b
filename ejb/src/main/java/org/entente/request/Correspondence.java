package org.entente.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.entente.gate.Action;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * What other features may know of requests: of each hat that which it would find in its own list, and of an anonymous one
 * nothing else (PKI-06).
 */
@ApplicationScoped
public class Correspondence {
    @Inject
    private Ledger ledger;

    @Inject
    private Desk desk;

    @Inject
    private Views views;

    /** An answer that is owed and late, as the addressee's deadline or the requester's has it. */
    public record Late(String number, String addressee, boolean forRequester, boolean forAddressee) {}

    /** The request as it stands in this hat's list; null where it does not. */
    public @Nullable RequestLine line(String number, Hat hat) {
        Request request = ledger.find(number);
        return request == null ? null : line(request, ledger.replies(request), hat);
    }

    /** Of these hats those that find it in their lists. */
    public List<Hat> readers(String number, List<Hat> hats) {
        Request request = ledger.find(number);
        if (request == null) {
            return List.of();
        }
        List<Reply> replies = ledger.replies(request);
        return hats.stream().filter(h -> line(request, replies, h) != null).toList();
    }

    /** Whether it was this hat that asked. */
    public boolean askedBy(String number, Hat hat) {
        Request request = ledger.find(number);
        return request != null && request.hat().equals(hat.id());
    }

    public boolean throughBroker(String number) {
        Request request = ledger.find(number);
        return request != null && request.anonymous();
    }

    /** Answers that are late at that instant. */
    public List<Late> late(Instant now) {
        return ledger.waiting().stream()
                .map(w -> new Late(w.number(), w.addressee(), !now.isBefore(w.deadline()), !now.isBefore(w.shown())))
                .filter(l -> l.forRequester || l.forAddressee)
                .toList();
    }

    private @Nullable RequestLine line(Request request, List<Reply> replies, Hat hat) {
        if (!desk.live(hat) || Collections.disjoint(hat.roles(), Action.READ_REQUEST.roles())) {
            return null;
        }
        Marks marks = desk.marks();
        Standpoint from = Standpoint.of(hat, request, replies, marks);
        return from == null || !marks.reads(hat, from.shared())
                ? null
                : views.line(new Desk.Open(request, replies, from), hat);
    }
}
