package org.entente.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One organisation's part in a release: its copy, its receipt, its acknowledgement, and how it ended. */
@Entity
@Table(name = "release_recipient")
class Recipient {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @SuppressWarnings("UnusedVariable") // it owns the column
    @ManyToOne(optional = false)
    @JoinColumn(name = "release_id")
    private @Nullable ReleaseRequest release;

    private String organisation = "";

    @Column(name = "copy_no")
    private @Nullable Integer copyNo;

    @Column(name = "handed_at")
    private @Nullable Instant handedAt;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_why")
    private @Nullable String endedWhy;

    @Column(name = "disposed_at")
    private @Nullable Instant disposedAt;

    protected Recipient() {}

    Recipient(ReleaseRequest release, String organisation) {
        this.release = release;
        this.organisation = organisation;
    }

    void numbered(int copy) {
        copyNo = copy;
    }

    void received(Instant at) {
        handedAt = at;
    }

    void acknowledged(String hat, Instant at) {
        acknowledgedAt = at;
        acknowledgedBy = hat;
    }

    /** It no longer has it, or never will. */
    void ended(Instant at, String why) {
        if (endedAt == null) {
            endedAt = at;
            endedWhy = why;
        }
    }

    /** It fell away for want of a consent, which is asked for again. */
    void comesBack() {
        if (handedAt == null && endedWhy != null && endedWhy.startsWith("CAV-13 ")) {
            endedAt = null;
            endedWhy = null;
        }
    }

    /** Its copy came back or was destroyed. */
    void disposed(Instant at) {
        disposedAt = at;
    }

    String organisation() {
        return organisation;
    }

    @Nullable
    Integer copyNo() {
        return copyNo;
    }

    @Nullable
    Instant handedAt() {
        return handedAt;
    }

    @Nullable
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    Instant disposedAt() {
        return disposedAt;
    }

    RecipientView view() {
        return new RecipientView(
                organisation, copyNo, handedAt, acknowledgedAt, acknowledgedBy, endedAt, endedWhy, disposedAt);
    }
}
