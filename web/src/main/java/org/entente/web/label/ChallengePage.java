package org.entente.web.label;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.label.ChallengeView;
import org.entente.label.Challenges;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Challenges to levels: one's own, those to one's organisation, and a new one. */
@Named
@ViewScoped
public class ChallengePage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Challenges challenges;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable String seen;
    private @Nullable String product;
    private @Nullable String side;
    private @Nullable String reason;
    private @Nullable String answer;
    private transient List<ChallengeView> all = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        all = challenges.list();
        ChallengeView one = getOne();
        if (!number.isEmpty() && one == null) {
            throw Refused.notFound();
        }
        seen = one == null ? null : one.seen();
    }

    public @Nullable String make() {
        try {
            ChallengeView made = challenges.challenge(product == null ? "" : product, reason);
            shell.say("done.challenged");
            return "challenges?faces-redirect=true&number=" + made.number();
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    public @Nullable String uphold() {
        return answered(false);
    }

    public @Nullable String change() {
        return answered(true);
    }

    private @Nullable String answered(boolean changed) {
        try {
            challenges.answer(number, changed, answer, seen);
            shell.say("done.challengeAnswered");
            return "challenges?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            if (all.isEmpty() || Objected.changed(refused)) {
                load();
            }
            return null;
        }
    }

    public @Nullable ChallengeView getOne() {
        return all.stream().filter(c -> c.number().equals(number)).findFirst().orElse(null);
    }

    /** Those of the side that is asked for. */
    public List<ChallengeView> getShown() {
        String own = shell.getMe().organisation();
        return all.stream()
                .filter(c -> switch (side == null ? "" : side) {
                    case "MINE" -> c.mine();
                    case "OURS" -> c.challenger().equals(own);
                    case "TO_ANSWER" -> c.originator().equals(own) && c.answeredAt() == null;
                    default -> true;
                })
                .toList();
    }

    public List<String> getSides() {
        return List.of("MINE", "OURS", "TO_ANSWER");
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    /** The seal over the question as this page showed it; it comes back with the answer. */
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

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public @Nullable String getSide() {
        return side;
    }

    public void setSide(@Nullable String side) {
        this.side = side;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }
}
