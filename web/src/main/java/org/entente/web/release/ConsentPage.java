package org.entente.web.release;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.entente.gate.Objection;
import org.entente.gate.Refused;
import org.entente.product.PortionView;
import org.entente.product.ProductView;
import org.entente.product.Products;
import org.entente.product.Reading;
import org.entente.release.ConsentAnswer;
import org.entente.release.ConsentState;
import org.entente.release.ConsentView;
import org.entente.release.Consents;
import org.entente.web.shell.Ask;
import org.entente.web.shell.Objected;
import org.entente.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/** Questions to one's own organisation, and those that it asked; one of them, with the form to answer it. */
@Named
@ViewScoped
public class ConsentPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 25;

    @Inject
    private Consents consents;

    @Inject
    private Products products;

    @Inject
    private Shell shell;

    private String number = "";
    private @Nullable String seen;
    private @Nullable String state;
    private @Nullable String reason;
    private @Nullable String reference;
    private @Nullable String lapses;
    private @Nullable List<String> alternative;
    private transient List<ConsentView> all = List.of();
    private transient @Nullable ProductView words;
    private transient Objected objected = Objected.NOTHING;

    public void load() {
        all = consents.list();
        ConsentView one = getOne();
        if (!number.isEmpty() && one == null) {
            throw Refused.notFound();
        }
        seen = one == null ? null : one.seen();
        // only what is one's own is read here: a giver abroad answers by paragraph
        if (one != null && isAnswerable() && one.releaser().equals(shell.getMe().organisation())) {
            words = read(one.product());
        }
    }

    private @Nullable ProductView read(String product) {
        try {
            return products.read(product) instanceof Reading.Full full ? full.product() : null;
        } catch (Refused refused) {
            return null;
        }
    }

    public @Nullable String grant() {
        return answer(true);
    }

    public @Nullable String refuse() {
        return answer(false);
    }

    private @Nullable String answer(boolean granted) {
        try {
            consents.answer(
                    number,
                    new ConsentAnswer(
                            granted,
                            Ask.text(reason),
                            granted || alternative == null ? List.of() : alternative,
                            Ask.text(reference),
                            Ask.minute("lapses", lapses)),
                    seen);
            shell.say(granted ? "done.consent.granted" : "done.consent.refused");
            return "consents?faces-redirect=true&number=" + number;
        } catch (Refused refused) {
            objected = Objected.of(refused);
            if (all.isEmpty() || Objected.changed(refused)) {
                load();
            }
            return null;
        }
    }

    /** Those asked for by their state. */
    public List<ConsentView> getShown() {
        return all.stream()
                .filter(c -> state == null || c.state().name().equals(state))
                .limit(ROWS)
                .toList();
    }

    public @Nullable ConsentView getOne() {
        return all.stream().filter(c -> c.number().equals(number)).findFirst().orElse(null);
    }

    /** Whether it is open and ours to answer, or ours to enter for a giver who answers on paper. */
    public boolean isAnswerable() {
        ConsentView one = getOne();
        return one != null && one.state() == ConsentState.ASKED && shell.may("ANSWER_CONSENT");
    }

    public boolean isInWriting() {
        ConsentView one = getOne();
        return one != null && !one.giver().equals(shell.getMe().organisation());
    }

    public @Nullable String text(String paragraph) {
        ProductView full = words;
        return full == null
                ? null
                : full.portions().stream()
                        .filter(p -> p.id().equals(paragraph))
                        .map(p -> p.marking() + " " + p.text())
                        .findFirst()
                        .orElse(null);
    }

    /** What may be offered instead: the portions that were asked about, or all of one's own product. */
    public List<String> getChoices() {
        ConsentView one = getOne();
        if (one == null) {
            return List.of();
        }
        ProductView full = words;
        return full == null
                ? one.paragraphs()
                : full.portions().stream().map(PortionView::id).toList();
    }

    public List<ConsentState> getStates() {
        return List.of(ConsentState.values());
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

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state == null || state.isBlank() ? null : state;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable String getLapses() {
        return lapses;
    }

    public void setLapses(@Nullable String lapses) {
        this.lapses = lapses;
    }

    public @Nullable List<String> getAlternative() {
        return alternative;
    }

    public void setAlternative(@Nullable List<String> alternative) {
        this.alternative = alternative;
    }
}
