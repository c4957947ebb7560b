package org.entente.web.handover;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.handover.Board;
import org.entente.handover.Givers;
import org.entente.handover.Handovers;
import org.entente.handover.Inventories;
import org.entente.handover.Move;
import org.entente.handover.Obstacle;
import org.entente.handover.Outcome;
import org.entente.handover.PlanView;
import org.entente.handover.Reconciliation;
import org.entente.handover.Stage;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.entente.web.shell.Words;
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
    private Inventories inventories;

    @Inject
    private Shell shell;

    @Inject
    private Words words;

    private String number = "";
    private @Nullable String note;
    private @Nullable String due;
    private @Nullable String toa;
    private @Nullable String reason;
    private @Nullable String lessons;
    private Integer[] waived = {};
    private transient @Nullable Board board;
    private transient @Nullable Reconciliation reconciliation;
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
                () -> handovers.sign(
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

    public @Nullable String postpone() {
        return done(Move.POSTPONE, () -> handovers.postpone(number, Ask.needed("toa", Ask.minute("toa", toa))));
    }

    public @Nullable String abort() {
        return done(Move.ABORT, () -> handovers.abort(number, Objects.requireNonNullElse(reason, "")));
    }

    /** Steps that are ticked are left out. */
    public @Nullable String accelerate() {
        return done(
                Move.ACCELERATE,
                () -> handovers.accelerate(number, List.of(waived), Objects.requireNonNullElse(reason, "")));
    }

    public @Nullable String waiveBenchmarks() {
        return done(
                Move.WAIVE_BENCHMARKS, () -> handovers.waiveBenchmarks(number, Objects.requireNonNullElse(reason, "")));
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

    /** What stands in the way, in the reader's language. */
    public String said(Obstacle obstacle) {
        String field = obstacle.where() == Obstacle.Place.PLAN ? "plan" : "item";
        return words.objection(new Objection(field, obstacle.rule(), obstacle.message()));
    }

    /** Items whose words are not those that were sealed. */
    public int getMismatches() {
        return getBoard().obstacles().stream()
                .filter(o -> o.rule().equals("HND-05"))
                .mapToInt(Obstacle::count)
                .sum();
    }

    public Reconciliation getReconciliation() {
        Reconciliation known = reconciliation;
        if (known == null) {
            known = inventories.reconciliation(number);
            reconciliation = known;
        }
        return known;
    }

    /** For an address: some levels have a slash or a space in them. */
    public String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    public List<Outcome> getOutcomes() {
        return Arrays.asList(Outcome.values());
    }

    public int of(Reconciliation.Line line, Outcome outcome) {
        return line.outcomes().getOrDefault(outcome, 0);
    }

    public int all(Outcome outcome) {
        return getReconciliation().outcomes().getOrDefault(outcome, 0);
    }

    /** Whether anything may be done to the course of it. */
    public boolean isSteerable() {
        return Stream.of(Move.POSTPONE, Move.SUSPEND, Move.RESUME, Move.ABORT, Move.ACCELERATE, Move.WAIVE_BENCHMARKS)
                .anyMatch(getBoard().moves()::contains);
    }

    /** Steps that can still be left out. */
    public List<PlanView.StepView> getOpenSteps() {
        return getPlan().steps().stream()
                .filter(s -> s.doneAt() == null && s.waivedWhy() == null)
                .toList();
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

    public @Nullable String getToa() {
        return toa;
    }

    public void setToa(@Nullable String toa) {
        this.toa = toa;
    }

    public Integer[] getWaived() {
        return waived.clone();
    }

    public void setWaived(Integer[] waived) {
        this.waived = waived.clone();
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
