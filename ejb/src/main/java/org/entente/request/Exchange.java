package org.entente.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request to one addressee as it counts in a report.
 *
 * @param requester null where it came through the broker and the report is the addressee's
 * @param answered when the answer reached the one whose report it is
 */
record Exchange(
        @Nullable String requester,
        String addressee,
        Instant began,
        Instant deadline,
        RequestState state,
        @Nullable Instant answered,
        @Nullable RefusalReason reason) {

    /** Those of a request that an organisation's report counts: what it asked of each, or what it was asked. */
    static List<Exchange> of(Desk.Open open, String organisation) {
        Request request = open.request();
        if (organisation.equals(request.requester())) {
            return open.replies().stream()
                    .filter(r -> r.state() != RequestState.RETURNED)
                    .map(r -> new Exchange(
                            organisation,
                            r.organisation(),
                            request.askedAt(),
                            request.words(Party.REQUESTER).deadline(),
                            r.state().shownTo(Party.REQUESTER),
                            r.state() == RequestState.ANSWERED ? r.endedAt() : null,
                            r.reason()))
                    .toList();
        }
        return open.replies().stream()
                .filter(r -> r.organisation().equals(organisation) && r.arrivedAt() != null)
                .map(r -> new Exchange(
                        request.anonymous() ? null : request.requester(),
                        organisation,
                        Objects.requireNonNull(r.arrivedAt()),
                        request.words(Party.ADDRESSEE).deadline(),
                        r.state().shownTo(Party.ADDRESSEE),
                        r.answeredAt(),
                        r.reason()))
                .toList();
    }

    boolean waiting() {
        return state.waiting();
    }

    boolean overdue(Instant now) {
        return waiting() && !now.isBefore(deadline);
    }

    boolean late() {
        return answered != null && !answered.isBefore(deadline);
    }
}
