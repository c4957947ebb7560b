package org.entente.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Shared;
import org.entente.identity.Hat;
import org.entente.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * From where a hat looks at a request: as what, at which reply, and under which marking. Whoever has no standpoint has
 * nothing to look at.
 *
 * @param reply the addressee's own; null for the others
 * @param shared the request as the access decision takes it from there
 */
record Standpoint(Party party, @Nullable Reply reply, Shared shared) {

    static @Nullable Standpoint of(Hat hat, Request request, List<Reply> replies, Marks marks) {
        if (request.anonymous() && hat.has(Role.REQUEST_BROKER)) {
            String banner = marks.bannerFor(hat.organisation(), request.requester(), request.marking());
            return banner == null ? null : new Standpoint(Party.BROKER, null, own(request, banner, marks));
        }
        if (hat.organisation().equals(request.requester())) {
            return new Standpoint(Party.REQUESTER, null, own(request, request.marking(), marks));
        }
        return replies.stream()
                .filter(r -> r.organisation().equals(hat.organisation()) && r.arrivedAt() != null)
                .findFirst()
                .map(r -> addressee(request, r, marks))
                .orElse(null);
    }

    static Standpoint addressee(Request request, Reply reply, Marks marks) {
        return new Standpoint(Party.ADDRESSEE, reply, addressed(request, reply, marks));
    }

    private static Shared own(Request request, String banner, Marks marks) {
        return marks.shared(
                request.number(),
                request.requester(),
                request.words(Party.REQUESTER).mission(),
                banner,
                request.askedAt());
    }

    /** What came through the broker is, for the addressee, its own: nothing of the decision points back. */
    private static Shared addressed(Request request, Reply reply, Marks marks) {
        return marks.shared(
                request.number(),
                request.anonymous() ? reply.organisation() : request.requester(),
                request.words(Party.ADDRESSEE).mission(),
                Objects.requireNonNull(reply.marking()),
                Objects.requireNonNull(reply.arrivedAt()));
    }

    Instant since() {
        return shared.published();
    }
}
