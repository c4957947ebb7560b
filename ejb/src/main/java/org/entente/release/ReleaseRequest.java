package org.entente.release;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.gate.Refused;
import org.entente.identity.Hat;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * One product on its way to named partners. It moves from stage to stage by signatures, each bound to the digest of version,
 * recipients and caveats that was signed: a change of any of these puts it back to the check, and no signature survives.
 */
@Entity
@Table(name = "release_request")
class ReleaseRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String number = "";
    private String product = "";
    private String releaser = "";

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.STANDARD;

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.LABELLED;

    private String purpose = "";
    private String requester = "";

    @Column(name = "requester_hat")
    private String requesterHat = "";

    @Column(name = "requested_at")
    private Instant requestedAt = Instant.EPOCH;

    @Column(name = "valid_to")
    private @Nullable Instant until;

    @Column(name = "consent_due")
    private Instant consentDue = Instant.EPOCH;

    /** What the last check was signed for. */
    private byte[] basis = new byte[0];

    @Column(name = "ended_why")
    private @Nullable String endedWhy;

    @Column(name = "review_due")
    private @Nullable Instant reviewDue;

    @Column(name = "moved_at")
    private Instant movedAt = Instant.EPOCH;

    @OneToMany(mappedBy = "release", cascade = CascadeType.ALL)
    @OrderBy("organisation")
    private List<Recipient> recipients = new ArrayList<>();

    @OneToMany(mappedBy = "release", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ConsentRequest> consents = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "release_signature", joinColumns = @JoinColumn(name = "release_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    private List<Signature> signatures = new ArrayList<>();

    @jakarta.persistence.Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected ReleaseRequest() {}

    ReleaseRequest(
            String number,
            String product,
            String releaser,
            Kind kind,
            Stage begins,
            List<String> recipients,
            String purpose,
            String requester,
            String requesterHat,
            Instant at,
            @Nullable Instant until,
            Instant consentDue) {
        this.number = number;
        this.product = product;
        this.releaser = releaser;
        this.kind = kind;
        this.stage = begins;
        this.purpose = purpose;
        this.requester = requester;
        this.requesterHat = requesterHat;
        this.requestedAt = at;
        this.movedAt = at;
        this.until = until;
        this.consentDue = consentDue;
        recipients.stream().sorted().forEach(r -> this.recipients.add(new Recipient(this, r)));
    }

    /** The stage as it really is: what changed after its check is to be checked again. */
    Stage stage(byte[] current) {
        boolean stale = stage.underReview() && stage != Stage.LABELLED && !Arrays.equals(basis, current);
        return stale ? Stage.LABELLED : stage;
    }

    ReleaseState state(byte[] current, Instant now) {
        Stage real = stage(current);
        return switch (real) {
            case DRAFT, LABELLED, CHECKED, RISK_REVIEW -> new ReleaseState.UnderReview(real, List.of());
            case ORIGINATOR_CONSENT ->
                new ReleaseState.UnderReview(
                        real,
                        consents.stream()
                                .filter(c -> c.state(now) != ConsentState.GRANTED)
                                .map(c -> c.giver() + " for " + c.receiver())
                                .toList());
            case AUTHORISED -> new ReleaseState.Going(real, List.of(), reviewDue);
            case REGISTERED ->
                new ReleaseState.Going(
                        real,
                        active().stream()
                                .filter(r -> r.handedAt() == null)
                                .map(Recipient::organisation)
                                .toList(),
                        reviewDue);
            case DISSEMINATED, ACKNOWLEDGED, REVIEW_DUE ->
                new ReleaseState.Going(
                        real,
                        active().stream()
                                .filter(r -> r.acknowledgedAt() == null)
                                .map(Recipient::organisation)
                                .toList(),
                        reviewDue);
            case REJECTED, RETURNED, WITHDRAWN, SUPERSEDED ->
                new ReleaseState.Ended(real, endedWhy == null ? "" : endedWhy);
        };
    }

    /** Its sanitised version is confirmed: it can be checked. */
    void labelled(Instant at) {
        if (stage == Stage.DRAFT) {
            to(Stage.LABELLED, at);
        }
    }

    void signed(Signature signature) {
        signatures.add(signature);
    }

    /** Whether version, recipients and caveats are those that were signed, or that the signature itself made. */
    boolean stillAsSigned(byte[] current) {
        return Arrays.equals(basis, current);
    }

    /** The check binds everything after it to what was checked. */
    void checkedFor(byte[] what) {
        basis = what.clone();
    }

    void asks(ConsentRequest question) {
        consents.add(question);
    }

    /** The last question to each giver about each recipient: what was said before has been asked again. */
    List<ConsentRequest> lastAsked() {
        Map<String, ConsentRequest> last = new LinkedHashMap<>();
        consents.forEach(c -> last.put(c.giver() + " " + c.receiver(), c));
        return List.copyOf(last.values());
    }

    /** Whether some giver could be asked again, for a recipient that has not got it. */
    boolean askable(Instant now) {
        return lastAsked().stream()
                .filter(c -> recipient(c.receiver()).handedAt() == null)
                .map(c -> c.state(now))
                .anyMatch(s -> s != ConsentState.ASKED && s != ConsentState.GRANTED);
    }

    /** Those who fell away for want of a consent come back, and the questions have a new date. */
    void asksAgain(Instant at, Instant due) {
        consentDue = due;
        endedWhy = null;
        recipients.forEach(Recipient::comesBack);
        to(Stage.ORIGINATOR_CONSENT, at);
    }

    void to(Stage next, Instant at) {
        stage = next;
        movedAt = at;
    }

    void ended(Stage how, String why, Instant at) {
        to(how, at);
        endedWhy = why;
        active().forEach(r -> r.ended(at, how == Stage.SUPERSEDED ? why : how.name()));
    }

    void reviewDue(Instant at) {
        reviewDue = at;
    }

    Recipient recipient(String organisation) {
        return recipients.stream()
                .filter(r -> r.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    boolean isTo(String organisation) {
        return recipients.stream().anyMatch(r -> r.organisation().equals(organisation));
    }

    /** The recipients that have it or are to get it. */
    List<Recipient> active() {
        return recipients.stream().filter(r -> r.endedAt() == null).toList();
    }

    /** Who checked what is to be released now, if anybody. */
    @Nullable
    String checker(byte[] current) {
        return signatures.stream()
                .filter(s -> s.approves(Step.CHECK, current))
                .map(Signature::person)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    boolean approved(Step step, byte[] current) {
        return signatures.stream().anyMatch(s -> s.approves(step, current));
    }

    boolean repeats(Step step, Verdict verdict, Hat hat) {
        return !signatures.isEmpty() && signatures.getLast().repeats(step, verdict, hat);
    }

    String number() {
        return number;
    }

    String product() {
        return product;
    }

    String releaser() {
        return releaser;
    }

    Kind kind() {
        return kind;
    }

    Stage stored() {
        return stage;
    }

    String purpose() {
        return purpose;
    }

    String requester() {
        return requester;
    }

    String requesterHat() {
        return requesterHat;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant movedAt() {
        return movedAt;
    }

    @Nullable
    Instant until() {
        return until;
    }

    Instant consentDue() {
        return consentDue;
    }

    @Nullable
    Instant reviewDue() {
        return reviewDue;
    }

    List<Recipient> recipients() {
        return List.copyOf(recipients);
    }

    List<String> recipientCodes() {
        return recipients.stream().map(Recipient::organisation).toList();
    }

    List<ConsentRequest> consents() {
        return List.copyOf(consents);
    }

    List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReleaseRequest that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number);
    }
}
