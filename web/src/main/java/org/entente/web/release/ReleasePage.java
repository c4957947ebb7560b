package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.release.ConsentState;
import org.entente.release.ConsentView;
import org.entente.release.NextStep;
import org.entente.release.ReleaseView;
import org.entente.release.Releases;
import org.entente.release.Saying;
import org.entente.release.Step;
import org.entente.release.Verdict;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** One release, with a form for every step that is the acting hat's to take now and for no other. */
@Named
@ViewScoped
public class ReleasePage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Releases releases;

    @Inject
    private Shell shell;

    private String number = "";
    private final Map<String, String> reasons = new HashMap<>();
    private transient Objected objected = Objected.NOTHING;
    private transient @Nullable ReleaseView release;

    public void load() {
        release = releases.see(number);
    }

    public @Nullable String approve(Step step) {
        return say(step, Verdict.APPROVE);
    }

    public @Nullable String refuse(Step step) {
        return say(step, Verdict.REFUSE);
    }

    public @Nullable String sendBack(Step step) {
        return say(step, Verdict.RETURN);
    }

    private @Nullable String say(Step step, Verdict verdict) {
        Saying saying = new Saying(verdict, Ask.text(reasons.get(step.name())));
        return done("done.said." + verdict, () -> {
            switch (step) {
                case CHECK -> releases.check(number, saying);
                case RISK -> releases.reviewRisk(number, saying);
                case AUTHORISATION -> releases.authorise(number, saying);
                case REVIEW -> releases.review(number, saying);
                case CONSENT,
                        REGISTRATION,
                        RECEIPT,
                        ACKNOWLEDGEMENT,
                        USE_REPORT,
                        REPORT,
                        RECALL,
                        DISPOSAL,
                        CANCELLATION -> throw Refused.notFound();
            }
        });
    }

    /** A step at which there is nothing to refuse. */
    public @Nullable String take(Step step) {
        String reason = reasons.getOrDefault(step.name(), "");
        return done("done.step." + step, () -> {
            switch (step) {
                case REGISTRATION -> releases.register(number);
                case RECEIPT -> releases.receive(number);
                case ACKNOWLEDGEMENT -> releases.acknowledge(number);
                case USE_REPORT -> releases.reportUse(number, reason);
                case REPORT -> releases.report(number, reason);
                case RECALL -> releases.recall(number, reason);
                case DISPOSAL -> releases.dispose(number, reason);
                case CANCELLATION -> releases.cancel(number, reason);
                case CHECK, CONSENT, RISK, AUTHORISATION, REVIEW -> throw Refused.notFound();
            }
        });
    }

    private @Nullable String done(String notice, Runnable step) {
        try {
            step.run();
            shell.say(notice);
            return "release?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            if (release == null) {
                load();
            }
            return null;
        }
    }

    public @Nullable ReleaseView getRelease() {
        return release;
    }

    public List<Point> getPoints() {
        return release == null ? List.of() : Point.of(release, shell.getMe().now());
    }

    /** What the acting hat may do now. */
    public List<NextStep> getMine() {
        return release == null
                ? List.of()
                : release.next().stream().filter(NextStep::mine).toList();
    }

    /** Who else must act for it to go on; calling back and cancelling are nobody's duty. */
    public List<NextStep> getOthers() {
        return release == null
                ? List.of()
                : release.next().stream()
                        .filter(n -> !n.mine() && n.step() != Step.RECALL && n.step() != Step.CANCELLATION)
                        .toList();
    }

    /** The questions that the acting hat's organisation has not answered. */
    public List<ConsentView> getQuestions() {
        return release == null
                ? List.of()
                : release.consents().stream()
                        .filter(c -> c.state() == ConsentState.ASKED
                                && c.giver().equals(shell.getMe().organisation()))
                        .toList();
    }

    /** Whether it takes something away from somebody. */
    public boolean grave(Step step) {
        return step == Step.RECALL || step == Step.CANCELLATION;
    }

    /** Whether words are needed with it. */
    public boolean worded(Step step) {
        return step.judges()
                || step == Step.RECALL
                || step == Step.CANCELLATION
                || step == Step.DISPOSAL
                || step == Step.USE_REPORT
                || step == Step.REPORT;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public Map<String, String> getReasons() {
        return reasons;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }
}
