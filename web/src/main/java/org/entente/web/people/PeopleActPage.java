package org.entente.web.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.people.ActView;
import org.entente.people.Acts;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** One act: all that is confirmed by confirming it, and the buttons of those whose it is to decide. */
@Named
@ViewScoped
public class PeopleActPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Acts acts;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable String digest;
    private @Nullable String reason;
    private transient @Nullable ActView act;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        act = acts.find(number);
        digest = act.digest();
    }

    /** What is confirmed is what this page showed, whatever has become of it since. */
    public @Nullable String confirm() {
        return done("confirmed", () -> acts.confirm(number, Objects.requireNonNullElse(digest, "")));
    }

    public @Nullable String refuse() {
        return done("refused", () -> acts.refuse(number, reason));
    }

    public @Nullable String withdraw() {
        return done("withdrawn", () -> acts.withdraw(number));
    }

    private @Nullable String done(String notice, Runnable step) {
        try {
            step.run();
            shell.say("done.people." + notice);
            return "people-act?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.SecondFactorRequired) {
                shell.proveYourself("/people-act.xhtml?number=" + getAct().number(), null);
                return null;
            }
            objected = Objected.of(refused);
            return null;
        }
    }

    public ActView getAct() {
        ActView known = act;
        if (known == null) {
            known = acts.find(number);
            act = known;
        }
        return known;
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

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
