package org.entente.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as one of its parties sees it.
 *
 * @param asker null for an addressee of a request that came through the broker
 * @param forwarded the words in which the broker passed it on, for the broker
 * @param replies of every addressee for the requester and the broker; for an addressee its own alone
 * @param can the steps that this hat may take now
 */
public record RequestView(
        String number,
        Party party,
        RequestState state,
        boolean anonymous,
        @Nullable Asker asker,
        String originator,
        String marking,
        String subject,
        String question,
        @Nullable String justification,
        List<String> topics,
        List<String> areas,
        @Nullable String mission,
        @Nullable String requirement,
        Instant since,
        Instant deadline,
        boolean overdue,
        @Nullable Forwarding forwarded,
        List<ReplyView> replies,
        List<StepView> steps,
        List<Step> can) {

    /** Who asked. */
    public record Asker(String organisation, String hat, String person) {}

    /** A step that was taken; whose it was only as far as this reader may know. */
    public record StepView(
            Step step,
            Instant at,
            @Nullable String addressee,
            @Nullable String organisation,
            @Nullable String hat) {}

    /**
     * What came of it at one addressee.
     *
     * @param experts hats it was routed to, for the addressee itself
     * @param reason of a refusal
     * @param text that goes with an answer, a refusal, a return or a withdrawal
     */
    public record ReplyView(
            String organisation,
            RequestState state,
            @Nullable String marking,
            List<String> experts,
            List<Offer> products,
            @Nullable RefusalReason reason,
            @Nullable String text,
            @Nullable Use used,
            @Nullable String feedback,
            boolean overdue) {}

    /**
     * A product given in answer.
     *
     * @param reaches whether somebody of the requester's organisation may know of it now: for the broker, who passes it on
     */
    public record Offer(String product, @Nullable Boolean reaches) {}
}
