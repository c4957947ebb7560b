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
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;
import org.entente.release.ArrangementStatus;
import org.entente.release.ArrangementView;
import org.entente.release.Arrangements;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Arrangements that one's organisation is party to, with the buttons that its side of each opens. */
@Named
@ViewScoped
public class ArrangementPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Arrangements arrangements;

    @Inject
    private Schemes schemes;

    @Inject
    private Shell shell;

    private @Nullable String receiver;
    private @Nullable String mission;
    private @Nullable String cap;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String basis;
    private @Nullable String conditions;
    private final Map<String, String> reasons = new HashMap<>();
    private transient List<ArrangementView> all = List.of();
    private transient List<SchemeView> known = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        all = arrangements.list();
        if (shell.may("CHANGE_ARRANGEMENT")) {
            known = schemes.list();
        }
    }

    public @Nullable String propose() {
        return done(
                "done.proposed",
                () -> arrangements.propose(
                        receiver == null ? "" : receiver,
                        Ask.text(mission),
                        cap == null ? "" : cap,
                        Ask.day("from", from),
                        Ask.day("to", to),
                        basis == null ? "" : basis,
                        Ask.text(conditions)));
    }

    public @Nullable String agree(String number) {
        return done("done.agreed", () -> arrangements.agree(number));
    }

    public @Nullable String suspend(String number) {
        return done("done.suspended", () -> arrangements.suspend(number, reason(number)));
    }

    public @Nullable String resume(String number) {
        return done("done.resumed", () -> arrangements.resume(number, reason(number)));
    }

    public @Nullable String end(String number) {
        return done("done.ended", () -> arrangements.end(number, reason(number)));
    }

    private String reason(String number) {
        return reasons.getOrDefault(number, "");
    }

    private @Nullable String done(String notice, Runnable change) {
        try {
            change.run();
            shell.say(notice);
            return "arrangements?faces-redirect=true";
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    public boolean agreeable(ArrangementView a) {
        return mayChange(a) && a.status() == ArrangementStatus.DRAFT && own(a.receiver());
    }

    public boolean suspendable(ArrangementView a) {
        return mayChange(a) && a.status() == ArrangementStatus.IN_FORCE && own(a.giver());
    }

    public boolean resumable(ArrangementView a) {
        return mayChange(a) && a.status() == ArrangementStatus.SUSPENDED && own(a.giver());
    }

    public boolean endable(ArrangementView a) {
        return mayChange(a) && a.status() != ArrangementStatus.ENDED;
    }

    /** What came with the world's file has no number, and is changed there. */
    private boolean mayChange(ArrangementView a) {
        String number = a.number();
        return number != null && !number.isEmpty() && shell.may("CHANGE_ARRANGEMENT");
    }

    private boolean own(String organisation) {
        return organisation.equals(shell.getMe().organisation());
    }

    public List<String> getPartners() {
        return known.stream().map(SchemeView::organisation).filter(o -> !own(o)).toList();
    }

    public List<SchemeView.LevelView> getLevels() {
        return known.stream()
                .filter(s -> own(s.organisation()))
                .flatMap(s -> s.levels().stream())
                .toList();
    }

    public List<ArrangementView> getAll() {
        return all;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public Map<String, String> getReasons() {
        return reasons;
    }

    public @Nullable String getReceiver() {
        return receiver;
    }

    public void setReceiver(@Nullable String receiver) {
        this.receiver = receiver;
    }

    public @Nullable String getMission() {
        return mission;
    }

    public void setMission(@Nullable String mission) {
        this.mission = mission;
    }

    public @Nullable String getCap() {
        return cap;
    }

    public void setCap(@Nullable String cap) {
        this.cap = cap;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }

    public @Nullable String getConditions() {
        return conditions;
    }

    public void setConditions(@Nullable String conditions) {
        this.conditions = conditions;
    }
}
