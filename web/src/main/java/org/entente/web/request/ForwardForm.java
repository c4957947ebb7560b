package org.entente.web.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.request.Forwarding;
import org.entente.request.RequestView;
import org.entente.web.shell.Ask;
import org.jspecify.annotations.Nullable;

/** An anonymous request in the broker's words, as they are being typed: the asker's own to begin with, and no marking. */
public class ForwardForm {
    private @Nullable String subject;
    private @Nullable String question;
    private @Nullable String topics;
    private @Nullable String areas;
    private @Nullable String mission;
    private @Nullable String deadline;
    private List<Mark> marks = List.of();

    /** The marking for one addressee. */
    public static class Mark {
        private final String organisation;
        private @Nullable String marking;

        Mark(String organisation) {
            this.organisation = organisation;
        }

        public String getOrganisation() {
            return organisation;
        }

        public @Nullable String getMarking() {
            return marking;
        }

        public void setMarking(@Nullable String marking) {
            this.marking = marking;
        }
    }

    static ForwardForm of(RequestView request) {
        ForwardForm form = new ForwardForm();
        form.subject = request.subject();
        form.question = request.question();
        form.topics = String.join("\n", request.topics());
        form.areas = String.join("\n", request.areas());
        form.mission = request.mission();
        form.deadline = request.deadline().toString();
        form.marks = new ArrayList<>(
                request.replies().stream().map(r -> new Mark(r.organisation())).toList());
        return form;
    }

    Forwarding forwarding() {
        Map<String, String> markings = new TreeMap<>();
        marks.forEach(m -> markings.put(m.organisation, FormText.or(m.marking)));
        return new Forwarding(
                FormText.or(subject),
                FormText.or(question),
                FormText.words(topics),
                FormText.words(areas),
                Ask.text(mission),
                Ask.text(deadline) == null ? null : AskForm.instant(deadline),
                markings);
    }

    public List<Mark> getMarks() {
        return marks;
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
}
