package org.entente.web.handover;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.handover.Board;
import org.entente.handover.Givers;
import org.entente.handover.Handovers;
import org.entente.handover.Move;
import org.entente.handover.PlanView;
import org.entente.handover.Stage;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** One plan as a board: where it stands, what is next, what stands in the way, and what this hat may do. */
@Named
@ViewScoped
public class HandoverPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Handovers handovers;

    @Inject
    private Givers givers;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable String note;
    private @Nullable String due;
    private @Nullable String reason;
    private @Nullable String lessons;
    private transient @Nullable Board board;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        board = handovers.board(number);
        lessons = getPlan().lessons();
        note = shell.kept(here());
    }

    public @Nullable String takeInventory() {
        return done(Move.TAKE_INVENTORY, () -> handovers.takeInventory(number));
    }

    /** What is signed is what the page showed. */
    public @Nullable String sign() {
        return done(
                Move.SIGN,
                () -> handovers.signShown(
                        number,
                        Ask.needed("act", getPlan().next()),
                        Ask.needed("digest", getBoard().digest()),
                        Ask.text(note)));
    }

    public @Nullable String askGivers() {
        return done(Move.ASK_GIVERS, () -> givers.ask(number, Ask.minute("due", due)));
    }

    public @Nullable String carryOut() {
        return done(Move.CARRY_OUT, () -> handovers.carryOut(number));
    }

    public @Nullable String suspend() {
        return done(Move.SUSPEND, () -> handovers.suspend(number, true, Objects.requireNonNullElse(reason, "")));
    }

    public @Nullable String resume() {
        return done(Move.RESUME, () -> handovers.suspend(number, false, Objects.requireNonNullElse(reason, "")));
    }

    public @Nullable String keepLessons() {
        return done(Move.KEEP_LESSONS, () -> handovers.lessons(number, Objects.requireNonNullElse(lessons, "")));
    }

    public @Nullable String doStep(int ordinal) {
        return done(Move.DO_STEP, () -> handovers.step(number, ordinal));
    }

    private String here() {
        return "/handover.xhtml?number=" + getPlan().number();
    }

    private @Nullable String done(Move move, Runnable step) {
        try {
            step.run();
            shell.say("done.handover." + move);
            return "handover?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.SecondFactorRequired) {
                shell.proveYourself(here(), note);
                return null;
            }
            board = null;
            objected = Objected.of(refused);
            return null;
        }
    }

    public boolean may(String move) {
        return getBoard().moves().contains(Move.valueOf(move));
    }

    public Board getBoard() {
        Board known = board;
        if (known == null) {
            known = handovers.board(number);
            board = known;
        }
        return known;
    }

    public PlanView getPlan() {
        return getBoard().plan();
    }

    /** What stands in the way, as an objection, so that it is said in the reader's language. */
    public Objection objection(PlanView.Blocker blocker) {
        return new Objection(
                blocker.reference() == null ? "plan" : "item " + blocker.reference(),
                blocker.rule(),
                blocker.message());
    }

    /** The course of a handover, and its breaking off only where it was broken off. */
    public List<Stage> getStages() {
        return Arrays.stream(Stage.values())
                .filter(s -> s != Stage.ABORTED || getPlan().stage() == Stage.ABORTED)
                .toList();
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = due;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getLessons() {
        return lessons;
    }

    public void setLessons(@Nullable String lessons) {
        this.lessons = lessons;
    }
}
