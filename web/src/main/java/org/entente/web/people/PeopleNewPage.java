package org.entente.web.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.identity.Role;
import org.entente.people.ActKind;
import org.entente.people.ActView;
import org.entente.people.Appointments;
import org.entente.people.People;
import org.entente.people.Suspensions;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** What is proposed anew: a hat, a person, that another organisation's auditor is suspended. */
@Named
@ViewScoped
public class PeopleNewPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private People people;

    @Inject
    private Appointments appointments;

    @Inject
    private Suspensions suspensions;

    @Inject
    private Shell shell;

    private final HashMap<String, String> form = new HashMap<>();
    private ArrayList<String> roles = new ArrayList<>();
    private transient People.@Nullable Choices choices;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        getChoices();
    }

    public @Nullable String appoint() {
        String post = Ask.text(form.get("post"));
        return proposed(() -> appointments.appoint(new AppointmentBody(
                        form.get("hat"),
                        form.get("person"),
                        roles,
                        post == null ? List.of() : List.of(post),
                        form.get("mission"),
                        form.get("from"),
                        form.get("to"),
                        form.get("reason"))
                .appointment()));
    }

    public @Nullable String enter() {
        return proposed(() -> appointments.enter(new PersonBody(
                        form.get("newPerson"),
                        form.get("subject"),
                        form.get("name"),
                        form.get("language"),
                        form.get("mail"),
                        form.get("personReason"))
                .entry()));
    }

    public @Nullable String suspendAuditor() {
        return proposed(() -> suspensions.suspendAuditor(
                Ask.needed("hat", Ask.text(form.get("auditor"))), Ask.text(form.get("auditorReason"))));
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

    /** Roles that an administrator may propose. */
    public List<Role> getGivable() {
        return ActKind.APPOINTMENT.roles();
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

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> roles) {
        this.roles = new ArrayList<>(roles);
    }

    public List<Objection> getObjections() {
        return objected.all();
    }
}
