package org.entente.web.handover;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.handover.HandoverPersons;
import org.entente.handover.Handovers;
import org.entente.handover.Move;
import org.entente.handover.OpenWorkView;
import org.entente.handover.OverlapView;
import org.entente.handover.Overlaps;
import org.entente.handover.PersonView;
import org.entente.handover.PlanLine;
import org.entente.handover.ResidualView;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;
import org.entente.people.ActKind;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Chosen;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Who changes hats, who may still read, and what is under way at the transfer. */
@Named
@ViewScoped
public class HandoverPeoplePage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Handovers handovers;

    @Inject
    private HandoverPersons persons;

    @Inject
    private Overlaps looksIn;

    @Inject
    private Schemes schemes;

    @Inject
    private Shell shell;

    private String number = "";
    private final PeopleForm form = new PeopleForm();
    private transient @Nullable PlanLine plan;
    private transient @Nullable Set<Move> moves;
    private transient List<PersonView> people = List.of();
    private transient List<ResidualView> residual = List.of();
    private transient List<OverlapView> overlaps = List.of();
    private transient List<OpenWorkView> openWork = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        moves = handovers.moves(number);
        people = persons.persons(number);
        residual = persons.residual(number);
        overlaps = looksIn.overlaps(number);
        openWork = persons.openWork(number);
    }

    public @Nullable String rehat() {
        return done("REHAT", () -> persons.rehat(number, form.rehatting()));
    }

    public @Nullable String askResidual() {
        return done(
                "ASK_RESIDUAL",
                () -> persons.askResidual(
                        number,
                        Ask.needed("hat", Ask.text(form.getHat())),
                        Objects.requireNonNullElse(form.getPurpose(), ""),
                        Ask.needed("to", Ask.minute("to", form.getTo()))));
    }

    public @Nullable String approve(String hat) {
        return done("APPROVE_RESIDUAL", () -> persons.approveResidual(number, hat));
    }

    public @Nullable String overlap() {
        return done(
                "GRANT_OVERLAP",
                () -> looksIn.ask(number, Ask.needed("hat", Ask.text(form.getPlanner())), form.looksInto()));
    }

    public @Nullable String approve(OverlapView asked) {
        return done("APPROVE_OVERLAP", () -> looksIn.approve(number, asked.hat(), asked.product()));
    }

    public @Nullable String settle() {
        return done(
                "SETTLE_OPEN_WORK",
                () -> persons.settle(
                        number,
                        Ask.needed("reference", Ask.text(form.getReference())),
                        Chosen.word(OpenWorkView.Settlement.class, form.getDecision(), "decision"),
                        Ask.text(form.getNote())));
    }

    private @Nullable String done(String move, Runnable step) {
        try {
            step.run();
            shell.say("done.handover." + move);
            return "handover-people?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.SecondFactorRequired) {
                shell.proveYourself("/handover-people.xhtml?number=" + number, null);
                return null;
            }
            objected = Objected.of(refused);
            load();
            return null;
        }
    }

    public boolean may(String move) {
        Set<Move> known = moves;
        if (known == null) {
            known = handovers.moves(number);
            moves = known;
        }
        return known.contains(Move.valueOf(move));
    }

    /** What this side has not approved yet. */
    public boolean approvable(ResidualView asked) {
        boolean predecessor = may("ASK_RESIDUAL");
        return may("APPROVE_RESIDUAL") && (predecessor ? asked.approvedFrom() : asked.approvedTo()) == null;
    }

    /** Those whose time is over while something is missing. */
    public List<PersonView> getOverdue() {
        return people.stream().filter(PersonView::overdue).toList();
    }

    /** Who serves in the old mission, for either side. */
    public List<String> getServing() {
        return Stream.of(getPlan().predecessor(), getPlan().successor())
                .distinct()
                .flatMap(o -> persons.serving(number, o).stream())
                .toList();
    }

    public List<String> getLeaving() {
        return persons.serving(number, getPlan().predecessor());
    }

    /** Roles that a handover may give. */
    public List<String> getRoles() {
        return ActKind.REHATTING.roles().stream().map(Enum::name).toList();
    }

    /** Levels of the successor's scheme, for the clearance that comes with the hat. */
    public List<SchemeView.LevelView> getLevels() {
        return schemes.list().stream()
                .filter(s -> s.organisation().equals(getPlan().successor()))
                .flatMap(s -> s.levels().stream())
                .filter(SchemeView.LevelView::classified)
                .toList();
    }

    public PlanLine getPlan() {
        PlanLine known = plan;
        if (known == null) {
            known = handovers.line(number);
            plan = known;
        }
        return known;
    }

    public List<OverlapView> getOverlaps() {
        return overlaps;
    }

    public List<PersonView> getPeople() {
        return people;
    }

    public List<ResidualView> getResidual() {
        return residual;
    }

    public List<OpenWorkView> getOpenWork() {
        return openWork;
    }

    public List<OpenWorkView.Settlement> getSettlements() {
        return Arrays.asList(OpenWorkView.Settlement.values());
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public PeopleForm getForm() {
        return form;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }
}
