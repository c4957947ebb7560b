package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.product.ProductView;
import org.entente.product.Products;
import org.entente.product.Purpose;
import org.entente.product.Reading;
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
    private static final Set<Step> SIGNED = EnumSet.of(Step.CHECK, Step.RISK, Step.AUTHORISATION, Step.REVIEW);

    @Inject
    private Releases releases;

    @Inject
    private Products products;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable String seen;
    private final Map<String, String> reasons = new HashMap<>();
    private transient Objected objected = Objected.NOTHING;
    private transient @Nullable ReleaseView release;
    private transient @Nullable ProductView words;
    private transient boolean unread;

    public void load() {
        HashMap<?, ?> kept = shell.kept(here(), HashMap.class);
        if (kept != null) {
            kept.forEach((step, reason) -> reasons.put((String) step, (String) reason));
        }
        ReleaseView shown = releases.see(number);
        release = shown;
        seen = shown.seen();
        words = null;
        unread = false;
        if (getMine().stream().anyMatch(n -> SIGNED.contains(n.step()))) {
            words = read(shown.product());
            unread = words == null;
        }
    }

    /** What is signed for is read first, by whoever may; the reading is in the record. */
    private @Nullable ProductView read(String product) {
        try {
            return products.readFor(product, Purpose.LABELLING) instanceof Reading.Full full ? full.product() : null;
        } catch (Refused refused) {
            return null;
        }
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
                case CHECK -> releases.check(number, saying, seen);
                case RISK -> releases.reviewRisk(number, saying, seen);
                case AUTHORISATION -> releases.authorise(number, saying, seen);
                case REVIEW -> releases.review(number, saying, seen);
                case CONSENT,
                        ASK_AGAIN,
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
                case REGISTRATION -> releases.register(number, seen);
                case RECEIPT -> releases.receive(number, seen);
                case ACKNOWLEDGEMENT -> releases.acknowledge(number);
                case USE_REPORT -> releases.reportUse(number, reason);
                case REPORT -> releases.report(number, reason);
                case RECALL -> releases.recall(number, reason);
                case DISPOSAL -> releases.dispose(number, reason);
                case ASK_AGAIN -> releases.askAgain(number, reason);
                case CANCELLATION -> releases.cancel(number, reason);
                case CHECK, CONSENT, RISK, AUTHORISATION, REVIEW -> throw Refused.notFound();
            }
        });
    }

    private String here() {
        return "/release.xhtml?number=" + number;
    }

    private @Nullable String done(String notice, Runnable step) {
        try {
            step.run();
            shell.say(notice);
            return "release?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            if (Objected.unproved(refused)) {
                shell.proveYourself(here(), new HashMap<>(reasons));
                return null;
            }
            objected = Objected.of(refused);
            if (release == null || Objected.changed(refused)) {
                load();
            }
            return null;
        }
    }

    public @Nullable ReleaseView getRelease() {
        return release;
    }

    /** What goes out, as the one who is to sign for it may read it; null where nothing is to be signed. */
    public @Nullable ProductView getWords() {
        return words;
    }

    /** Whether something is to be signed that the acting hat cannot read here. */
    public boolean isUnread() {
        return unread;
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
                        .filter(n -> !n.mine() && n.step().isDuty())
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
                || step == Step.ASK_AGAIN
                || step == Step.USE_REPORT
                || step == Step.REPORT;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public Map<String, String> getReasons() {
        return reasons;
    }

    /** The seal over what this page showed; it comes back with the form. */
    public @Nullable String getSeen() {
        return seen;
    }

    public void setSeen(@Nullable String seen) {
        this.seen = seen;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }
}
