package org.entente.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.entente.identity.Hat;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, by whom, until when. It never changes; only where the broker passes it on for somebody who is not to be
 * known, the broker's words are set beside the asker's own, and the addressees see those alone.
 */
@Entity
@Table(name = "request")
class Request {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String number = "";
    private String requester = "";
    private String hat = "";
    private String person = "";
    private boolean anonymous;
    private String marking = "";
    private String subject = "";
    private String question = "";
    private String justification = "";
    private String topics = "";
    private String areas = "";
    private @Nullable String mission;
    private @Nullable String requirement;

    @Column(name = "asked_at")
    private Instant askedAt = Instant.EPOCH;

    private Instant deadline = Instant.EPOCH;

    @Column(name = "shown_subject")
    private @Nullable String shownSubject;

    @Column(name = "shown_question")
    private @Nullable String shownQuestion;

    @Column(name = "shown_topics")
    private @Nullable String shownTopics;

    @Column(name = "shown_areas")
    private @Nullable String shownAreas;

    @Column(name = "shown_mission")
    private @Nullable String shownMission;

    @Column(name = "shown_deadline")
    private @Nullable Instant shownDeadline;

    @jakarta.persistence.Version
    @Column(name = "lock_version")
    private int lockVersion;

    protected Request() {}

    Request(String number, Asking asking, String banner, Hat asker, Instant at) {
        this.number = number;
        this.requester = asker.organisation();
        this.hat = asker.id();
        this.person = asker.person();
        this.anonymous = asking.anonymous();
        this.marking = banner;
        this.subject = asking.subject().strip();
        this.question = asking.question();
        this.justification = asking.justification();
        this.topics = Lines.of(asking.topics());
        this.areas = Lines.of(asking.areas());
        this.mission = asking.mission();
        this.requirement = asking.requirement();
        this.askedAt = at;
        this.deadline = asking.deadline();
    }

    void forwarded(Forwarding words) {
        shownSubject = words.subject().strip();
        shownQuestion = words.question();
        shownTopics = Lines.of(words.topics());
        shownAreas = Lines.of(words.areas());
        shownMission = words.mission();
        shownDeadline = words.deadline() == null ? deadline : words.deadline();
    }

    boolean isBy(Hat someone) {
        return person.equals(someone.person());
    }

    /** The words as that party reads them. */
    Words words(Party party) {
        if (anonymous && party == Party.ADDRESSEE) {
            return Objects.requireNonNull(shown(), "a request that was not passed on has no addressee");
        }
        return new Words(subject, question, Lines.read(topics), Lines.read(areas), mission, deadline);
    }

    /** The broker's words; null while it has not been passed on. */
    @Nullable
    Words shown() {
        return shownSubject == null
                ? null
                : new Words(
                        shownSubject,
                        Objects.requireNonNull(shownQuestion),
                        Lines.read(Objects.requireNonNull(shownTopics)),
                        Lines.read(Objects.requireNonNull(shownAreas)),
                        shownMission,
                        Objects.requireNonNull(shownDeadline));
    }

    record Words(
            String subject,
            String question,
            List<String> topics,
            List<String> areas,
            @Nullable String mission,
            Instant deadline) {}

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    String requester() {
        return requester;
    }

    String hat() {
        return hat;
    }

    String person() {
        return person;
    }

    boolean anonymous() {
        return anonymous;
    }

    String marking() {
        return marking;
    }

    String justification() {
        return justification;
    }

    @Nullable
    String requirement() {
        return requirement;
    }

    Instant askedAt() {
        return askedAt;
    }
}
