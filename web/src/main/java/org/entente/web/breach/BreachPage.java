package org.entente.web.breach;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.entente.breach.BreachStep;
import org.entente.breach.BreachView;
import org.entente.breach.Breaches;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Breach cases: reported by anybody, brought further by security officers. */
@Named
@ViewScoped
public class BreachPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private Breaches breaches;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable String product;
    private @Nullable String what;
    private @Nullable String weakness;
    private @Nullable String happened;
    private @Nullable String note;
    private transient @Nullable BreachView one;
    private transient List<BreachView> all = List.of();
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        if (number.isEmpty()) {
            all = breaches.list();
        } else {
            one = breaches.see(number);
            weakness = one.weakness();
        }
    }

    public @Nullable String report() {
        try {
            BreachView made = breaches.report(
                    new Breaches.Report(Ask.text(product), what, weakness, Ask.minute("happenedAt", happened)));
            shell.say("done.breachReported");
            return there(made.number());
        } catch (Refused refused) {
            objected = Objected.of(refused);
            return null;
        }
    }

    /** The step that the page shows; if somebody was faster, nothing happens. */
    public @Nullable String step() {
        BreachView shown = one == null ? breaches.see(number) : one;
        BreachStep step = Objects.requireNonNull(shown.next());
        try {
            breaches.step(number, step.name().toLowerCase(Locale.ROOT), note, Ask.text(weakness));
            shell.say("done.breachStep");
            return there(number);
        } catch (Refused refused) {
            objected = Objected.of(refused);
            String typed = weakness;
            load();
            weakness = typed;
            return null;
        }
    }

    public String compromise() {
        breaches.compromise(number);
        shell.say("done.compromised");
        return there(number);
    }

    private static String there(String number) {
        return "breaches?faces-redirect=true&number=" + number;
    }

    public @Nullable BreachView getOne() {
        return one;
    }

    public List<BreachView> getAll() {
        return all;
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

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public @Nullable String getWhat() {
        return what;
    }

    public void setWhat(@Nullable String what) {
        this.what = what;
    }

    public @Nullable String getWeakness() {
        return weakness;
    }

    public void setWeakness(@Nullable String weakness) {
        this.weakness = weakness;
    }

    public @Nullable String getHappened() {
        return happened;
    }

    public void setHappened(@Nullable String happened) {
        this.happened = happened;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
