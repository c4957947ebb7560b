package org.entente.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Refused;
import org.entente.gate.Shown;
import org.entente.identity.Hat;
import org.entente.product.Circulating;
import org.jspecify.annotations.Nullable;

/**
 * A giver is asked whether its information may go to one recipient, paragraph by paragraph (CLS-43, CAV-13). No answer by the
 * due date is a refusal; time never grants.
 */
@Entity
@Table(name = "consent_request")
class ConsentRequest {
    private static final String BETWEEN = ",";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String number = "";

    @ManyToOne(optional = false)
    @JoinColumn(name = "release_id")
    private @Nullable ReleaseRequest release;

    private String giver = "";
    private String receiver = "";
    private String paragraphs = "";

    @Column(name = "asked_at")
    private Instant askedAt = Instant.EPOCH;

    private Instant due = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    @Column(name = "answered_person")
    private @Nullable String answeredPerson;

    @Column(name = "answered_org")
    private @Nullable String answeredOrg;

    private @Nullable String reason;
    private @Nullable String alternative;

    @Column(name = "reference_text")
    private @Nullable String reference;

    private @Nullable Instant lapses;

    protected ConsentRequest() {}

    ConsentRequest(
            String number,
            ReleaseRequest release,
            String giver,
            String receiver,
            List<String> paragraphs,
            Instant at,
            Instant due) {
        this.number = number;
        this.release = release;
        this.giver = giver;
        this.receiver = receiver;
        this.paragraphs = String.join(BETWEEN, paragraphs);
        this.askedAt = at;
        this.due = due;
    }

    ConsentState state(Instant now) {
        if (answer == null) {
            return now.isBefore(due) ? ConsentState.ASKED : ConsentState.SILENT;
        }
        Instant end = lapses;
        boolean lapsed = end != null && !now.isBefore(end);
        return answer != Verdict.APPROVE ? ConsentState.REFUSED : lapsed ? ConsentState.LAPSED : ConsentState.GRANTED;
    }

    boolean answeredBy(String person) {
        return person.equals(answeredPerson);
    }

    void answered(
            boolean granted,
            Hat by,
            Instant at,
            @Nullable String why,
            List<String> instead,
            @Nullable String written,
            @Nullable Instant until) {
        if (state(at) != ConsentState.ASKED) {
            throw Refused.wrongState("This question is answered, or its time is over: silence was refusal.", "CAV-13");
        }
        answer = granted ? Verdict.APPROVE : Verdict.REFUSE;
        answeredAt = at;
        answeredBy = by.id();
        answeredPerson = by.person();
        answeredOrg = by.organisation();
        reason = why;
        alternative = instead.isEmpty() ? null : String.join(BETWEEN, instead);
        reference = written;
        lapses = until;
    }

    String number() {
        return number;
    }

    String giver() {
        return giver;
    }

    String receiver() {
        return receiver;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant due() {
        return due;
    }

    @Nullable
    Instant lapses() {
        return lapses;
    }

    List<String> paragraphs() {
        return paragraphs.isEmpty() ? List.of() : List.of(paragraphs.split(BETWEEN, -1));
    }

    ReleaseRequest release() {
        return Objects.requireNonNull(release);
    }

    /** What whoever answers goes by: the question, and what it is about as it stands now. */
    Shown shown(Circulating product, Instant now) {
        return Shown.of(number)
                .with("state", state(now))
                .with("receiver", receiver)
                .with("paragraphs", paragraphs())
                .with("purpose", release().purpose())
                .with("until", release().until())
                .with("due", due)
                .with("version", product.version())
                .with("marking", product.marking())
                .with("portionMarkings", product.portionMarkings())
                .with("text", product.contentHash());
    }

    ConsentView view(Instant now, String marking, String seen) {
        return new ConsentView(
                number,
                release().number(),
                release().product(),
                marking,
                release().releaser(),
                giver,
                receiver,
                paragraphs(),
                release().purpose(),
                askedAt,
                due,
                state(now),
                answeredAt,
                answeredBy,
                answeredOrg,
                reason,
                alternative == null ? List.of() : List.of(alternative.split(BETWEEN, -1)),
                reference,
                lapses,
                seen);
    }
}
