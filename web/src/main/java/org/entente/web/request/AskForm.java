package org.entente.web.request;

import java.time.Instant;
import java.util.List;
import org.entente.gate.Refused;
import org.entente.request.Asking;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** A request as it is being typed. */
public class AskForm {
    private @Nullable List<String> addressees;
    private @Nullable String subject;
    private @Nullable String question;
    private @Nullable String justification;
    private @Nullable String topics;
    private @Nullable String areas;
    private @Nullable String mission;
    private @Nullable String deadline;
    private @Nullable String marking;
    private @Nullable String requirement;
    private boolean anonymous;

    Asking asking() {
        return new Asking(
                addressees == null ? List.of() : addressees,
                FormText.or(subject),
                FormText.or(question),
                FormText.or(justification),
                FormText.words(topics),
                FormText.words(areas),
                Ask.text(mission),
                instant(deadline),
                FormText.or(marking),
                Ask.text(requirement),
                anonymous);
    }

    /** As the field gives it, to the minute and in UTC. */
    static Instant instant(@Nullable String text) {
        Instant instant = Ask.minute("deadline", text);
        if (instant == null) {
            throw Refused.objected("invalid-request", "deadline", "PKI-05", "A request has a deadline.");
        }
        return instant;
    }

    public @Nullable List<String> getAddressees() {
        return addressees;
    }

    public void setAddressees(@Nullable List<String> addressees) {
        this.addressees = addressees;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getQuestion() {
        return question;
    }

    public void setQuestion(@Nullable String question) {
        this.question = question;
    }

    public @Nullable String getJustification() {
        return justification;
    }

    public void setJustification(@Nullable String justification) {
        this.justification = justification;
    }

    public @Nullable String getTopics() {
        return topics;
    }

    public void setTopics(@Nullable String topics) {
        this.topics = topics;
    }

    public @Nullable String getAreas() {
        return areas;
    }

    public void setAreas(@Nullable String areas) {
        this.areas = areas;
    }

    public @Nullable String getMission() {
        return mission;
    }

    public void setMission(@Nullable String mission) {
        this.mission = mission;
    }

    public @Nullable String getDeadline() {
        return deadline;
    }

    public void setDeadline(@Nullable String deadline) {
        this.deadline = deadline;
    }

    public @Nullable String getMarking() {
        return marking;
    }

    public void setMarking(@Nullable String marking) {
        this.marking = marking;
    }

    public @Nullable String getRequirement() {
        return requirement;
    }

    public void setRequirement(@Nullable String requirement) {
        this.requirement = requirement;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public void setAnonymous(boolean anonymous) {
        this.anonymous = anonymous;
    }
}
