package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.gate.Action;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.marking.Control;
import org.entente.organisation.SchemeView;
import org.entente.organisation.Schemes;
import org.entente.release.ArrangementStatus;
import org.entente.release.ArrangementView;
import org.entente.release.Arrangements;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Arrangements that one's organisation is party to, with the buttons that its side of each opens. */
@Named
@ViewScoped
public class ArrangementPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String HERE = "/arrangements.xhtml";

    @Inject
    private Arrangements arrangements;

    @Inject
    private Schemes schemes;

    @Inject
    private Shell shell;

    private ArrangementForm form = new ArrangementForm();
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, String> seals = new HashMap<>();
    private transient List<ArrangementView> all = List.of();
    private transient List<Arrangements.Partner> partners = List.of();
    private transient List<SchemeView> known = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        ArrangementForm typed = shell.kept(HERE, ArrangementForm.class);
        if (typed != null) {
            form = typed;
        }
        all = arrangements.list();
        all.forEach(a -> seals.put(a.number(), Objects.requireNonNull(a.seen())));
        if (shell.may("CHANGE_ARRANGEMENT") || shell.may("ENTER_ARRANGEMENT")) {
            known = schemes.list();
            partners = arrangements.partners();
        }
    }

    public @Nullable String propose() {
        return done("done.proposed", () -> arrangements.propose(form.offer()));
    }

    public @Nullable String enter() {
        return done("done.arrangementEntered", () -> arrangements.enter(form.offer(), form.written()));
    }

    public @Nullable String agree(String number) {
        return done("done.agreed", () -> arrangements.agree(number, seals.get(number)));
    }

    public @Nullable String confirm(String number) {
        return done("done.agreed", () -> arrangements.confirm(number, seals.get(number)));
    }

    public @Nullable String suspend(String number) {
        return done("done.suspended", () -> arrangements.suspend(number, reason(number)));
    }

    public @Nullable String resume(String number) {
        return done("done.resumed", () -> arrangements.resume(number, reason(number), seals.get(number)));
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
            if (Objected.unproved(refused)) {
                shell.proveYourself(HERE, form);
                return null;
            }
            objected = Objected.of(refused);
            if (Objected.changed(refused)) {
                load();
            }
            return null;
        }
    }

    public boolean agreeable(ArrangementView a) {
        return mayChange() && a.status() == ArrangementStatus.DRAFT && own(a.receiver()) && a.written() == null;
    }

    public boolean confirmable(ArrangementView a) {
        return shell.may("CONFIRM_ARRANGEMENT")
                && a.status() == ArrangementStatus.DRAFT
                && own(a.giver())
                && a.written() != null;
    }

    public boolean suspendable(ArrangementView a) {
        return mayChange() && a.status() == ArrangementStatus.IN_FORCE && own(a.giver());
    }

    public boolean resumable(ArrangementView a) {
        return mayChange() && a.status() == ArrangementStatus.SUSPENDED && own(a.giver());
    }

    public boolean endable(ArrangementView a) {
        return mayChange() && a.status() != ArrangementStatus.ENDED;
    }

    private boolean mayChange() {
        return shell.may("CHANGE_ARRANGEMENT");
    }

    private boolean own(String organisation) {
        return organisation.equals(shell.getMe().organisation());
    }

    /** Those with whom something can be arranged here. */
    public List<String> getPartners() {
        return partners.stream()
                .filter(p -> p.agreesHere() || shell.may("ENTER_ARRANGEMENT"))
                .map(Arrangements.Partner::organisation)
                .toList();
    }

    public List<SchemeView.LevelView> getLevels() {
        return known.stream()
                .filter(s -> own(s.organisation()))
                .flatMap(s -> s.levels().stream())
                .toList();
    }

    public List<String> getControls() {
        return Stream.of(Control.values()).map(Control::name).toList();
    }

    /** Roles that may sign under an arrangement; a post can be typed instead. */
    public List<String> getApprovers() {
        return Action.AUTHORISE_RELEASE.roles().stream()
                .map(Enum::name)
                .sorted()
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

    /** The seals over the arrangements as this page showed them; they come back with what is done to them. */
    public Map<String, String> getSeals() {
        return seals;
    }

    public ArrangementForm getForm() {
        return form;
    }
}
