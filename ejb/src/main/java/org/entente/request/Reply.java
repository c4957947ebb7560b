package org.entente.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request at one of those it is addressed to: it arrives, goes to experts, is answered or refused; through
 * the broker it waits twice, on its way there and on its answer's way back.
 */
@Entity
@Table(name = "request_reply")
class Reply {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "request_id")
    private long requestId;

    private String organisation = "";

    @Enumerated(EnumType.STRING)
    private RequestState state = RequestState.AWAITING_BROKER;

    private @Nullable String marking;

    @Column(name = "arrived_at")
    private @Nullable Instant arrivedAt;

    private String experts = "";

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    private String products = "";

    @Column(name = "answer_text")
    private @Nullable String answerText;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RefusalReason reason;

    @Column(name = "reason_text")
    private @Nullable String reasonText;

    @Enumerated(EnumType.STRING)
    private @Nullable Use used;

    @Column(name = "feedback_text")
    private @Nullable String feedbackText;

    @jakarta.persistence.Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected Reply() {}

    /** Waiting for the broker. */
    Reply(Request request, String organisation) {
        this.requestId = request.id();
        this.organisation = organisation;
    }

    /** Reaches the addressee, marked as it is read there. */
    void arrive(String banner, Instant at) {
        marking = banner;
        arrivedAt = at;
        state = RequestState.OPEN;
    }

    void returned(String why, Instant at) {
        require(Step.RETURN);
        end(RequestState.RETURNED, why, at);
    }

    void routed(List<String> hats) {
        require(Step.ROUTE);
        experts = Lines.of(hats);
        state = hats.isEmpty() ? RequestState.OPEN : RequestState.ROUTED;
    }

    void answered(List<String> numbers, @Nullable String text, boolean throughBroker, Hat by, Instant at) {
        require(Step.ANSWER);
        products = Lines.of(numbers);
        answerText = text;
        answeredAt = at;
        answeredBy = by.id();
        state = throughBroker ? RequestState.ANSWER_WITH_BROKER : RequestState.ANSWERED;
        endedAt = throughBroker ? null : at;
    }

    void refused(RefusalReason why, String text, Instant at) {
        require(Step.REFUSE);
        reason = why;
        end(RequestState.REFUSED, text, at);
    }

    void passedOn(Instant at) {
        require(Step.PASS_ON);
        end(RequestState.ANSWERED, null, at);
    }

    void heldBack(String why, Instant at) {
        require(Step.HOLD_BACK);
        end(RequestState.HELD_BACK, why, at);
    }

    void withdrawn(String why, Instant at) {
        require(Step.WITHDRAW);
        end(RequestState.WITHDRAWN, why, at);
    }

    void fedBack(Use use, @Nullable String text) {
        require(Step.FEED_BACK);
        if (used != null) {
            throw Refused.wrongState("The use of this answer is reported already.", "PKI-13");
        }
        used = use;
        feedbackText = text;
    }

    /** Says no where the step is not possible now. */
    void require(Step step) {
        if (!step.possibleIn(state)) {
            throw Refused.wrongState("This is not possible in the request's present state.", "PKI-05");
        }
    }

    private void end(RequestState ended, @Nullable String why, Instant at) {
        state = ended;
        reasonText = why;
        endedAt = at;
    }

    /** Whether the addressee let the deadline pass; half-open, like every interval here. */
    boolean overdue(Instant deadline, Instant now) {
        return state.waiting() && !now.isBefore(deadline);
    }

    long requestId() {
        return requestId;
    }

    String organisation() {
        return organisation;
    }

    RequestState state() {
        return state;
    }

    @Nullable
    String marking() {
        return marking;
    }

    @Nullable
    Instant arrivedAt() {
        return arrivedAt;
    }

    List<String> experts() {
        return Lines.read(experts);
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    List<String> products() {
        return Lines.read(products);
    }

    @Nullable
    String answerText() {
        return answerText;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    RefusalReason reason() {
        return reason;
    }

    @Nullable
    String reasonText() {
        return reasonText;
    }

    @Nullable
    Use used() {
        return used;
    }

    @Nullable
    String feedbackText() {
        return feedbackText;
    }
}
