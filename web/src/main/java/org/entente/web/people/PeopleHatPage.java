package org.entente.web.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.entente.gate.Objection;
import org.entente.gate.Refusal;
import org.entente.gate.Refused;
import org.entente.people.ActView;
import org.entente.people.Appointments;
import org.entente.people.People;
import org.entente.people.PersonnelView;
import org.entente.people.Suspensions;
import org.entente.people.Vetting;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** One hat of one's organisation: what is on record for it, and what the acting office may propose or take away. */
@Named
@ViewScoped
public class PeopleHatPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private People people;

    @Inject
    private Appointments appointments;

    @Inject
    private Vetting vetting;

    @Inject
    private Suspensions suspensions;

    @Inject
    private Shell shell;

    private String hat = "";
    private final HashMap<String, String> form = new HashMap<>();
    private transient @Nullable PersonnelView one;
    private transient People.@Nullable Choices choices;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        one = people.find(hat);
        String kept = shell.kept(here());
        if (kept != null) {
            form.put("reason", kept);
        }
    }

    public @Nullable String assign() {
        return proposed(() -> appointments.assign(
                hat,
                Ask.needed("mission", typed("mission")),
                Ask.day("from", typed("from")),
                Ask.dayAfter("to", typed("to")),
                typed("reason")));
    }

    public @Nullable String clear() {
        return proposed(() -> vetting.clear(
                hat, Ask.needed("level", typed("level")), Ask.dayAfter("to", typed("to")), typed("reason")));
    }

    public @Nullable String brief() {
        return proposed(() ->
                vetting.brief(hat, Ask.needed("scheme", typed("scheme")), Ask.day("on", typed("on")), typed("reason")));
    }

    public @Nullable String conduct() {
        return proposed(() -> vetting.conduct(hat, typed("reason")));
    }

    public @Nullable String lift() {
        return proposed(() -> suspensions.lift(hat, typed("reason")));
    }

    /** An office's hat waits for another office; any other is suspended at once. */
    public @Nullable String suspend() {
        AtomicReference<@Nullable ActView> proposed = new AtomicReference<>();
        String there = done("suspended", () -> proposed.set(suspensions.suspend(hat, typed("reason"))));
        ActView act = proposed.get();
        if (act == null) {
            return there;
        }
        shell.say("done.people.proposed");
        return "people-act?faces-redirect=true&number=" + act.number();
    }

    public @Nullable String end() {
        return done("ended", () -> appointments.end(hat, Ask.dayAfter("at", typed("at")), typed("reason")));
    }

    public @Nullable String withdrawClearance() {
        return done("uncleared", () -> vetting.withdraw(hat, typed("reason")));
    }

    private @Nullable String typed(String field) {
        return Ask.text(form.get(field));
    }

    private @Nullable String proposed(Supplier<ActView> step) {
        try {
            ActView act = step.get();
            shell.say("done.people.proposed");
            return "people-act?faces-redirect=true&number=" + act.number();
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    private @Nullable String done(String notice, Runnable step) {
        try {
            step.run();
            shell.say("done.people." + notice);
            return "people-hat?faces-redirect=true&hat=" + hat;
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.SecondFactorRequired) {
                shell.proveYourself(here(), typed("reason"));
                return null;
            }
            objected = Objected.of(refused);
            return null;
        }
    }

    private String here() {
        return "/people-hat.xhtml?hat=" + getOne().hat();
    }

    public PersonnelView getOne() {
        PersonnelView known = one;
        if (known == null) {
            known = people.find(hat);
            one = known;
        }
        return known;
    }

    public People.Choices getChoices() {
        People.Choices known = choices;
        if (known == null) {
            known = people.choices();
            choices = known;
        }
        return known;
    }

    public Map<String, String> getForm() {
        return form;
    }

    public List<Objection> getObjections() {
        return objected.all();
    }

    public String getHat() {
        return hat;
    }

    public void setHat(@Nullable String hat) {
        this.hat = hat == null ? "" : hat;
    }
}
