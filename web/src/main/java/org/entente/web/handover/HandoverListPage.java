package org.entente.web.handover;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.handover.ConsentView;
import org.entente.handover.Givers;
import org.entente.handover.Handovers;
import org.entente.handover.LessonView;
import org.entente.handover.PlanLine;
import org.entente.handover.PlanView;
import org.entente.mission.Missions;
import org.entente.mission.RelationType;
import org.entente.mission.RelationView;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Plans of one's organisation, what it is asked to consent to, and a plan to be drawn up. */
@Named
@ViewScoped
public class HandoverListPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 20;

    @Inject
    private Handovers handovers;

    @Inject
    private Givers givers;

    @Inject
    private Missions missions;

    @Inject
    private Schemes schemes;

    @Inject
    private Shell shell;

    private @Nullable String consent;
    private @Nullable String page;
    private final PlanForm form = new PlanForm();
    private @Nullable String reason;
    private @Nullable String alternative;
    private @Nullable String reference;
    private transient List<PlanLine> plans = List.of();
    private transient List<ConsentView> asked = List.of();
    private transient @Nullable List<LessonView> lessons;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        plans = handovers.lines();
        asked = givers.asked();
        if (consent != null && getOne() == null) {
            throw Refused.notFound();
        }
    }

    /** What is to be read before a plan is drawn up. */
    public List<LessonView> getLessons() {
        List<LessonView> known = lessons;
        if (known == null) {
            known = handovers.lessons();
            lessons = known;
        }
        return known;
    }

    public @Nullable String draft() {
        try {
            PlanView plan = handovers.draft(form.drafting());
            shell.say("done.handover.drafted");
            return "handover?faces-redirect=true&number=" + plan.number();
        } catch (Refused refused) {
            return objected(refused);
        }
    }

    public @Nullable String grant() {
        return answer(true);
    }

    public @Nullable String refuse() {
        return answer(false);
    }

    private @Nullable String answer(boolean granted) {
        try {
            givers.answer(
                    Ask.needed("consent", consent),
                    granted,
                    Ask.text(reason),
                    granted ? null : Ask.text(alternative),
                    Ask.text(reference));
            shell.say(granted ? "done.consent.granted" : "done.consent.refused");
            return "handovers?faces-redirect=true";
        } catch (Refused refused) {
            return objected(refused);
        }
    }

    public @Nullable String grantTicked() {
        return answerTicked(true);
    }

    public @Nullable String refuseTicked() {
        return answerTicked(false);
    }

    /** Each question is answered by itself; what was answered before one that is objected to stays answered. */
    private @Nullable String answerTicked(boolean granted) {
        try {
            for (String question : Ticked.boxes()) {
                givers.answer(question, granted, Ask.text(reason), null, null);
            }
            shell.say(granted ? "done.consent.granted" : "done.consent.refused");
            return "handovers?faces-redirect=true";
        } catch (Refused refused) {
            return objected(refused);
        }
    }

    private @Nullable String objected(Refused refused) {
        objected = Objected.of(refused);
        load();
        return null;
    }

    /** The question that is to be answered. */
    public @Nullable ConsentView getOne() {
        return asked.stream()
                .filter(c -> c.number().equals(consent))
                .findFirst()
                .orElse(null);
    }

    public boolean isAnswerable() {
        ConsentView one = getOne();
        return one != null && one.state() == ConsentView.State.ASKED && shell.may("ANSWER_GIVER");
    }

    /** Relations in which something is handed over. */
    public List<RelationView> getRelations() {
        return missions.relations().stream()
                .filter(r -> r.type() == RelationType.SEQUENTIAL)
                .toList();
    }

    public List<String> getOrganisations() {
        return schemes.list().stream().map(SchemeView::organisation).sorted().toList();
    }

    public List<PlanLine> getPlans() {
        return plans;
    }

    /** Some of them, those first that wait for an answer. */
    public List<ConsentView> getAsked() {
        return asked.stream()
                .sorted(Comparator.comparing(c -> c.state() != ConsentView.State.ASKED))
                .skip((long) (getLeaf() - 1) * ROWS)
                .limit(ROWS)
                .toList();
    }

    public long getWaiting() {
        return asked.stream().filter(c -> c.state() == ConsentView.State.ASKED).count();
    }

    public boolean isMore() {
        return (long) getLeaf() * ROWS < asked.size();
    }

    public int getLeaf() {
        return page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public PlanForm getForm() {
        return form;
    }

    public @Nullable String getConsent() {
        return consent;
    }

    public void setConsent(@Nullable String consent) {
        this.consent = Ask.text(consent);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getAlternative() {
        return alternative;
    }

    public void setAlternative(@Nullable String alternative) {
        this.alternative = alternative;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }
}
